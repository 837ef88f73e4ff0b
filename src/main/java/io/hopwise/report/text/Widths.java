package io.hopwise.report.text;

import java.lang.Character.UnicodeScript;

/** How many columns text takes on a terminal: East Asian characters two, accents none. */
final class Widths {
  private Widths() {}

  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += of(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  /** The text, with spaces behind it up to a width. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text, with spaces before it up to a width. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  private static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    if (codePoint >= 0xff61 && codePoint <= 0xffdc) {
      return false; // halfwidth forms
    }
    if ((codePoint >= 0x3000 && codePoint <= 0x303e)
        || (codePoint >= 0xff01 && codePoint <= 0xff60)
        || (codePoint >= 0x1f300 && codePoint <= 0x1faff)) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL
        || script == UnicodeScript.BOPOMOFO
        || script == UnicodeScript.YI
        || codePoint == 0x30fc;
  }
}
