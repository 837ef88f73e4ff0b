package io.hopwise.paste.strings;

import static io.hopwise.paste.strings.StringCuts.MOST_BLANKS;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import java.util.Arrays;

/**
 * Strings that a terminal, a mail or an editor wrapped over lines. JSON, Python and the like have
 * no line end within a string, so one that stands there was put by what wrapped it, if the line is
 * as long as the others, or the next word had no room on it.
 */
final class WrappedStrings implements Joining {
  /** What a line end within a string stands for. */
  enum At {
    CHARACTERS,
    /** A blank. */
    WORDS,
    /** The blank was kept before it. */
    BLANKS,
    /** A backslash stands before it, which is taken away. */
    BACKSLASHES
  }

  private static final String OF_TIME = "0123456789:.-";

  private final Trial trial;
  private final At at;
  private final int width;

  /** How much larger the width may be. */
  private final int room;

  /** What stands before each line that goes on. */
  private final byte[] prefix;

  WrappedStrings(Trial trial, At at, int width, int room, byte[] prefix) {
    this.trial = trial;
    this.at = at;
    this.width = width;
    this.room = room;
    this.prefix = prefix;
  }

  @Override
  public PastedText joined(PastedText text, byte open) {
    PastedText.Maker joined = new PastedText.Maker(text.length());
    join(text, open, joined);
    return joined.done();
  }

  @Override
  public byte openAtEnd(PastedText text, byte open) {
    return join(text, open, new PastedText.Maker(text.length())).quote;
  }

  /**
   * What a text ends in.
   *
   * @param line where the line begins that goes on behind it; its length for none
   * @param quote the quotation mark of the string that is open; 0 for none
   * @param escape where to end instead, so that no escape is cut in two
   */
  private record Ending(int line, byte quote, int escape) {}

  private Ending join(PastedText text, byte open, PastedText.Maker joined) {
    StringScan scan = new StringScan(text, open);
    int end;
    for (int line = 0; line < text.length(); line = end) {
      end = text.lineEnd(line);
      scan.beginLine(line);
      int from = line;
      int whole = line;
      boolean first = line > 0 || open == 0;
      while (true) {
        int words = text.wordsEnd(from, end);
        int copied = scan.isBegun() ? from : behindPrefix(text, from);
        scan.go(copied, words);
        joined.copy(text, copied, words);
        boolean isOpen = scan.quote() != 0;
        if (end == text.length() && isOpen) {
          put(text, from, words, first, joined);
          boolean cut = Literal.endsAmidEscape(joined);
          return new Ending(line, scan.quote(), cut ? whole : text.length());
        }
        if (end == text.length() && scan.isCompact()) {
          joined.copy(text, words, end);
          return new Ending(line, (byte) 0, line);
        }
        if (end == text.length()
            || !(isOpen || scan.isCompact())
            || !goesOn(text, from, end, first, isOpen, joined)) {
          if (isOpen && !first) {
            joined.put(scan.quote(), text.place(words)); // The rest of it was not pasted.
          }
          joined.copy(text, words, end);
          break;
        }
        put(text, from, words, first, joined);
        scan.joined();
        first = false;
        from = end;
        whole = Literal.endsAmidEscape(joined) ? whole : end;
        end = text.lineEnd(from);
      }
    }
    return new Ending(text.length(), (byte) 0, 0);
  }

  /** Whether a string that it joins holds an escaped line end, as none does by accident. */
  boolean joinsEscapes(PastedText text) {
    PastedText joined = joined(text, (byte) 0);
    int lines = 0;
    for (int at = 0; at < joined.length(); at = joined.lineEnd(at)) {
      lines++;
    }
    for (int at = 0; at < text.length(); at = text.lineEnd(at)) {
      lines--;
    }
    return lines < 0 && holdsEscape(joined);
  }

  private static boolean holdsEscape(PastedText text) {
    for (int at = 0; at + 1 < text.length(); at++) {
      if (text.at(at) == '\\' && text.at(at + 1) == 'n') {
        return true;
      }
    }
    return false;
  }

  private int behindPrefix(PastedText text, int from) {
    return text.startsWith(prefix, from) ? from + prefix.length : from;
  }

  /** Whether a line goes on with the next one. */
  private boolean goesOn(
      PastedText text, int from, int end, boolean first, boolean open, PastedText.Maker joined) {
    int next = behindPrefix(text, end);
    if (open && beginsRecord(text, next) && !endsLine(joined)) {
      return false;
    }
    if (!open && WrappedObjects.beginsObject(text, next)) {
      return false;
    }
    StringCuts.Cut cut = StringScan.cut(text, from, end, prefix.length);
    if (isFull(cut, width)) {
      return true;
    }
    return first && prefix.length > 0 && isFull(cut, width - prefix.length);
  }

  private boolean isFull(StringCuts.Cut cut, int columns) {
    return switch (at) {
      case CHARACTERS -> cut.isFull(columns);
      case WORDS, BLANKS -> cut.hasNoRoom(columns, columns + room);
      case BACKSLASHES -> cut.backslashed();
    };
  }

  /** Whether a record begins: within a string it does so only behind the end of another line. */
  private boolean beginsRecord(PastedText text, int from) {
    LineKind kind = trial.kind(text.bytes(), from, text.lineEnd(from));
    return kind == LineKind.TIME_OF_DAY || kind == LineKind.DATE_TIME;
  }

  /** Whether a line ends here, but for the first characters of a date or a time. */
  private static boolean endsLine(PastedText.Maker joined) {
    byte[] bytes = joined.bytes();
    int at = joined.length() - 1;
    while (at > 0 && (OF_TIME.indexOf(bytes[at]) >= 0 || isAmidTime(bytes, at))) {
      at--;
    }
    return at >= 0
        && (Literal.isQuote(bytes[at]) || (at > 0 && bytes[at] == 'n' && bytes[at - 1] == '\\'));
  }

  /** Whether a blank stands between a date and a time. */
  private static boolean isAmidTime(byte[] bytes, int at) {
    return bytes[at] == ' ' && bytes[at - 1] >= '0' && bytes[at - 1] <= '9';
  }

  /** Puts what stood where a line was wrapped. */
  private void put(PastedText text, int from, int words, boolean first, PastedText.Maker joined) {
    int place = text.place(Math.max(from, words - 1));
    switch (at) {
      case CHARACTERS -> {
        int columns = text.columns(from, words);
        int full = first && columns <= width - prefix.length ? width - prefix.length : width;
        for (int column = columns; column < full && columns >= full - MOST_BLANKS; column++) {
          joined.put(' ', place);
        }
      }
      case WORDS -> joined.put(' ', place);
      case BLANKS -> {
        // It stands there.
      }
      case BACKSLASHES -> joined.cutTo(joined.length() - 1);
    }
  }

  @Override
  public int wholeUpTo(PastedText text, byte open) {
    Ending ending = join(text, open, new PastedText.Maker(text.length()));
    if (ending.line > 0) {
      return ending.line;
    }
    return ending.escape > 0 ? ending.escape : text.length();
  }

  @Override
  public boolean isExact() {
    return at != At.WORDS;
  }

  @Override
  public String toString() {
    return "Wrapped" + at + width + "+" + room + Arrays.toString(prefix);
  }
}
