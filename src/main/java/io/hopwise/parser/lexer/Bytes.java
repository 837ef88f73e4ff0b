package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads numbers and words directly from the bytes of a token, without strings. */
public final class Bytes {
  private static final int MOST_DIGITS = 18;
  private static final long EIGHT_DIGITS = 100_000_000;

  private Bytes() {}

  /** The text as UTF-8; bytes that are not UTF-8 become U+FFFD. */
  public static String text(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return new String(bytes, from, to - from, UTF_8);
      }
    }
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  /**
   * The last decimal number of a token; 0 if it has none. Like all numbers here, it is read from at
   * most 18 digits: tcpdump prints fewer, and longer text must not overflow.
   */
  public static long lastNumber(RecordToken token) {
    byte[] bytes = token.bytes;
    int end = token.end;
    while (end > token.start && !isDigit(bytes[end - 1])) {
      end--;
    }
    if (end < 2 * Long.BYTES) {
      return digitByDigit(bytes, token.start, end);
    }
    long word = Swar.at(bytes, end - Long.BYTES);
    int digits = Math.min(Swar.countAfter(Swar.notDigits(word)), end - token.start);
    if (digits < Long.BYTES) {
      return Swar.decimal(word & ~Swar.first(Long.BYTES - digits));
    }
    long before = Swar.at(bytes, end - 2 * Long.BYTES);
    int more = Math.min(Swar.countAfter(Swar.notDigits(before)), end - digits - token.start);
    return more < Long.BYTES
        ? EIGHT_DIGITS * Swar.decimal(before & ~Swar.first(Long.BYTES - more)) + Swar.decimal(word)
        : digitByDigit(bytes, token.start, end);
  }

  /**
   * The same, digit by digit, for a number with too many digits or too near the beginning of the
   * array for a read of eight bytes.
   */
  private static long digitByDigit(byte[] bytes, int from, int end) {
    int least = Math.max(from, end - MOST_DIGITS);
    int at = end - 1;
    while (at >= least && isDigit(bytes[at])) {
      at--;
    }
    return number(bytes, at + 1, end);
  }

  private static long number(byte[] bytes, int from, int to) {
    long value = 0;
    for (int at = from; at < to; at++) {
      value = 10 * value + bytes[at] - '0';
    }
    return value;
  }

  /**
   * The first decimal number of a token at or after an offset from its start; 0 if there is none.
   */
  public static long firstNumber(RecordToken token, int offset) {
    byte[] bytes = token.bytes;
    int at = token.start + offset;
    while (at < token.end) {
      int others = Swar.countBefore(Swar.digits(Swar.at(bytes, at)));
      at += others;
      if (others < Long.BYTES) {
        return numberAt(bytes, at, token.end);
      }
    }
    return 0;
  }

  /** The number that begins at an index before {@code to}. */
  private static long numberAt(byte[] bytes, int at, int to) {
    long word = Swar.at(bytes, at);
    int digits = Math.min(Swar.countBefore(Swar.notDigits(word)), to - at);
    if (digits <= 0) {
      return 0;
    }
    long number = Swar.decimal(Swar.moveBack(word, digits));
    if (digits < Long.BYTES) {
      return number;
    }
    int end = at + digits;
    int most = Math.min(to, at + MOST_DIGITS);
    while (end < most && isDigit(bytes[end])) {
      number = 10 * number + bytes[end] - '0';
      end++;
    }
    return number;
  }

  public static long firstNumber(RecordToken token) {
    return firstNumber(token, 0);
  }

  /**
   * The hexadecimal number after the first {@code 0x} at or after an offset; 0 if there is none.
   */
  public static int hex(RecordToken token, int offset) {
    byte[] bytes = token.bytes;
    int at = token.start + Math.max(offset, 1);
    while (at < token.end && (bytes[at] != 'x' || bytes[at - 1] != '0')) {
      at++;
    }
    return bareHex(bytes, at + 1, token.end);
  }

  public static int hex(RecordToken token) {
    return hex(token, 1);
  }

  /** The hexadecimal number at {@code from}, without {@code 0x}. */
  public static int bareHex(byte[] bytes, int from, int to) {
    long word = Swar.at(bytes, from);
    long others = Swar.notDigits(word) & ~Swar.hexLetters(Swar.lowerCase(word));
    int digits = Math.min(Swar.countBefore(others), to - from);
    if (digits <= 0) {
      return 0;
    }
    int value = Swar.hexadecimal(Swar.moveBack(word, digits));
    for (int at = from + Long.BYTES; digits == Long.BYTES && at < to; at++) {
      int digit = Character.digit(bytes[at], 16);
      if (digit < 0) {
        break;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  /** The index of a byte in a token at or after an index, or the token's end. */
  public static int indexOf(RecordToken token, char wanted, int from) {
    for (int at = from; at < token.end; at += Long.BYTES) {
      long found = Swar.bytes(Swar.at(token.bytes, at), wanted);
      if (found != 0) {
        return Math.min(at + Swar.countBefore(found), token.end);
      }
    }
    return Math.max(from, token.end);
  }

  /** The index of a byte, or -1. */
  public static int indexOf(byte[] bytes, char wanted) {
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  public static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
