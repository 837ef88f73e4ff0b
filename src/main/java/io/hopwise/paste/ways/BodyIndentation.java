package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.RecordNumbers;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses behind a tab, or behind other blanks than the four that tcpdump prints; and packets
 * that ICMP quotes, or dumps in hexadecimal, behind something else than their tab. Tabs before the
 * numbers of records are taken for their blanks where all records are numbered one by one.
 */
final class BodyIndentation implements Way {

  private static final int WIDTH = 4;

  /** How blanks are printed where a tab was. */
  private static final int TAB_WIDTH = 8;

  /** A tab as programs write one. */
  private static final byte[] ESCAPED = "\\t".getBytes(ISO_8859_1);

  private static final byte[] CARET = "^I".getBytes(ISO_8859_1);

  private static final byte[] HEXADECIMAL = "0x00".getBytes(ISO_8859_1);

  private static final char DIGIT = 'd';

  /** How a line of a dump in hexadecimal begins behind its tab. */
  private static final String DUMP = "0xdddd:  dd";

  /** The end of what tcpdump says of a message, behind which the packet follows it quotes. */
  private static final Pattern MESSAGE =
      Pattern.compile(": ICMP [^\\n]*, length \\d+(?: \\([^\\n]*\\))?\\s*$");

  private static final Pattern QUOTED =
      Pattern.compile("IP(?: \\(tos 0x|  \\[\\||\\d \\(|6, | bad-)");

  private final Trial trial;

  /** Whether tabs were written in two characters. */
  private final boolean written;

  /** Whether numbers of records may stand behind a tab. */
  private final boolean numbered;

  /** Whether dumps in hexadecimal lack their tabs, which tcpdump prints before all of them. */
  private final boolean dumps;

  private BodyIndentation(Trial trial, boolean written, boolean numbered, boolean dumps) {
    this.trial = trial;
    this.written = written;
    this.numbered = numbered;
    this.dumps = dumps;
  }

  static List<Way> find(PastedText sample, Trial trial) {
    if (hasTabbedNumbers(sample, trial)) {
      return List.of(new BodyIndentation(trial, false, true, false));
    }
    BodyIndentation way = new BodyIndentation(trial, false, false, false);
    int end;
    for (int at = 0; at < sample.length(); at = end) {
      end = sample.lineEnd(at);
      if (end < sample.length() && way.isOdd(sample, at, end)) {
        return List.of(way);
      }
    }
    return List.of();
  }

  /** The same where only tabs are missing, which nothing else shows. */
  static List<Way> findTabs(PastedText sample, Trial trial) {
    boolean blanks = false;
    boolean dumps = false;
    boolean tabbed = false;
    boolean written = false;
    int end;
    for (int at = 0; at < sample.length() && !written; at = end) {
      end = sample.lineEnd(at);
      int from = end + ESCAPED.length;
      boolean mark = sample.startsWith(ESCAPED, end) || sample.startsWith(CARET, end);
      written = mark && (isQuoted(sample, from) || sample.startsWith(HEXADECIMAL, from));
      int words = end < sample.length() ? behindTab(sample, at, end, false, trial) : -1;
      blanks |= words >= 0;
      dumps |= words >= 0 && isDump(sample, words);
      tabbed |= end < sample.length() && sample.at(end) == '\t' && isDump(sample, end + 1);
    }
    if (dumps && tabbed) {
      return List.of(); // Telnet's options are printed like a dump without tabs.
    }
    return blanks || written
        ? List.of(new BodyIndentation(trial, written, false, dumps))
        : List.of();
  }

