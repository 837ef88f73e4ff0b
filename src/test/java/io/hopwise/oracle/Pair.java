package io.hopwise.oracle;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One packet as both sides know it.
 *
 * @param capture the file
 * @param number the packet's number in it, from 1
 * @param entry what was read from tcpdump's text, absent where nothing has this number
 * @param row what tshark shows
 * @param snapshot the file's snapshot length in bytes
 */
record Pair(Path capture, long number, Optional<Entry> entry, TsharkRow row, long snapshot) {
  /** How an IP header begins in tcpdump's text. */
  static final Pattern IP_HEADER = Pattern.compile("\\((tos 0x|class 0x|flowlabel 0x|hlim )");

  /** The packet, if it was read as one. */
  Optional<Packet> packet() {
    return entry.filter(Packet.class::isInstance).map(Packet.class::cast);
  }

  /**
   * Whether tcpdump was given less than the file holds: what stands behind the snapshot length in
   * the file's header.
   */
  boolean isCut() {
    return row.number("frame.cap_len").orElse(0) > snapshot;
  }

  /** What tcpdump printed of the outermost packet. */
  String outerText() {
    String text = text();
    return IP_HEADER
        .matcher(text)
        .results()
        .skip(1)
        .findFirst()
        .map(second -> text.substring(0, second.start()))
        .orElse(text);
  }

  /** What tcpdump printed, empty where nothing has this number. */
  String text() {
    return entry.map(found -> found.text().toString()).orElse("");
  }
}
