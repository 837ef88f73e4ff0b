package io.hopwise.paste.strings;

import io.hopwise.paste.PastedText;

/** Goes through a line, over all lines it was wrapped over, to see where strings are open. */
final class StringScan {
  private final PastedText text;
  private byte open;

  /** Whether the text begins amid a string. */
  private boolean amid;

  private byte quote;
  private boolean escaped;

  /** How many brackets are open, and whether the line began with one, or with a string's rest. */
  private int depth;

  private boolean compact;
  private boolean begun;

  StringScan(PastedText text, byte open) {
    this.text = text;
    this.open = open;
  }

  /** Begins anew on a line. */
  void beginLine(int from) {
    amid = open != 0;
    quote = open;
    open = 0;
    escaped = false;
    depth = amid ? 1 : 0;
    int first = text.behindBlanks(from);
    byte bracket = first < text.length() ? text.at(first) : 0;
    compact = amid || bracket == '[' || bracket == '{';
    begun = !amid;
  }

  /** The quotation mark of the string that is open; 0 for none. */
  byte quote() {
    return quote;
  }

  /** Whether what is gone through next begins the line, and does not go on with it. */
  boolean isBegun() {
    return begun;
  }

  /** The next line goes on with it. */
  void joined() {
    begun = false;
    compact |= quote != 0;
  }

  /** Whether brackets are open that were opened on the same line. */
  boolean isCompact() {
    return compact && depth > 0;
  }

  /** Goes through a piece of a line. */
  void go(int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = text.at(at);
      if (quote == 0) {
        outside(b, from, at);
      } else if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == quote) {
        quote = 0;
      }
    }
  }

  private void outside(byte b, int from, int at) {
    if (Literal.isQuote(b) && Literal.opens(text.bytes(), from, at)) {
      quote = b;
    } else if (b == '[' || b == '{' || b == '(') {
      depth++;
    } else if (b == ']' || b == '}' || b == ')') {
      depth = Math.max(0, depth - 1);
    }
  }

  /**
   * A line that may go on.
   *
   * @param prefix how much stands before the next one that is no part of it
   */
  static StringCuts.Cut cut(PastedText text, int from, int end, int prefix) {
    int words = text.wordsEnd(from, end);
    int columns = text.columns(from, words);
    int next = Math.min(end + prefix, text.length());
    int word = text.columns(next, text.wordEnd(next));
    int first = text.behindBlanks(Math.min(from + prefix, words));
    boolean hasBlank = false;
    for (int at = first; at < words; at++) {
      hasBlank |= text.at(at) == ' ';
    }
    int backslashes = words;
    while (backslashes > from && text.at(backslashes - 1) == '\\') {
      backslashes--;
    }
    boolean endsInBlank = words > from && text.at(words - 1) == ' ';
    boolean backslashed = (words - backslashes) % 2 == 1;
    return new StringCuts.Cut(columns, columns + 1 + word, hasBlank, endsInBlank, backslashed);
  }
}
