package io.hopwise.parser;

import io.hopwise.packet.Host;
import org.jspecify.annotations.Nullable;

/**
 * Hosts seen lately, so that the packets of a flow share them: fewer objects, and comparing two
 * hosts mostly ends at the first look. Bounded; a newcomer takes the place of whoever had its slot.
 */
final class Hosts {
  private static final int SLOTS = 1 << 12;

  /** No name in the DNS is longer, however it is escaped; what is longer is not worth the room. */
  private static final int LONGEST = 1024;

  private final @Nullable Host[] hosts = new Host[SLOTS];

  Host host(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return new Host(Bytes.text(bytes, from, to));
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    Host known = hosts[slot];
    if (known != null && is(known.text(), bytes, from, to)) {
      return known;
    }
    Host host = new Host(Bytes.text(bytes, from, to));
    hosts[slot] = host;
    return host;
  }

  private static boolean is(String text, byte[] bytes, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
