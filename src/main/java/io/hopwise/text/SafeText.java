package io.hopwise.text;

import java.util.Locale;

/**
 * Makes text from the wire safe to show. A terminal obeys control characters, and bidirectional or
 * invisible characters can make a line read as something else.
 *
 * @since 0.1
 */
public final class SafeText {
  private SafeText() {}

  /** The text on one line: unsafe characters are escaped, line ends and tabs included. */
  public static String line(String text) {
    return escape(text, false);
  }

  /** The text on several lines: unsafe characters are escaped, except line feeds and tabs. */
  public static String block(String text) {
    return escape(text, true);
  }

  /**
   * Whether a code point must be escaped: control characters, bidirectional and other format
   * characters, line and paragraph separators, lone surrogates, noncharacters, and whatever Unicode
   * defines as invisible.
   */
  public static boolean isUnsafe(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint < ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> isInvisible(codePoint);
    };
  }

  /** Default_Ignorable_Code_Point, except format characters and unassigned ones. */
  private static boolean isInvisible(int codePoint) {
    return codePoint == 0x034f
        || codePoint == 0x115f
        || codePoint == 0x1160
        || codePoint == 0x17b4
        || codePoint == 0x17b5
        || (codePoint >= 0x180b && codePoint <= 0x180f)
        || codePoint == 0x3164
        || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
        || codePoint == 0xffa0
        || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
  }

  private static String escape(String text, boolean keepLayout) {
    int safe = safePrefix(text, keepLayout);
    if (safe == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, safe);
    for (int i = safe; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      appendSafely(escaped, codePoint, keepLayout);
      i += Character.charCount(codePoint);
    }
    return escaped.toString();
  }

  private static int safePrefix(String text, boolean keepLayout) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (isUnsafe(codePoint) && !(keepLayout && isLayout(codePoint))) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  private static void appendSafely(StringBuilder out, int codePoint, boolean keepLayout) {
    if (!isUnsafe(codePoint) || (keepLayout && isLayout(codePoint))) {
      out.appendCodePoint(codePoint);
    } else if (codePoint <= 0x7f) {
      out.append('^').append((char) (codePoint ^ 0x40));
    } else {
      String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
      out.append("<U+").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex).append('>');
    }
  }

  private static boolean isLayout(int codePoint) {
    return codePoint == '\n' || codePoint == '\t';
  }
}
