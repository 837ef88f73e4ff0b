package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import java.util.List;

/**
 * All records on one line, as a form's field or a chat leaves them. Believed only of a text that is
 * one line and begins with a record: what a packet carries may look like records, too.
 */
final class JoinedRecords implements Way {
  /** So many records on a line are no accident. */
  private static final int ENOUGH = 3;

  /** The blank between two lines, and those a line of addresses began with. */
  private static final int BEFORE_ADDRESSES = 5;

  private static final byte[] QUOTED = "IP (tos 0x".getBytes(ISO_8859_1);
  private static final byte[] LENGTH = ", length ".getBytes(ISO_8859_1);

  private final Trial trial;

  private JoinedRecords(Trial trial) {
    this.trial = trial;
  }

  static List<Way> find(PastedText sample, Trial trial) {
    int end = sample.lineEnd(0);
    if (!sample.isBlank(end, sample.length()) || !isHead(sample, 0, end, trial)) {
      return List.of();
    }
    int records = 1;
    for (int at = 1; at < end && records < ENOUGH; at++) {
      records += begins(sample, at, end, trial) ? 1 : 0;
    }
    return records == ENOUGH ? List.of(new JoinedRecords(trial)) : List.of();
  }

  private static boolean begins(PastedText text, int at, int end, Trial trial) {
    return text.at(at - 1) == ' ' && isHead(text, at, end, trial);
  }

  /** Whether a time begins here, and a packet behind it. */
  private static boolean isHead(PastedText text, int from, int end, Trial trial) {
    if (text.at(from) < '0' || text.at(from) > '9') {
      return false;
    }
    LineKind kind = trial.kind(text.bytes(), from, end);
    if (kind != LineKind.TIME_OF_DAY && kind != LineKind.DATE_TIME && kind != LineKind.EPOCH) {
      return false;
    }
    int words = kind == LineKind.DATE_TIME ? 2 : 1;
    int at = from;
    for (int i = 0; i < words; i++) {
      at = text.behindBlanks(text.wordEnd(at));
    }
    LineKind packet = trial.kind(text.bytes(), at, end);
    return packet == LineKind.UNTIMED || packet == LineKind.FLOW;
  }

  @Override
  public PastedText undo(PastedText text) {
    return text.changeLines(
        (at, end, undone) -> {
          int done = at;
          for (int i = at + 1; i < end; i++) {
            boolean addresses = beginsAddresses(text, i);
            boolean quoted = beginsQuoted(text, i);
            if (addresses || quoted || begins(text, i, end, trial)) {
              int blank = addresses ? i - BEFORE_ADDRESSES : i - 1;
              undone.copy(text, done, blank);
              undone.put('\n', text.place(blank));
              if (quoted) {
                undone.put('\t', text.place(i));
              }
              done = blank + 1;
            }
          }
          undone.copy(text, done, end);
        });
  }

  /** Whether the blanks before addresses end here, behind a header in parentheses. */
  private static boolean beginsAddresses(PastedText text, int at) {
    int from = at - BEFORE_ADDRESSES;
    return from > 0 && text.at(from - 1) == ')' && text.behindBlanks(from) == at;
  }

  /** Whether the packet that an ICMP error quotes begins here, behind the error's length. */
  private static boolean beginsQuoted(PastedText text, int at) {
    int digits = at - 1;
    while (digits > 0 && text.at(digits - 1) >= '0' && text.at(digits - 1) <= '9') {
      digits--;
    }
    return text.startsWith(QUOTED, at)
        && digits < at - 1
        && digits >= LENGTH.length
        && text.startsWith(LENGTH, digits - LENGTH.length);
  }

  @Override
  public String id() {
    return "joined-records";
  }

  @Override
  public String says() {
    return "all records on one line";
  }

  @Override
  public String toString() {
    return "JoinedRecords";
  }
}
