package io.hopwise.analysis.observation;

import java.util.Arrays;

/** The bytes that the hex dump of {@code tcpdump -x}, {@code -X} or {@code -xx} shows. */
final class HexDump {
  /** An offset such as {@code 0x0010:} is so long. */
  private static final int OFFSET = 7;

  private final byte[] bytes;
  private int length;

  private HexDump(int most) {
    bytes = new byte[most];
  }

  /** The first bytes of a dump; none if it is an ASCII dump. */
  static byte[] bytes(String dump, int most) {
    HexDump read = new HexDump(most);
    int from = 0;
    while (from < dump.length() && read.length < most) {
      int end = dump.indexOf('\n', from);
      end = end < 0 ? dump.length() : end;
      if (!read.line(dump, from, end)) {
        break;
      }
      from = end + 1;
    }
    return Arrays.copyOf(read.bytes, read.length);
  }

  /** Reads groups of two or four digits with one blank between; whether the line begins so. */
  private boolean line(String dump, int from, int end) {
    int at = from;
    while (at < end && dump.charAt(at) <= ' ') {
      at++;
    }
    if (at == from) {
      return false; // Each line of a hex dump is indented.
    }
    if (dump.startsWith("0x", at) && at + OFFSET <= end && dump.charAt(at + OFFSET - 1) == ':') {
      at += OFFSET;
      at = Math.min(at + 2, end);
    }
    int before = length;
    while (at + 1 < end && length < bytes.length) {
      int high = Character.digit(dump.charAt(at), 16);
      int low = Character.digit(dump.charAt(at + 1), 16);
      if (high < 0 || low < 0) {
        break;
      }
      bytes[length] = (byte) (high << 4 | low);
      length++;
      at += 2;
      if (at + 1 < end && dump.charAt(at) == ' ' && dump.charAt(at + 1) != ' ') {
        at++;
      }
    }
    return length > before;
  }
}
