package io.hopwise.parser.builder;

import io.hopwise.packet.ip.Host;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.Swar;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of recent hosts, so that packets of a flow share them. That saves objects, and
 * comparing two hosts usually ends with a comparison of references. A new host replaces the one in
 * its slot.
 */
final class Hosts {
  private static final int SLOTS = 1 << 12;

  /** Two longs: enough for any IPv4 address. */
  private static final int SHORT = 2 * Long.BYTES;

  /** No DNS name is longer, even escaped; longer text is not worth caching. */
  private static final int LONGEST = 1024;

  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final @Nullable Known[] known = new Known[SLOTS];

  /** A host and the first bytes of its text. */
  private record Known(Host host, long first, long second, int length) {
    /** Whether it has this text, whose first bytes are {@code begin} and {@code next}. */
    boolean is(byte[] bytes, int from, int to, long begin, long next) {
      return first == begin
          && second == next
          && length == to - from
          && (length <= SHORT || hasRest(bytes, from));
    }

    private boolean hasRest(byte[] bytes, int from) {
      String text = host.text();
      if (text.length() != length) {
        return false; // it is not ASCII
      }
      for (int i = SHORT; i < length; i++) {
        if (text.charAt(i) != bytes[from + i]) {
          return false;
        }
      }
      return true;
    }
  }

  Host host(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return new Host(Bytes.text(bytes, from, to));
    }
    long first = word(bytes, from, to);
    long second = word(bytes, from + Long.BYTES, to);
    long hash = (first * SPREAD + second) * SPREAD;
    for (int at = from + SHORT; at < to; at += Long.BYTES) {
      hash = (hash + word(bytes, at, to)) * SPREAD;
    }
    int slot = (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(SLOTS)));
    Known last = known[slot];
    if (last != null && last.is(bytes, from, to, first, second)) {
      return last.host;
    }
    Host host = new Host(Bytes.text(bytes, from, to));
    known[slot] = new Known(host, first, second, length);
    return host;
  }

  /** At most eight bytes from an index, up to {@code to}. */
  private static long word(byte[] bytes, int at, int to) {
    int length = Math.max(0, Math.min(Long.BYTES, to - at));
    return length == 0 ? 0 : Swar.at(bytes, at) & Swar.first(length);
  }
}
