package io.hopwise.paste.ways;

import io.hopwise.paste.KnownFields;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were wrapped after something was put before each, so that only the first piece of a
 * line carries it: what lacks it, behind a line that is as long as the width, goes on with that.
 */
final class WrappedPrefix implements Way {
  private static final int NARROWEST = 20;

  private final LinePrefix prefix;
  private final Wrap wrap;

  private WrappedPrefix(LinePrefix prefix, Wrap wrap) {
    this.prefix = prefix;
    this.wrap = wrap;
  }

  /** The way, null where lines without the prefix do not tell a width. */
  static @Nullable WrappedPrefix find(PastedText sample, LinePrefix prefix, Trial trial) {
    LineCuts cuts = cuts(sample, prefix);
    int amid = cuts.widthAmidWords();
    int between = cuts.widthBetweenWords();
    int ending = cuts.ending(amid);
    int fitting = cuts.fitting(between);
    WrappedPrefix amidWords =
        new WrappedPrefix(prefix, new Wrap(Wrap.At.CHARACTERS, amid, 0, false));
    WrappedPrefix betweenWords =
        new WrappedPrefix(prefix, new Wrap(Wrap.At.WORDS, between, 0, false));
    if (cuts.isCertain(ending) && ending >= fitting) {
      // Lines that are alike are cut alike, also between words.
      boolean alike =
          cuts.isCertain(fitting)
              && KnownFields.count(betweenWords.undo(sample), trial)
                  > KnownFields.count(amidWords.undo(sample), trial);
      return alike ? betweenWords : amidWords;
    }
    return cuts.isCertain(fitting) ? betweenWords : null;
  }

  private static LineCuts cuts(PastedText text, LinePrefix prefix) {
    LineCuts cuts = new LineCuts();
    boolean begun = false;
    for (int at = 0; at < text.length(); at = text.lineEnd(at)) {
      int end = text.lineEnd(at);
      begun = !text.isBlank(at, end) && (begun || prefix.isBefore(text, at, end));
      int columns = text.columns(at, text.lastWordEnd(at, end));
      if (begun && columns >= NARROWEST && isRest(text, end, prefix)) {
        cuts.add(columns, firstWord(text, end));
      }
    }
    return cuts;
  }

  /** Whether a line lacks the prefix, so that it may go on with the one before. */
  private static boolean isRest(PastedText text, int from, LinePrefix prefix) {
    if (from == text.length()) {
      return false;
    }
    int end = text.lineEnd(from);
    boolean lacks = !prefix.isBefore(text, from, end) || isNumber(text, from, end);
    return lacks && !text.isBlank(from, end);
  }

  /** Whether digits are all that stands on a line: numbered lines have more blanks before them. */
  private static boolean isNumber(PastedText text, int from, int end) {
    int words = text.lastWordEnd(from, end);
    int first = from < words && text.at(from) == ' ' ? from + 1 : from;
    for (int at = first; at < words; at++) {
      if (text.at(at) < '0' || text.at(at) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int firstWord(PastedText text, int from) {
    int first = text.behindBlanks(from);
    return text.columns(first, text.wordEnd(first));
  }

  /** The lines as they were before they were wrapped, with the prefix. */
  PastedText joined(PastedText text) {
    PastedText.Maker joined = new PastedText.Maker(text.length());
    boolean begun = false;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      begun = !text.isBlank(at, end) && (begun || prefix.isBefore(text, at, end));
      joined.copy(text, at, end);
      int columns = text.columns(at, text.lastWordEnd(at, end));
      if (begun
          && (wrap.isAtWords() || columns <= wrap.width())
          && isRest(text, end, prefix)
          && wrap.isFull(columns, firstWord(text, end))) {
        int feed = joined.takeLineEnd();
        if (wrap.wantsBlank(joined.last(), columns)) {
          joined.put(' ', feed);
        }
      }
    }
    return joined.done();
  }

  @Override
  public PastedText undo(PastedText text) {
    return prefix.undo(joined(text));
  }

  @Override
  public boolean isPrefix() {
    return true;
  }

  @Override
  public String id() {
    return "wrapped-prefix";
  }

  @Override
  public String says() {
    return prefix.says() + ", then " + wrap.says();
  }

  @Override
  public String toString() {
    return "WrappedPrefix" + prefix + wrap;
  }
}
