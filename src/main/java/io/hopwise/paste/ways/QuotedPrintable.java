package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;

/** The source of a mail: {@code =3D} for a character, {@code =} at the end of a line cut in two. */
final class QuotedPrintable implements Way {
  static List<Way> find(PastedText sample) {
    int cuts = 0;
    int end;
    for (int at = 0; at < sample.length(); at = end) {
      end = sample.lineEnd(at);
      int words = sample.wordsEnd(at, end);
      cuts += words > at && sample.at(words - 1) == '=' ? 1 : 0;
    }
    return cuts > 0 ? List.of(new QuotedPrintable()) : List.of();
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.at(at) != '=') {
        undone.copy(text, at, at + 1);
        at++;
        continue;
      }
      int end = text.lineEnd(at);
      if (text.wordsEnd(at, end) == at + 1) {
        at = end;
        continue;
      }
      int code = code(text, at, end);
      undone.put(code >= 0 ? code : '=', text.place(at));
      at += code >= 0 ? 3 : 1;
    }
    return undone.done();
  }

  /** The byte that is written at an index of a line as a sign and two digits; -1 for none. */
  private static int code(PastedText text, int at, int end) {
    int high = at + 2 < end ? Character.digit(text.at(at + 1), 16) : -1;
    int low = at + 2 < end ? Character.digit(text.at(at + 2), 16) : -1;
    return high >= 0 && low >= 0 ? 16 * high + low : -1;
  }

  /** Mail that has the sign itself encodes it: none is left that was not decoded. */
  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    for (int at = 0; at < pasted.length(); at++) {
      if (pasted.at(at) == '='
          && pasted.wordsEnd(at, pasted.lineEnd(at)) != at + 1
          && code(pasted, at, pasted.lineEnd(at)) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String id() {
    return "quoted-printable";
  }

  @Override
  public String says() {
    return "quoted-printable";
  }

  @Override
  public String toString() {
    return "QuotedPrintable";
  }
}
