package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;

/** Text as it stands in an address of a web page: {@code %20} for a blank. */
final class PercentEncoding implements Way {
  /** So many codes show that it is none of tcpdump's percent signs. */
  private static final int ENOUGH = 8;

  static List<Way> find(PastedText sample) {
    int codes = 0;
    for (int at = 0; at < sample.length(); at++) {
      if (sample.at(at) == ' ' || sample.at(at) == '\t') {
        return List.of();
      }
      codes += code(sample, at) >= 0 ? 1 : 0;
    }
    return codes >= ENOUGH ? List.of(new PercentEncoding()) : List.of();
  }

  /** The byte that is written at an index as a percent sign and two digits; -1 for none. */
  private static int code(PastedText text, int at) {
    if (text.at(at) != '%' || at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.at(at + 1), 16);
    int low = Character.digit(text.at(at + 2), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int at = 0;
    while (at < text.length()) {
      int code = code(text, at);
      if (code < 0) {
        undone.copy(text, at, at + 1);
        at++;
      } else {
        undone.put(code, text.place(at));
        at += 3;
      }
    }
    return undone.done();
  }

  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    for (int at = 0; at < pasted.length(); at++) {
      if (pasted.at(at) == '%' && code(pasted, at) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String id() {
    return "percent-encoding";
  }

  @Override
  public String says() {
    return "percent-encoded";
  }

  @Override
  public String toString() {
    return "PercentEncoding";
  }
}
