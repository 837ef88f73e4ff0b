package io.hopwise.parser.builder;

import io.hopwise.packet.ip.Checksum;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.OptionalInt;

/** Reads checksums as tcpdump prints them, with or without {@code 0x} and the expected value. */
final class Checksums {
  private static final int LARGEST = 0xffff;

  private Checksums() {}

  static Checksum correct(RecordToken token) {
    return new Checksum.Correct(OptionalInt.of(bounded(Bytes.hex(token) & 0xffffffffL)));
  }

  /**
   * The number after {@code cksum} and, if there is an arrow, the one after it. Releases up to 4.1
   * print the sum over everything instead of the field; it is returned as the found value, like
   * theirs.
   */
  static Checksum incorrect(RecordToken token) {
    int label = Bytes.indexOf(token, 'k', token.start) + "ksum ".length();
    int arrow = Bytes.indexOf(token, '>', label);
    OptionalInt expected =
        arrow < token.end ? OptionalInt.of(hex(token, arrow + 1)) : OptionalInt.empty();
    return new Checksum.Incorrect(OptionalInt.of(hex(token, label)), expected);
  }

  private static int hex(RecordToken token, int from) {
    byte[] bytes = token.bytes;
    int at = from;
    while (at < token.end && bytes[at] == ' ') {
      at++;
    }
    if (at + 1 < token.end && bytes[at] == '0' && bytes[at + 1] == 'x') {
      at += 2;
    }
    long sum = 0;
    for (; at < token.end && sum <= LARGEST; at++) {
      int digit = Character.digit(bytes[at], 16);
      if (digit < 0) {
        break;
      }
      sum = 16 * sum + digit;
    }
    return bounded(sum);
  }

  /** Caps a number that is too large for a checksum, which tcpdump never prints. */
  private static int bounded(long sum) {
    return (int) Math.min(sum, LARGEST);
  }
}