  /** Whether numbers behind tabs, and all others, are those of all records, one after the other. */
  private static boolean hasTabbedNumbers(PastedText text, Trial trial) {
    RecordNumbers numbers = new RecordNumbers();
    boolean tabs = false;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      boolean tab = isTabbedNumber(text, at, end, trial);
      int words = tab ? at + 1 : text.behindBlanks(at);
      tabs |= tab;
      if (tab || isTimedOrPacket(trial.kind(text.bytes(), at, end))) {
        if (!RecordNumbers.isNumber(text, words)) {
          return false;
        }
        numbers.meet(text, words, text.wordEnd(words) + 2);
      }
    }
    return tabs && numbers.areConsecutive();
  }

  /** Whether a tab begins a line, and a number and the rest of a head stand behind it. */
  private static boolean isTabbedNumber(PastedText text, int from, int end, Trial trial) {
    if (text.at(from) != '\t' || !RecordNumbers.isNumber(text, from + 1)) {
      return false;
    }
    int head = text.behindBlanks(text.wordEnd(from + 1));
    return isTimedOrPacket(trial.kind(text.bytes(), head, end));
  }

  private static boolean isTimedOrPacket(LineKind kind) {
    return kind.isTimed() || kind == LineKind.UNTIMED;
  }

  /** Whether the line behind a header has its addresses behind other blanks. */
  private boolean isOdd(PastedText text, int line, int next) {
    int words = text.lastWordEnd(line, next);
    int from = text.behindBlanks(next);
    boolean four = from == next + WIDTH && text.at(next) == ' ' && text.at(from - 1) == ' ';
    return words > line
        && text.at(words - 1) == ')'
        && from > next
        && !four
        && trial.kind(text.bytes(), from, text.lineEnd(from)) == LineKind.FLOW;
  }

  /**
   * Where the words of the next line begin that stood behind a tab, -1 for none. Blanks, or
   * nothing, may be what is left of it only behind a message that quotes a packet; nothing only
   * where records have times, for others begin so.
   */
  private static int behindTab(PastedText text, int line, int next, boolean written, Trial trial) {
    if (written && (text.startsWith(ESCAPED, next) || text.startsWith(CARET, next))) {
      return next + ESCAPED.length;
    }
    int from = next;
    while (from < text.length() && text.at(from) == ' ') {
      from++;
    }
    if (from - next < WIDTH && isDump(text, from)) {
      return from;
    }
    boolean quoted =
        from - next < TAB_WIDTH
            && isQuoted(text, from)
            && MESSAGE.matcher(text.words(line, next)).find();
    return quoted && (from > next || isTimed(text, line, trial)) ? from : -1;
  }

  /** Whether a line of a dump in hexadecimal begins at an index: {@code 0x0010: 4500}. */
  private static boolean isDump(PastedText text, int from) {
    if (from + DUMP.length() > text.length() || text.at(from) != '0') {
      return false;
    }
    for (int i = 0; i < DUMP.length(); i++) {
      char wanted = DUMP.charAt(i);
      byte b = text.at(from + i);
      boolean digit = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f');
      if (wanted == DIGIT ? !digit : b != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuoted(PastedText text, int from) {
    int end = text.wordsEnd(from, text.lineEnd(from));
    return from < end && text.at(from) == 'I' && QUOTED.matcher(text.words(from, end)).lookingAt();
  }

  /** Whether the record has a time whose last line this is, of one or two. */
  private static boolean isTimed(PastedText text, int line, Trial trial) {
    int head = line;
    if (text.at(line) == ' ' || text.at(line) == '\t') {
      head--;
      while (head > 0 && text.at(head - 1) != '\n') {
        head--;
      }
    }
    return head >= 0 && trial.kind(text.bytes(), head, text.lineEnd(head)).isTimed();
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int line = 0;
    int end = 0;
    if (!isNumbered(text, 0)) {
      end = text.lineEnd(0);
      undone.copy(text, 0, end);
    }
    while (end < text.length()) {
      int next = end;
      int words = next;
      int tab = behindTab(text, line, next, written, trial);
      if (tab >= 0) {
        undone.put('\t', text.place(next));
        words = tab;
      } else if (isNumbered(text, next)) {
        words = next + 1;
        for (int i = text.wordEnd(words) - words; i <= WIDTH; i++) {
          undone.put(' ', text.place(next));
        }
      } else if (isOdd(text, line, next)) {
        for (int i = 0; i < WIDTH; i++) {
          undone.put(' ', text.place(next));
        }
        words = text.behindBlanks(next);
      }
      line = next;
      end = text.lineEnd(words);
      undone.copy(text, words, end);
    }
    return undone.done();
  }

  /** Whether a record's number stands behind a tab here. */
  private boolean isNumbered(PastedText text, int from) {
    return numbered
        && from < text.length()
        && isTabbedNumber(text, from, text.lineEnd(from), trial);
  }

  @Override
  public boolean isHarmless() {
    return dumps;
  }

  @Override
  public boolean isJoin() {
    return !numbered;
  }

  @Override
  public String id() {
    return "body-indentation";
  }

  @Override
  public String says() {
    return "other blanks before addresses or in place of tabs";
  }

  @Override
  public String toString() {
    return "BodyIndentation" + written + numbered + dumps;
  }
}
