package io.hopwise.parser.builder;

import io.hopwise.packet.ip.Checksum;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.OptionalInt;

/**
 * Checksums as tcpdump prints them, with or without {@code 0x}, with or without what is expected.
 */
final class Checksums {
  private static final int LARGEST = 0xffff;

  private Checksums() {}

  static Checksum correct(RecordToken token) {
    return new Checksum.Correct(OptionalInt.of(bounded(Bytes.hex(token) & 0xffffffffL)));
  }

  /**
   * The number behind {@code cksum}, and the one behind an arrow where there is one. Releases up to
   * 4.1 print a sum over everything instead of the field; it is given as found, as they do.
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

  /** What is more than 16 bits is no sum that tcpdump printed. */
  private static int bounded(long sum) {
    return (int) Math.min(sum, LARGEST);
  }
}
