package io.hopwise.report.csv;

import com.google.common.base.Ascii;
import io.hopwise.packet.PrintedTime;
import io.hopwise.report.Line;
import io.hopwise.report.TimeText;
import io.hopwise.text.SafeText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A buffer for lines of CSV in UTF-8 (RFC 4180, but with LF as line end). Text from the wire is
 * safe to show, and a spreadsheet never takes it for a formula: text that starts like one is
 * prefixed with an apostrophe.
 */
final class CsvLine extends Line {
  /** For each ASCII character, whether it needs no quotes in any reader. */
  private static final boolean[] PLAIN = plain();

  private static final String FORMULA_STARTS = "=+-@＝＋－＠";

  private boolean first = true;

  /** A buffer with this initial capacity in bytes; it grows as needed. */
  CsvLine(int room) {
    super(room);
  }

  /** Starts the next cell. */
  void cell() {
    if (!first) {
      put(',');
    }
    first = false;
  }

  /** Ends the line. */
  void end() {
    put('\n');
    first = true;
  }

  void printed(OptionalInt value) {
    if (value.isPresent()) {
      number(value.getAsInt());
    }
  }

  void printed(OptionalLong value) {
    if (value.isPresent()) {
      number(value.getAsLong());
    }
  }

  void printed(Optional<?> value) {
    if (value.isPresent()) {
      text(value.get().toString());
    }
  }

  void time(PrintedTime time) {
    if (TimeText.isUsual(time)) {
      putUsual(time);
    } else {
      word(time.toString());
    }
  }

  void text(String text) {
    boolean plain = !text.startsWith("-") && putIf(PLAIN, text);
    if (!plain) {
      putQuoted(SafeText.line(text));
    }
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[1 << 7];
    for (char c = 0; c < plain.length; c++) {
      plain[c] = Ascii.isLowerCase(c) || Ascii.isUpperCase(c) || (c >= '0' && c <= '9');
    }
    for (char c : ".:_-".toCharArray()) {
      plain[c] = true;
    }
    return plain;
  }

  private void putQuoted(String safe) {
    put('"');
    if (FORMULA_STARTS.indexOf(safe.charAt(0)) >= 0) {
      put('\'');
    }
    word(safe.replace("\"", "\"\""));
    put('"');
  }
}
