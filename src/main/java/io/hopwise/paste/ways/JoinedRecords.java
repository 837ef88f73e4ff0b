package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.framing.LineKind;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.RecordNumbers;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All records on one line, as a form's field or a chat leaves them. Believed only of a text that is
 * one line of records which carry no words of an application: those may look like records, too.
 */
public final class JoinedRecords implements Way {
  /** So many records on a line are no accident. */
  private static final int ENOUGH = 3;

  /** The blank between two lines, and those a line of addresses began with. */
  private static final int BEFORE_ADDRESSES = 5;

  /** A date, a zero for each digit. */
  private static final String DATE = "0000-00-00";

  private static final byte[] QUOTED = "IP (tos 0x".getBytes(ISO_8859_1);
  private static final byte[] LENGTH = ", length ".getBytes(ISO_8859_1);

  private final Trial trial;

  private JoinedRecords(Trial trial) {
    this.trial = trial;
  }

  static List<Way> find(PastedText sample, Trial trial) {
    return areIn(sample, trial) ? List.of(new JoinedRecords(trial)) : List.of();
  }

  /** Whether a text is one line of records, and none but the last can hold what looks like them. */
  public static boolean areIn(PastedText text, Trial trial) {
    int end = text.lineEnd(0);
    int first = text.behindBlanks(0);
    if (!text.isBlank(end, text.length()) || !isHead(text, first, end, trial)) {
      return false;
    }
    boolean numbered = RecordNumbers.isNumber(text, first);
    List<Integer> heads = new ArrayList<>(List.of(0));
    PastedText undone = new JoinedRecords(trial).undo(text);
    for (int at = undone.lineEnd(0); at < undone.length(); at = undone.lineEnd(at)) {
      int words = numbered ? undone.behindBlanks(at) : at;
      if (isHead(undone, words, undone.lineEnd(at), trial)) {
        heads.add(at);
      }
    }
    for (int i = 0; i + 1 < heads.size(); i++) {
      byte[] record = Arrays.copyOfRange(undone.bytes(), heads.get(i), heads.get(i + 1));
      if (mayHoldWords(trial.wholePacket(record, record.length))) {
        return false;
      }
    }
    return heads.size() >= ENOUGH;
  }

  /**
   * Whether words in it may be an application's: not behind a bare segment or datagram, nor in what
   * tcpdump itself says of ICMP. What a tunnel carries is not looked at, so it may.
   */
  private static boolean mayHoldWords(@Nullable Packet packet) {
    return packet == null || mayHoldWords(packet.payload());
  }

  private static boolean mayHoldWords(Payload payload) {
    if (payload instanceof IcmpMessage icmp) {
      return icmp.quoted().map(quoted -> mayHoldWords(quoted.payload())).orElse(false);
    }
    boolean bare =
        payload instanceof TcpSegment
            || (payload instanceof UdpDatagram datagram && datagram.inner().isEmpty());
    return !bare || !payload.text().isBlank();
  }

  /**
   * Where a record begins whose number or time begins here; -1 for none.
   *
   * @param numbered whether all records have numbers
   */
  private static int beginning(PastedText text, int at, int end, boolean numbered, Trial trial) {
    if (text.at(at - 1) != ' ' || numbered != RecordNumbers.isNumber(text, at)) {
      return -1;
    }
    int from = numbered ? RecordNumbers.roomBefore(text, 0, at) : at;
    boolean begins = from > 0 && text.at(from - 1) == ' ' && !isBehindDate(text, at);
    return begins && isHead(text, at, end, trial) ? from : -1;
  }

  /** Whether a time goes on with the date before it. */
  private static boolean isBehindDate(PastedText text, int at) {
    int date = at - 1 - DATE.length();
    if (date < 0) {
      return false;
    }
    for (int i = 0; i < DATE.length(); i++) {
      byte b = text.at(date + i);
      if (DATE.charAt(i) == '0' ? b < '0' || b > '9' : b != '-') {
        return false;
      }
    }
    return true;
  }

  /** Whether a time begins here, perhaps behind a number, and a packet behind it. */
  private static boolean isHead(PastedText text, int from, int end, Trial trial) {
    if (from >= end || text.at(from) < '0' || text.at(from) > '9') {
      return false;
    }
    boolean numbered = RecordNumbers.isNumber(text, from);
    int time = numbered ? text.behindBlanks(text.wordEnd(from)) : from;
    LineKind kind = trial.kind(text.bytes(), time, end);
    if (kind != LineKind.TIME_OF_DAY && kind != LineKind.DATE_TIME && kind != LineKind.EPOCH) {
      return false;
    }
    int words = kind == LineKind.DATE_TIME ? 2 : 1;
    int at = time;
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
          int first = text.behindBlanks(at);
          boolean numbered = RecordNumbers.isNumber(text, first);
          for (int i = first + 1; i < end; i++) {
            boolean addresses = beginsAddresses(text, i);
            boolean quoted = beginsQuoted(text, i);
            int record = addresses || quoted ? i : beginning(text, i, end, numbered, trial);
            if (record >= 0) {
              int blank = addresses ? i - BEFORE_ADDRESSES : record - 1;
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
