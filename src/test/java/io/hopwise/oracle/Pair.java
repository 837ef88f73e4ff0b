package io.hopwise.oracle;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One packet as both sides know it.
 *
 * @param capture the file
 * @param number the packet's number in it, from 1
 * @param entry what was read from tcpdump's text, absent where nothing has this number
 * @param row what tshark shows
 */
record Pair(Path capture, long number, Optional<Entry> entry, TsharkRow row) {
  /** The packet, if it was read as one. */
  Optional<Packet> packet() {
    return entry.filter(Packet.class::isInstance).map(Packet.class::cast);
  }

  /** What tcpdump printed, empty where nothing has this number. */
  String text() {
    return entry.map(found -> found.text().toString()).orElse("");
  }
}
