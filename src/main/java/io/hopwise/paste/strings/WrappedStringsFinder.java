package io.hopwise.paste.strings;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.strings.WrappedStrings.At;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds strings that are open where a line ends, and what explains why it ends there. */
final class WrappedStringsFinder {
  /** So many cuts show that they have no width in common. */
  private static final int ENOUGH = 3;

  /** So many lines are taken for the beginning of a string that is none. */
  private static final int MOST_MISTAKEN = 4;

  /** What mails and comments put before lines. */
  private static final String MARKS = " \t>|#";

  private final PastedText text;
  private final byte[] prefix;
  private final StringCuts cuts = new StringCuts();

  /** What all lines that go on have in common, null before the first one. */
  private byte @Nullable [] common;

  private WrappedStringsFinder(PastedText text, byte[] prefix) {
    this.text = text;
    this.prefix = prefix;
  }

  static List<WrappedStrings> find(PastedText sample, Trial trial) {
    List<WrappedStrings> found = new ArrayList<>();
    WrappedStringsFinder all = new WrappedStringsFinder(sample, new byte[0]);
    all.look(false);
    if (all.cuts.count() == 0) {
      return found;
    }
    byte[] marks = all.common;
    if (marks != null && marks.length > 0) {
      WrappedStringsFinder marked = new WrappedStringsFinder(sample, marks);
      marked.look(true);
      marked.add(trial, found);
    }
    WrappedStringsFinder bare = new WrappedStringsFinder(sample, new byte[0]);
    bare.look(true);
    bare.add(trial, found);
    return found;
  }

  private void add(Trial trial, List<WrappedStrings> found) {
    if (cuts.areBackslashed()) {
      found.add(new WrappedStrings(trial, At.BACKSLASHES, 0, 0, prefix));
    }
    int amid = cuts.widthAmidWords();
    if (amid > 0) {
      found.add(new WrappedStrings(trial, At.CHARACTERS, amid, 0, prefix));
    }
    int between = cuts.widthBetweenWords();
    if (between > 0) {
      At at = cuts.keepBlanks() ? At.BLANKS : At.WORDS;
      found.add(new WrappedStrings(trial, at, between, cuts.mostBetweenWords() - between, prefix));
    }
  }

  /**
   * Looks for line ends within strings.
   *
   * @param strictly whether what seems to be a string is none if nothing explains where it was cut
   */
  private void look(boolean strictly) {
    StringScan scan = new StringScan(text, (byte) 0);
    int mistaken = 0;
    int end;
    for (int line = 0; line < text.length() && mistaken < MOST_MISTAKEN; line = end) {
      StringCuts own = new StringCuts();
      scan.beginLine(line);
      byte[] before = common;
      int from = line;
      end = text.lineEnd(line);
      while (true) {
        scan.go(from == line ? from : behindPrefix(from), text.wordsEnd(from, end));
        boolean isOpen = scan.quote() != 0;
        boolean goesOn = isOpen || (scan.isCompact() && !WrappedObjects.beginsObject(text, end));
        if (!goesOn || end == text.length()) {
          break;
        }
        if (isOpen) {
          own.add(StringScan.cut(text, from, end, prefix.length));
          takeCommon(end);
        }
        scan.joined();
        from = end;
        end = text.lineEnd(from);
      }
      if (strictly && own.count() >= ENOUGH && !own.isExplained()) {
        mistaken++;
        common = before;
        end = text.lineEnd(line);
      } else {
        cuts.addAll(own);
      }
    }
  }

  private int behindPrefix(int from) {
    return text.startsWith(prefix, from) ? from + prefix.length : from;
  }

  private void takeCommon(int from) {
    byte[] before = common;
    int most = before == null ? text.length() - from : before.length;
    int length = 0;
    while (length < most
        && from + length < text.length()
        && MARKS.indexOf(text.at(from + length)) >= 0
        && (before == null || before[length] == text.at(from + length))) {
      length++;
    }
    common = Arrays.copyOfRange(text.bytes(), from, from + length);
  }
}
