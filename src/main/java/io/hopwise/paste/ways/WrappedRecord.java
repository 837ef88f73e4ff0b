package io.hopwise.paste.ways;

import io.hopwise.framing.LineKind;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import org.jspecify.annotations.Nullable;

/** One record's lines as they are joined, one after the other, until they make a whole packet. */
final class WrappedRecord {
  /** The most lines a record may have been wrapped into. */
  private static final int MOST_LINES = 40;

  private static final int LONGEST = 1 << 13;

  private final Trial trial;
  private final PastedText text;
  private final LineKind head;
  private final WrappedLines way;

  /** Whether what goes on with a wrapped line is indented. */
  private final boolean hanging;

  private final PastedText.Maker record = new PastedText.Maker(256);

  /** Where the lines end that were taken so far. */
  private int end;

  /** The length of the last of them. */
  private int lastLength;

  private boolean joined;

  /** The packet that was found last, null for none. */
  private @Nullable Packet whole;

  /** How much of it is a whole packet, where its lines end, and whether lines were joined. */
  private int wholeLength;

  private int wholeEnd;
  private boolean wholeJoined;

  WrappedRecord(
      Trial trial, PastedText text, int from, LineKind head, WrappedLines way, boolean hanging) {
    this.trial = trial;
    this.text = text;
    this.head = head;
    this.way = way;
    this.hanging = hanging;
    end = text.lineEnd(from);
    lastLength = text.wordsEnd(from, end) - from;
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
    record.cutTo(wholeLength);
    return record.done();
  }

  /** Takes lines as long as they may belong to it; whether a whole packet was found. */
  boolean read() {
    boolean added = false;
    for (int lines = 1; lines <= MOST_LINES && record.length() < LONGEST; lines++) {
      Packet packet = trial.wholePacket(record.bytes(), record.length());
      if (packet != null && (whole == null || added || saysMore(packet, whole))) {
        whole = packet;
        wholeLength = record.length();
        wholeEnd = end;
        wholeJoined = joined;
      }
      if (!mayGoOn()) {
        break;
      }
      added = isOwnLine(end, text.lineEnd(end));
      if (packet != null && !added && !way.isFull(lastLength, firstWord())) {
        break;
      }
      add(added);
    }
    return wholeEnd > 0;
  }

  /** Whether a join told something of the packet, other than words that mean nothing. */
  private static boolean saysMore(Packet joined, Packet before) {
    int more = fields(joined) - fields(before);
    int words = joined.payload().text().length() - before.payload().text().length();
    return more > 0 || (more == 0 && words < 0);
  }

  /** How many fields that stand at the end of some release's record are there. */
  private static int fields(Packet packet) {
    int count = packet.ip().ttl().isPresent() ? 1 : 0;
    if (packet.payload() instanceof TcpSegment tcp) {
      count += 1 + tcp.options().size();
      count += (tcp.flags().isPresent() ? 1 : 0) + (tcp.window().isPresent() ? 1 : 0);
      count += (tcp.seq().isPresent() ? 1 : 0) + (tcp.ack().isPresent() ? 1 : 0);
      count += tcp.length().isPresent() ? 1 : 0;
    } else if (packet.payload() instanceof IcmpMessage icmp) {
      count += (icmp.length().isPresent() ? 1 : 0) + (icmp.seq().isPresent() ? 1 : 0);
    } else if (packet.payload() instanceof UdpDatagram udp) {
      count += udp.length().isPresent() ? 1 : 0;
    }
    return count;
  }

  /** The length of the next line's first word. */
  private int firstWord() {
    int from = end;
    while (from < text.length() && text.at(from) == ' ') {
      from++;
    }
    int to = from;
    while (to < text.length() && text.at(to) != ' ' && text.at(to) != '\n') {
      to++;
    }
    return to - from;
  }

  /** Whether the next line may be a part of it. */
  private boolean mayGoOn() {
    if (end == text.length()) {
      return false;
    }
    if (beginsInnerPacket()) {
      return false;
    }
    LineKind kind = trial.kind(text.bytes(), end, text.lineEnd(end));
    return switch (kind) {
      case TIME_OF_DAY, EPOCH, DATE_TIME, DELTA, SIGNED_DELTA -> !head.isTimed();
      case UNTIMED -> head.isTimed();
      case BLANK, NOTICE, KEY, STATISTICS -> false;
      default -> true;
    };
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
      lastLength = words - from;
      record.copy(text, from, end);
      return;
    }
    int feed = record.takeLineEnd();
    if (way.wantsBlank(record.last(), lastLength)) {
      record.put(' ', feed);
    }
    lastLength = words - from;
    joined = true;
    int first = from;
    while (way.isAtWords() && first < words && text.at(first) == ' ') {
      first++;
    }
    record.copy(text, first, end);
  }

  /** Whether a line stood on a line of its own: it is indented, or begins with addresses. */
  private boolean isOwnLine(int from, int to) {
    LineKind kind = trial.kind(text.bytes(), from, to);
    boolean indented = text.at(from) == ' ' || text.at(from) == '\t';
    if (kind == LineKind.FLOW) {
      return record.lastWord() == ')';
    }
    if (!indented) {
      return false;
    }
    int words = from;
    while (words < to && (text.at(words) == ' ' || text.at(words) == '\t')) {
      words++;
    }
    boolean addresses = trial.kind(text.bytes(), words, to) == LineKind.FLOW;
    return addresses || (!hanging && kind == LineKind.CONTINUATION);
  }
}
