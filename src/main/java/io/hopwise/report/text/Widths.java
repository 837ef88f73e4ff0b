package io.hopwise.report.text;

/**
 * The width of text on a terminal: East Asian characters take two columns, combining accents none.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">Unicode Standard Annex 11</a>
 */
final class Widths {
  /** The first and last character of each wide block, in ascending order. */
  private static final int[] WIDE = {
    0x1100, 0x115f, // Hangul initial consonants
    0x2e80, 0x303e, // radicals, description characters, punctuation
    0x3041, 0x4dbf, // kana, Bopomofo, Hangul compatibility letters, Han extension A
    0x4e00, 0xa4cf, // Han, Yi
    0xa960, 0xa97c, // Hangul initial consonants, continued
    0xac00, 0xd7a3, // Hangul syllables
    0xf900, 0xfaff, // Han compatibility characters
    0xff01, 0xff60, // full-width forms
    0xffe0, 0xffe6, // full-width signs
    0x16fe0, 0x18cff, // Tangut, Khitan
    0x1aff0, 0x1b2ff, // kana, continued
    0x1f200, 0x1f265, // enclosed Han
    0x1f300, 0x1faff, // pictographs
    0x20000, 0x3fffd, // Han extensions
  };

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

  /** The text, padded with spaces on the right. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text, padded with spaces on the left. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** The text, without its end if it is wider than this. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (of(cut.toString()) + of(codePoint) > width - 3) {
        break;
      }
      cut.appendCodePoint(codePoint);
      i += Character.charCount(codePoint);
    }
    return cut + "...";
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
    for (int i = 0; i < WIDE.length && codePoint >= WIDE[i]; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
