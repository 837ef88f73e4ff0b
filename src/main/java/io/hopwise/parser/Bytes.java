package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Numbers and words straight from the bytes of a token, without making strings of them. */
final class Bytes {
  private static final int MOST_DIGITS = 18;

  private Bytes() {}

  /** The text as UTF-8; bytes that are not UTF-8 become U+FFFD. */
  static String text(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return new String(bytes, from, to - from, UTF_8);
      }
    }
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  /**
   * The last decimal number of a token; 0 where it has none. As all numbers here it is read from at
   * most 18 digits: what tcpdump prints is shorter, and longer text must not wrap around.
   */
  static long lastNumber(RecordToken token) {
    byte[] bytes = token.bytes;
    int at = token.end - 1;
    while (at >= token.start && !isDigit(bytes[at])) {
      at--;
    }
    int end = at + 1;
    int least = Math.max(token.start, end - MOST_DIGITS);
    while (at >= least && isDigit(bytes[at])) {
      at--;
    }
    long value = 0;
    while (++at < end) {
      value = 10 * value + bytes[at] - '0';
    }
    return value;
  }

  /** The first decimal number of a token at or behind an offset from its start; 0 for none. */
  static long firstNumber(RecordToken token, int offset) {
    byte[] bytes = token.bytes;
    int at = token.start + offset;
    while (at < token.end && !isDigit(bytes[at])) {
      at++;
    }
    long value = 0;
    int most = Math.min(token.end, at + MOST_DIGITS);
    for (; at < most && isDigit(bytes[at]); at++) {
      value = 10 * value + bytes[at] - '0';
    }
    return value;
  }

  static long firstNumber(RecordToken token) {
    return firstNumber(token, 0);
  }

  /** The hexadecimal number behind the first {@code 0x} at or behind an offset; 0 for none. */
  static int hex(RecordToken token, int offset) {
    byte[] bytes = token.bytes;
    int at = token.start + Math.max(offset, 1);
    while (at < token.end && (bytes[at] != 'x' || bytes[at - 1] != '0')) {
      at++;
    }
    return bareHex(bytes, at + 1, token.end);
  }

  static int hex(RecordToken token) {
    return hex(token, 1);
  }

  /** The hexadecimal number at {@code from}, without {@code 0x}. */
  static int bareHex(byte[] bytes, int from, int to) {
    int value = 0;
    for (int at = from; at < to; at++) {
      int digit = Character.digit(bytes[at], 16);
      if (digit < 0) {
        break;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  /** Where a byte first stands in a token at or behind an index, or the token's end. */
  static int indexOf(RecordToken token, char wanted, int from) {
    int at = from;
    while (at < token.end && token.bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Where a byte first stands, or -1. */
  static int indexOf(byte[] bytes, char wanted) {
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
