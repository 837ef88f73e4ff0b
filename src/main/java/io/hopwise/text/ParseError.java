package io.hopwise.text;

/**
 * Where a text stopped making sense, and what would have made sense there.
 *
 * @param line the line in the input, 1 or more
 * @param column the column in that line, 1 or more, counted in bytes
 * @param expected what could have stood there, in people's words, such as {@code ", ttl N or , id
 *     N"}
 * @param found the line the error stands in, without its line end and made safe to print: control
 *     characters are shown as {@code ^X}, cut around the column where the line is long
 * @param caret the column of the caret below {@code found}, 1 or more
 */
public record ParseError(long line, int column, String expected, String found, int caret) {
  /** One line a person can read: {@code line 3:17: expected , ttl N}. */
  public String message() {
    return "line " + line + ":" + column + ": expected " + expected;
  }

  /** The message, the line, and a caret under the place: three lines without a last line end. */
  public String withCaret() {
    return message() + "\n" + found + "\n" + " ".repeat(caret - 1) + "^";
  }
}
