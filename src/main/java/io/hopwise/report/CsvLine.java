package io.hopwise.report;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A line of CSV in the making (RFC 4180, but for LF as the line's end). Text from the wire is safe
 * to look at, and never taken for a formula by a spreadsheet: what starts like one gets an
 * apostrophe in front.
 */
final class CsvLine {
  private static final String FORMULA_STARTS = "=+-@＝＋－＠";

  private final StringBuilder line;
  private boolean first = true;

  CsvLine(StringBuilder line) {
    this.line = line;
  }

  /** Starts the next cell. */
  void cell() {
    if (!first) {
      line.append(',');
    }
    first = false;
  }

  /** Ends the line. */
  void end() {
    line.append('\n');
    first = true;
  }

  void number(long value) {
    line.append(value);
  }

  void printed(OptionalInt value) {
    if (value.isPresent()) {
      line.append(value.getAsInt());
    }
  }

  void printed(OptionalLong value) {
    if (value.isPresent()) {
      line.append(value.getAsLong());
    }
  }

  void printed(Optional<?> value) {
    if (value.isPresent()) {
      text(value.get().toString());
    }
  }

  /** Writes a word that is known to be harmless. */
  void word(String word) {
    line.append(word);
  }

  void text(String text) {
    if (isPlain(text)) {
      line.append(text);
      return;
    }
    String safe = SafeText.line(text);
    line.append('"');
    if (FORMULA_STARTS.indexOf(safe.charAt(0)) >= 0) {
      line.append('\'');
    }
    line.append(safe.replace("\"", "\"\"")).append('"');
  }

  /** Whether the text can stand without quotes, whatever reads it. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == ':'
              || c == '_'
              || (c == '-' && i > 0);
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
