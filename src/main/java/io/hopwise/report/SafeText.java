package io.hopwise.report;

import java.util.Locale;

/**
 * Text from the wire, made safe to look at. A terminal obeys control characters, and characters
 * that turn the writing direction or show nothing make a line read as what it is not.
 *
 * @since 0.1
 */
public final class SafeText {
  private SafeText() {}

  /** The text on one line: unsafe characters, line ends and tabs too, are shown escaped. */
  public static String line(String text) {
    return escape(text, false);
  }

  /** The text on as many lines as it has: line feeds and tabs stay, all else unsafe is escaped. */
  public static String block(String text) {
    return escape(text, true);
  }

  /**
   * Whether a code point must not reach a terminal or a page as it is: control characters,
   * bidirectional and other format characters, line and paragraph separators, lone surrogates,
   * noncharacters, and whatever Unicode says is not to be shown at all.
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

  /** Default_Ignorable_Code_Point, as far as it is neither a format character nor unassigned. */
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
