package io.hopwise.parser;

import io.hopwise.packet.Checksum;
import java.util.OptionalInt;

/**
 * Checksums as tcpdump prints them, with or without {@code 0x}, with or without what is expected.
 */
final class Sums {
  private static final int LARGEST = 0xffff;

  private Sums() {}

  static Checksum correct(RecordToken token) {
    return new Checksum.Correct(OptionalInt.of(bounded(Bytes.hex(token) & 0xffffffffL)));
  }

  /**
   * The number behind a label, and the one behind an arrow where there is one. Releases up to 4.1
   * print a sum over everything instead of the field; it is given as found, as they do.
   */
  static Checksum incorrect(RecordToken token, String label) {
    String text = token.getText();
    int found = hex(text, text.indexOf(label) + label.length());
    int arrow = text.indexOf("->");
    OptionalInt expected = OptionalInt.empty();
    if (arrow >= 0) {
      expected = OptionalInt.of(hex(text, arrow + 2));
    }
    return new Checksum.Incorrect(OptionalInt.of(found), expected);
  }

  private static int hex(String text, int from) {
    int at = from;
    while (text.charAt(at) == ' ') {
      at++;
    }
    if (text.startsWith("0x", at)) {
      at += 2;
    }
    long sum = 0;
    for (; at < text.length() && sum <= LARGEST; at++) {
      int digit = Character.digit(text.charAt(at), 16);
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
