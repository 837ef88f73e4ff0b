package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.framing.LineKind;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.paste.KnownFields;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One record's lines as they are joined, one after the other, until they make a whole packet. */
final class WrappedRecord {
  /** The end of a record whose packet carries nothing that is printed. */
  private static final Pattern ENDED = Pattern.compile("length:? \\d+\\)?\\s*$");

  /** The most lines a record may have been wrapped into. */
  private static final int MOST_LINES = 40;

  private static final int LONGEST = 1 << 13;

  /** How long a time of day is up to its seconds. */
  private static final int CLOCK = 8;

  private final Trial trial;
  private final PastedText text;
  private final LineKind head;
  private final WrappedLines way;
  private final Wrap wrap;

  /** Whether what goes on with a wrapped line is indented. */
  private final boolean hanging;

  private final PastedText.Maker record = new PastedText.Maker(256);

  /** Where the lines end that were taken so far. */
  private int end;

  /** The columns of the last of them. */
  private int lastColumns;

  private boolean joined;

  /** The packet that was found last, null for none. */
  private @Nullable Packet whole;

  /** Its text, where its lines end, and whether lines were joined. */
  private PastedText wholeText = PastedText.of(new byte[0], 0, 0);

  private int wholeEnd;
  private boolean wholeJoined;

  WrappedRecord(
      Trial trial, PastedText text, int from, LineKind head, WrappedLines way, boolean hanging) {
    this.trial = trial;
    this.text = text;
    this.head = head;
    this.way = way;
    this.wrap = way.wrap();
    this.hanging = hanging;
    end = text.lineEnd(from);
    lastColumns = text.columns(from, text.wordsEnd(from, end));
    record.copy(text, from, end);
  }

  /** Whether lines were joined to make it whole. */
  boolean isJoined() {
    return wholeJoined;
  }

  /** Where its lines end. */
  int end() {
    return wholeEnd;
  }

  PastedText undone() {
    return wholeText;
  }

  /** Takes lines as long as they may belong to it; whether a whole packet was found. */
  boolean read() {
    boolean added = false;
    boolean full = false;
    for (int lines = 1; lines <= MOST_LINES && record.length() < LONGEST; lines++) {
      Packet packet = trial.wholePacket(record.bytes(), record.length());
      if (packet != null && (whole == null || added || saysMore(packet, whole, full))) {
        whole = packet;
        wholeText = record.done();
        wholeEnd = end;
        wholeJoined = joined;
      }
      if (!mayGoOn()) {
        break;
      }
      full = wrap.isFull(lastColumns, firstWord());
      added = isOwnLine(end, text.lineEnd(end), full);
      if (packet != null && !added && !full) {
        break;
      }
      add(added);
    }
    return wholeEnd > 0;
  }

  /** Whether a join told something of the packet, other than words that mean nothing. */
  private boolean saysMore(Packet joined, Packet before, boolean full) {
    int more = KnownFields.count(joined) - KnownFields.count(before);
    int words = joined.payload().text().length() - before.payload().text().length();
    if (more != 0 || words < 0) {
      return more >= 0;
    }
    // A packet's length is the last that is printed of it, but for what it carries.
    boolean ended = length(before).equals(length(joined)) && ENDED.matcher(words(wholeText)).find();
    return full && way.isCertain() && !ended;
  }

  private static String words(PastedText text) {
    return new String(text.bytes(), ISO_8859_1);
  }

  private static OptionalInt length(Packet packet) {
    if (packet.payload() instanceof TcpSegment tcp) {
      return tcp.length();
    }
    if (packet.payload() instanceof IcmpMessage icmp) {
      return icmp.length();
    }
    return packet.payload() instanceof UdpDatagram udp ? udp.length() : OptionalInt.empty();
  }

  /** The length of the next line's first word. */
  private int firstWord() {
    int from = text.behindBlanks(end);
    return text.columns(from, text.wordEnd(from));
  }

