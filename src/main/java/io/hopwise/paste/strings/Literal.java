package io.hopwise.paste.strings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.paste.PastedText;
import java.util.ArrayList;
import java.util.List;

/**
 * A string of a line.
 *
 * @param from where it begins, behind its quotation mark
 * @param to where it ends
 * @param goesOn whether it ends with the text, and what follows may go on with it
 */
record Literal(int from, int to, boolean goesOn) {
  /** Letters that programs put before a string's quotation mark. */
  private static final String BEFORE_STRINGS = "bBuUrRfF";

  /** A backslash, a letter and four digits. */
  private static final int LONGEST_ESCAPE = 6;

  private static final int HEX = 16;
  private static final int FIRST_NO_ASCII = 0x80;
  private static final int OCTAL = 8;

  /** How many digits an octal escape has. */
  private static final int OCTAL_DIGITS = 3;

  int length() {
    return to - from;
  }

  /**
   * The strings of a line.
   *
   * @param open the quotation mark of the string that the line begins in; 0 for none
   * @param mayGoOn whether one that ends with the text is none that lacks its end
   */
  static List<Literal> of(PastedText text, int from, int end, byte open, boolean mayGoOn) {
    List<Literal> found = new ArrayList<>();
    int at = from;
    boolean amid = open != 0;
    while (at < end) {
      byte quote = amid ? open : text.at(at);
      if (!amid && !(isQuote(quote) && opens(text.bytes(), from, at))) {
        at++;
        continue;
      }
      int first = amid ? at : at + 1;
      int close = close(text, first, end, quote, amid);
      amid = false;
      if (close >= end) {
        if (mayGoOn && end == text.length()) {
          found.add(new Literal(first, end, true));
        }
        break;
      }
      found.add(new Literal(first, close, false));
      at = close + 1;
    }
    return found;
  }

  /** Whether a line holds nothing but strings, and what stands between those of a list. */
  static boolean areAll(List<Literal> literals, PastedText text, int from, int end) {
    int at = from;
    for (Literal literal : literals) {
      if (!isBetween(text, at, literal.beginning(text, at))) {
        return false;
      }
      at = literal.to + 1;
    }
    return !literals.isEmpty() && isBetween(text, at, end);
  }

