package io.hopwise.report.json;

import io.hopwise.report.Line;
import io.hopwise.text.SafeText;

/**
 * A buffer for JSON. Every character that {@link SafeText} calls unsafe is escaped, so that the
 * output is safe to show, and so is every character beyond U+FFFF.
 */
abstract class JsonText extends Line {
  JsonText(int room) {
    super(room);
  }

  /** Writes a string in quotes. */
  final void quote(String text) {
    put('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i));
    }
    put('"');
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> word("\\\"");
      case '\\' -> word("\\\\");
      case '\n' -> word("\\n");
      case '\r' -> word("\\r");
      case '\t' -> word("\\t");
      case '\b' -> word("\\b");
      case '\f' -> word("\\f");
      default -> {
        if (Character.isSurrogate(c) || SafeText.isUnsafe(c)) {
          unicode(c, c < 0x80 ? "0123456789ABCDEF" : "0123456789abcdef");
        } else if (c < 0x80) {
          put(c);
        } else {
          word(String.valueOf(c));
        }
      }
    }
  }

  private void unicode(char c, String digits) {
    word("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      put(digits.charAt((c >> shift) & 0xf));
    }
  }
}
