package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Characters a word processor or a chat set in place of tcpdump's: blanks, arrows, dashes. */
final class TypographicText implements Way {
  /** Dashes and quotation marks, which are set in place of tcpdump's where they are set at all. */
  private static final String EVERYWHERE = "-'\"";

  /** Whether none of tcpdump's are left, so that no person wrote the others. */
  private final boolean everywhere;

  private TypographicText(boolean everywhere) {
    this.everywhere = everywhere;
  }

  static List<Way> find(PastedText sample) {
    for (int at = 0; at < sample.length(); at++) {
      if (sample.at(at) < 0) {
        return List.of(new TypographicText(areReplaced(sample)));
      }
    }
    return List.of();
  }

  /** Whether dashes, or quotation marks, are none of tcpdump's, and some are others. */
  private static boolean areReplaced(PastedText text) {
    boolean[] plain = new boolean[EVERYWHERE.length()];
    boolean[] other = new boolean[EVERYWHERE.length()];
    int length;
    for (int at = 0; at < text.length(); at += length) {
      length = text.at(at) >= 0 ? 1 : characterLength(text, at);
      String set = text.at(at) >= 0 ? null : plain(text, at, length);
      boolean[] kind = set == null ? plain : other;
      int index = set == null ? EVERYWHERE.indexOf(text.at(at)) : EVERYWHERE.indexOf(set);
      if (index >= 0 && !(set != null && set.isEmpty())) {
        kind[index] = true;
      }
    }
    boolean replaced = false;
    for (int i = 0; i < plain.length; i++) {
      if (other[i] && plain[i]) {
        return false;
      }
      replaced |= other[i];
    }
    return replaced;
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int at = 0;
    while (at < text.length()) {
      int length = text.at(at) >= 0 ? 1 : characterLength(text, at);
      String plain = text.at(at) >= 0 ? null : plain(text, at, length);
      if (plain == null) {
        undone.copy(text, at, at + length);
      } else {
        for (int i = 0; i < plain.length(); i++) {
          undone.put(plain.charAt(i), text.place(at));
        }
      }
      at += length;
    }
    return undone.done();
  }

  private static int characterLength(PastedText text, int at) {
    int lead = text.at(at) & 0xff;
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    for (int i = 1; i < length; i++) {
      if (at + i >= text.length() || (text.at(at + i) & 0xc0) != 0x80) {
        return 1;
      }
    }
    return length;
  }

  /** What tcpdump printed in place of a character, null if nothing else. */
  private static @Nullable String plain(PastedText text, int at, int length) {
    if (length == 1) {
      return (text.at(at) & 0xff) == 0xA0 ? " " : null;
    }
    int c = new String(text.bytes(), at, length, UTF_8).codePointAt(0);
    return switch (c) {
      case 0x2028, 0x2029, 0x0085 -> "\n";
      case 0xFF1A -> isBlankAt(text, at + length) ? ":" : ": ";
      case 0xFF0C -> isBlankAt(text, at + length) ? "," : ", ";
      case 0xFF08 -> "(";
      case 0xFF09 -> ")";
      case 0x00C2 -> isNoBreak(text, at + length) ? "" : null;
      case 0x00A0, 0x202F, 0x205F, 0x3000 -> " ";
      case 0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF -> "";
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> "-";
      case 0x2018, 0x2019 -> "'";
      case 0x201C, 0x201D -> "\"";
      case 0x203A, 0xFF1E -> ">";
      case 0x2192, 0x21D2 -> standsBeforeNumber(text, at + length) ? "->" : ">";
      case 0x2026 -> "...";
      case 0xFB00 -> "ff";
      case 0xFB01 -> "fi";
      case 0xFB02 -> "fl";
      default -> c >= 0x2000 && c <= 0x200A ? " " : null;
    };
  }

  private static boolean isBlankAt(PastedText text, int at) {
    return at >= text.length() || text.at(at) == ' ' || text.at(at) == '\n' || text.at(at) == '\r';
  }

  /** Whether a no-break blank follows: read as Latin-1 and written anew, it had this in front. */
  private static boolean isNoBreak(PastedText text, int at) {
    return at + 1 < text.length() && text.at(at) == (byte) 0xC2 && text.at(at + 1) == (byte) 0xA0;
  }

  /** Whether a checksum follows that ought to have been: the arrow of two characters. */
  private static boolean standsBeforeNumber(PastedText text, int from) {
    int at = from < text.length() && text.at(from) == ' ' ? from + 1 : from;
    boolean hex = at + 1 < text.length() && text.at(at) == '0' && text.at(at + 1) == 'x';
    return hex || at == from;
  }

  /**
   * Of a packet's bytes others than ASCII are printed as dots: all were set in place of something.
   * What may have been one character is not two, and an empty line may have had none.
   */
  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    int at = 0;
    while (at < pasted.length()) {
      int length = pasted.at(at) >= 0 ? 1 : characterLength(pasted, at);
      String plain = pasted.at(at) >= 0 ? "" : plain(pasted, at, length);
      if (plain == null || plain.equals("->") || plain.endsWith(": ") || plain.endsWith(", ")) {
        return false;
      }
      at += length;
    }
    return !undone.hasFilledLine(pasted);
  }

  @Override
  public boolean isHarmless() {
    return everywhere;
  }

  @Override
  public String id() {
    return "typographic-text";
  }

  @Override
  public String says() {
    return "typographic characters";
  }

  @Override
  public String toString() {
    return "TypographicText" + everywhere;
  }
}
