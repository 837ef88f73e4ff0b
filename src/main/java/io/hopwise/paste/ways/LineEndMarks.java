package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;
import java.util.stream.Stream;

/** What editors and {@code cat -A} show where a line ends; that shows tabs, too. */
final class LineEndMarks implements Way {
  private static final ImmutableList<byte[]> MARKS =
      Stream.of("^M$", "^M", "$", "\u00b6", "\u21b5", "\u23ce", "\u00ac", "\u2424", "\u240a")
          .map(mark -> mark.getBytes(UTF_8))
          .collect(ImmutableList.toImmutableList());

  private static final byte[] TAB = {'^', 'I'};
  private static final byte[] RETURN = {'^', 'M'};
  private static final int ENOUGH = 2;
  private static final int MANY = 3;

  private final byte[] mark;

  /** Whether all lines have it, and more than a few, so that tcpdump did not print it. */
  private final boolean everywhere;

  private LineEndMarks(byte[] mark, boolean everywhere) {
    this.mark = mark;
    this.everywhere = everywhere;
  }

  static List<Way> find(PastedText sample) {
    for (byte[] mark : MARKS) {
      LineEndMarks way = new LineEndMarks(mark, false);
      int lines = 0;
      int marked = 0;
      int end;
      for (int at = 0; at < sample.length(); at = end) {
        end = sample.lineEnd(at);
        lines += sample.isBlank(at, end) ? 0 : 1;
        marked += way.isMarked(sample, at, sample.wordsEnd(at, end)) ? 1 : 0;
      }
      if (marked >= ENOUGH && 10 * marked >= 9 * lines) {
        return List.of(new LineEndMarks(mark, marked == lines && lines > MANY));
      }
    }
    return List.of();
  }

  private boolean isMarked(PastedText text, int from, int words) {
    return words - mark.length >= from && text.startsWith(mark, words - mark.length);
  }

  @Override
  public PastedText undo(PastedText text) {
    boolean shown = mark[mark.length - 1] == '$';
    return text.changeLines(
        (at, end, undone) -> {
          int words = text.wordsEnd(at, end);
          int last = isMarked(text, at, words) ? words - mark.length : words;
          int next = at;
          while (next < last) {
            boolean tab = shown && next + 1 < last && text.startsWith(TAB, next);
            if (tab) {
              undone.put('\t', text.place(next));
            } else {
              undone.copy(text, next, next + 1);
            }
            next += tab ? TAB.length : 1;
          }
          undone.copy(text, words, end);
        });
  }

  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    for (int at = 0; at < undone.length(); at++) {
      if (undone.startsWith(RETURN, at)) {
        return false; // Some releases print returns as they are, which a tool shows alike.
      }
    }
    return undone.isAscii();
  }

  @Override
  public boolean isHarmless() {
    return everywhere;
  }

  @Override
  public String id() {
    return "line-end-marks";
  }

  @Override
  public String says() {
    return "marks at line ends";
  }

  @Override
  public String toString() {
    return "LineEndMarks" + new String(mark, UTF_8) + everywhere;
  }
}
