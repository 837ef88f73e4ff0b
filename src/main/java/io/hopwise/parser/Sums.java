package io.hopwise.parser;

import io.hopwise.packet.Checksum;
import java.util.OptionalInt;

/**
 * Checksums as tcpdump prints them, with or without {@code 0x}, with or without what is expected.
 */
final class Sums {
  private Sums() {}

  static Checksum correct(RecordToken token) {
    return new Checksum.Correct(OptionalInt.of(Bytes.hex(token)));
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
    int end = at;
    while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    return Integer.parseInt(text, at, end, 16);
  }
}