  /** Where it begins with the letters and the mark before it. */
  private int beginning(PastedText text, int least) {
    int at = Math.max(least, from - 1);
    while (at > least && BEFORE_STRINGS.indexOf(text.at(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  /** Whether a line is nothing but a string, and nothing says that it ends there. */
  static boolean isPiece(List<Literal> literals, PastedText text, int from, int end) {
    return literals.size() == 1
        && areAll(literals, text, from, end)
        && isLoose(literals, text, end);
  }

  /** Whether nothing stands behind the last string of a line that says that it ends there. */
  static boolean isLoose(List<Literal> literals, PastedText text, int end) {
    if (literals.isEmpty()) {
      return false;
    }
    for (int at = literals.get(literals.size() - 1).to + 1; at < end; at++) {
      if (" \t+".indexOf(text.at(at)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds the end of a line. */
  boolean holdsLineEnd(PastedText text) {
    for (int at = from; at + 1 < to; at++) {
      if (text.at(at) == '\\' && text.at(at + 1) == 'n') {
        return true;
      }
    }
    return false;
  }

  private static boolean isBetween(PastedText text, int from, int end) {
    for (int at = from; at < end; at++) {
      if (" \t[]{}(),;-+".indexOf(text.at(at)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Where a string ends: a mark that stands twice is one of its own. */
  private static int close(PastedText text, int from, int end, byte quote, boolean amid) {
    int at = from;
    while (at < end) {
      if (text.at(at) == '\\') {
        at += 2;
      } else if (text.at(at) != quote) {
        at++;
      } else if ((at > from || amid) && at + 1 < end && text.at(at + 1) == quote) {
        at += 2;
      } else {
        return at;
      }
    }
    return end;
  }

  static boolean isQuote(byte b) {
    return b == '"' || b == '\'';
  }

  /** Whether a quotation mark begins a string: an apostrophe stands behind a letter. */
  static boolean opens(byte[] bytes, int from, int at) {
    int word = at;
    while (word > from && at - word < 3 && isOfWord(bytes[word - 1])) {
      if (BEFORE_STRINGS.indexOf(bytes[word - 1]) < 0) {
        return false;
      }
      word--;
    }
    return at - word < 3;
  }

  /** Whether it is a letter or a digit: all beyond ASCII are said to be letters. */
  private static boolean isOfWord(byte b) {
    return b < 0 || Character.isLetterOrDigit(b);
  }

  /**
   * Puts its lines, the last of which it may have ended itself.
   *
   * @param ends whether what follows is another line
   */
  void put(PastedText text, PastedText.Maker undone, boolean ends) {
    int before = undone.length();
    int at = from;
    while (at < to) {
      byte b = text.at(at);
      boolean twice = isQuote(b) && at + 1 < to && text.at(at + 1) == b;
      if (b == '\\' && at + 1 < to) {
        at += putEscape(text, at, undone);
      } else {
        undone.copy(text, at, at + 1);
        at += twice ? 2 : 1;
      }
    }
    boolean isOpen = undone.length() == before || undone.last() != '\n';
    if (ends && !goesOn && isOpen) {
      undone.put('\n', text.place(to));
    }
  }

  /** Whether none of its escapes may be longer than what it stands for. */
  boolean hasKnownEscapes(PastedText text) {
    for (int at = from; at + 1 < to; at++) {
      if (text.at(at) == '\\') {
        at++;
        byte letter = text.at(at);
        int digits = letter == 'u' ? 4 : letter == 'x' ? 2 : 0;
        int code = digits > 0 ? number(text, at + 1, digits, HEX) : -1;
        if ("ntr\"'\\/".indexOf(letter) < 0 && (code < 0 || code >= FIRST_NO_ASCII)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a text ends within what stands for one character. */
  static boolean endsAmidEscape(PastedText.Maker text) {
    byte[] bytes = text.bytes();
    int least = Math.max(0, text.length() - LONGEST_ESCAPE);
    for (int at = text.length() - 1; at > least; at--) {
      if (bytes[at] != '\\') {
        continue;
      }
      int from = at;
      while (from > 0 && bytes[from - 1] == '\\') {
        from--;
      }
      byte letter = at + 1 < text.length() ? bytes[at + 1] : 0;
      int length = letter == 0 ? 2 : letter == 'u' ? LONGEST_ESCAPE : letter == 'x' ? 4 : 0;
      return (at - from) % 2 == 0 && at + length > text.length();
    }
    return false;
  }

  /** Puts what an escape stands for; where its last character stood, as it may be cut in two. */
  private int putEscape(PastedText text, int at, PastedText.Maker undone) {
    byte letter = text.at(at + 1);
    int digits = letter == 'u' ? 4 : letter == 'x' ? 2 : 0;
    int code = digits > 0 ? number(text, at + 2, digits, HEX) : -1;
    if (code >= 0) {
      byte[] bytes =
          digits == 2
              ? new byte[] {(byte) code}
              : new String(Character.toChars(code)).getBytes(UTF_8);
      for (byte b : bytes) {
        undone.put(b, text.place(at + 1 + digits));
      }
      return 2 + digits;
    }
    int octal = number(text, at + 1, OCTAL_DIGITS, OCTAL);
    if (octal >= 0) {
      undone.put(octal, text.place(at + OCTAL_DIGITS));
      return 1 + OCTAL_DIGITS;
    }
    undone.put(
        switch (letter) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          default -> letter;
        },
        text.place(at + 1));
    return 2;
  }

  /** A number of so many digits; negative where they are none. */
  private int number(PastedText text, int first, int digits, int radix) {
    if (first + digits > to) {
      return -1;
    }
    int number = 0;
    for (int at = first; at < first + digits; at++) {
      int digit = Character.digit(text.at(at), radix);
      if (digit < 0) {
        return -1;
      }
      number = radix * number + digit;
    }
    return number;
  }
}