  /** Whether the next line may be a part of it. */
  private boolean mayGoOn() {
    if (end == text.length()) {
      return false;
    }
    if (beginsInnerPacket() || beginsTime()) {
      return false;
    }
    LineKind kind = trial.kind(text.bytes(), end, text.lineEnd(end));
    return switch (kind) {
      case TIME_OF_DAY, DATE_TIME -> false;
      case EPOCH, DELTA, SIGNED_DELTA, ODD_TIME -> kind != head;
      case UNTIMED -> head.isTimed() || isNumber();
      case BLANK, NOTICE, KEY, STATISTICS -> false;
      default -> true;
    };
  }

  /** Whether the next line begins with a number and a comma, as within a record. */
  private boolean isNumber() {
    int at = end;
    while (at < text.length() && isDigit(text.at(at))) {
      at++;
    }
    return at > end && at < text.length() && text.at(at) == ',';
  }

  /**
   * Whether the next line begins with a time of day, or is what is left of one: the record behind
   * it may be cut right there.
   */
  private boolean beginsTime() {
    int at = end;
    int colons = 0;
    while (at < text.length() && (isDigit(text.at(at)) || text.at(at) == ':')) {
      colons += text.at(at) == ':' ? 1 : 0;
      boolean atColon = (at - end) % 3 == 2;
      if (atColon != (text.at(at) == ':') || colons > 2) {
        return false;
      }
      at++;
    }
    boolean whole = at < text.length() && text.at(at) == '.' && at - end == CLOCK;
    return colons > 0 && (whole || text.isBlank(at, text.lineEnd(end)));
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Whether the next line begins a packet inside, which lost its indentation. */
  private boolean beginsInnerPacket() {
    int at = end;
    while (at < text.length() && text.at(at) == ' ') {
      at++;
    }
    boolean ip = at + 2 < text.length() && text.at(at) == 'I' && text.at(at + 1) == 'P';
    return ip
        && at > end
        && trial.kind(text.bytes(), at, text.lineEnd(at)) == LineKind.UNTIMED
        && trial.kind(text.bytes(), end, text.lineEnd(end)) != LineKind.CONTINUATION;
  }

  private void add(boolean own) {
    int from = end;
    end = text.lineEnd(end);
    int words = text.wordsEnd(from, end);
    if (own) {
      lastColumns = text.columns(from, words);
      record.copy(text, from, end);
      return;
    }
    int feed = record.takeLineEnd();
    if (wrap.wantsBlank(record.last(), lastColumns)) {
      record.put(' ', feed);
    }
    lastColumns = wrap.counted(text.columns(from, words));
    joined = true;
    int first = from;
    if (text.at(from) == LinePrefix.NO_RECORD) {
      first++;
    }
    int most = wrap.isAtWords() ? words : Math.min(words, first + wrap.hang());
    while (first < most && text.at(first) == ' ') {
      first++;
    }
    record.copy(text, first, end);
  }

  /** Whether a line stood on a line of its own: it is indented, or begins with addresses. */
  private boolean isOwnLine(int from, int to, boolean full) {
    LineKind kind = trial.kind(text.bytes(), from, to);
    boolean indented = text.at(from) == ' ' || text.at(from) == '\t';
    if (kind == LineKind.FLOW) {
      return record.lastWord() == ')' && !full && endsInVersion4();
    }
    if (!indented) {
      return false;
    }
    int words = from;
    while (words < to && (text.at(words) == ' ' || text.at(words) == '\t')) {
      words++;
    }
    LineKind inside = trial.kind(text.bytes(), words, to);
    if (inside == LineKind.FLOW) {
      return record.lastWord() == ')' && endsInVersion4();
    }
    boolean inner = inside == LineKind.UNTIMED && text.at(words) == 'I';
    boolean hangs = hanging && !inner && text.at(from) == ' ';
    return !hangs && kind == LineKind.CONTINUATION;
  }

  /** Whether the last header was IPv4's, whose addresses stand on a line of their own. */
  private boolean endsInVersion4() {
    String words = words(record.done());
    return words.lastIndexOf("hlim ") <= words.lastIndexOf("(tos ");
  }
}
