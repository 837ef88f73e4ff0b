package io.hopwise.text;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a text could no longer be read, and what was expected there.
 *
 * @param line the line in the input, 1 or more
 * @param column the column in that line, 1 or more, counted in bytes
 * @param expected what was expected there, such as {@code ", ttl 0" or ", id 0"}
 * @param excerpt the line with the error, safe to print, cut to the part around the column if it is
 *     long
 * @param caret the column of the caret below {@code excerpt}, 1 or more, counted in characters
 * @since 0.1
 */
public record ParseError(long line, int column, String expected, String excerpt, int caret) {
  /** What a line of tcpdump's text may begin with. */
  public static final String A_LINE =
      "a record (a time, IP, IP6, ARP …) or a message of tcpdump (listening on …)";

  private static final int BEFORE = 60;
  private static final int AFTER = 40;

  /**
   * The error at an offset of a text.
   *
   * @param text the lines being read
   * @param offset where they could no longer be read, 0 to the text's length
   * @param firstLine the line of the input on which the text begins, 1 or more
   * @param expected what was expected there
   */
  public static ParseError at(byte[] text, int offset, long firstLine, String expected) {
    int lineStart = 0;
    long line = firstLine;
    for (int i = 0; i < offset; i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int lineEnd = offset;
    while (lineEnd < text.length && text[lineEnd] != '\n' && lineEnd < offset + AFTER) {
      lineEnd++;
    }
    int from = characterStart(text, Math.max(lineStart, offset - BEFORE), offset);
    String before = (from > lineStart ? "…" : "") + printable(text, from, offset);
    String after = printable(text, offset, lineEnd).stripTrailing();
    int caret = before.codePointCount(0, before.length()) + 1;
    return new ParseError(line, offset - lineStart + 1, expected, before + after, caret);
  }

  /** Moves forward to the start of a UTF-8 character. */
  private static int characterStart(byte[] text, int from, int to) {
    int at = from;
    while (at < to && (text[at] & 0xC0) == 0x80) {
      at++;
    }
    return at;
  }

  /** Text that is safe on a terminal: tabs become spaces, other control characters a middle dot. */
  private static String printable(byte[] text, int from, int to) {
    StringBuilder safe = new StringBuilder();
    new String(text, from, to - from, UTF_8)
        .codePoints()
        .map(c -> c == '\t' ? ' ' : isSafe(c) ? c : '·')
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean isSafe(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** One line a person can read: {@code line 3:17: expected ", ttl 0" or ", id 0"}. */
  public String message() {
    return "line " + line + ":" + column + ": expected " + expected;
  }

  /**
   * The message, the line, and a caret under the column: three lines, the last without a line end.
   */
  public String withCaret() {
    return message() + "\n" + excerpt + "\n" + " ".repeat(caret - 1) + "^";
  }
}
