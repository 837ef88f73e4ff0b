package io.hopwise.framing;

import java.io.IOException;

/** The indexes at which a dump of known length may end. */
final class DumpEnds {
  /** Ethernet frames are padded to this many bytes after their header. */
  private static final int SHORTEST_FRAME = 46;

  /**
   * The bytes of most packets' network and transport headers, where no carriage returns are
   * omitted.
   */
  private static final int HEADERS = 60;

  private final AsciiDumps.Text text;
  private final DumpShape shape;
  private final int network;
  private final boolean returnsAdded;
  private final boolean typical;

  /**
   * Line feeds so far, and those within the headers, before which no carriage return was omitted.
   */
  private int feeds;

  private int headerFeeds;
  private boolean returnsKept;

  /** Characters so far that are not the packet's: carriage returns added to its line feeds. */
  private int added;

  /** How many ends match the length, the first of them, and the first that matches exactly. */
  int counted;

  int first = -1;
  int exact = -1;

  /**
   * How many heads come before those ends, and the indexes of the first head and the first record.
   */
  int heads;

  int head = -1;
  int record = -1;

  /** How many bytes of the packet may stand before the last of those records that may be one. */
  int mostBeforeRecord = -1;

  /** The same for the record seen last, whose end is not known yet, and how long it should be. */
  private int beforeLast = -1;

  private int lastBound;
  private int lastReach;

  /** An end that matches exactly but is followed by a line that is not tcpdump's. */
  int loose = -1;

  /** Whether everything the packet may cover was searched. */
  boolean complete = true;

  /** Whether one of those heads has the packet number after the record's. */
  private boolean nextPassed;

  /** How far the dump may reach, and how far the packets of apparent heads inside may reach. */
  private int own;

  private int others;

  DumpEnds(
      AsciiDumps.Text text, DumpShape shape, int network, boolean returnsAdded, boolean typical) {
    this.text = text;
    this.shape = shape;
    this.network = network;
    this.returnsAdded = returnsAdded;
    this.typical = typical;
  }

  /** How far the dump, and apparent records inside, may reach. */
  int reach() {
    return Math.max(own, others);
  }

  /** How many bytes the packet has at most. */
  int most() {
    return shape.most();
  }

  boolean isLengthKnown() {
    return shape.least() == shape.most();
  }

  void look() throws IOException {
    if (text.isBoundary(0)) {
      count(-network, 0);
    }
    int most = Math.max(shape.most(), SHORTEST_FRAME);
    int at = Math.max(0, network);
    while (at > 0 && !text.has(at - 1)) {
      at--; // the input ends within the link layer
    }
    // Padding is searched only if no end comes before it.
    while (at - network - added <= (counted == 0 ? most : shape.most()) && text.has(at)) {
      byte b = text.at(at);
      if (b == '\r') {
        boolean pair = text.has(at + 1) && text.at(at + 1) == '\n';
        added += returnsAdded && pair ? 1 : 0;
        returnsKept |= !(returnsAdded && pair);
      } else if (b == '\n') {
        feed(at - network - added, at + 1);
        if (!text.isAffordable()) {
          complete = false;
          own = Math.max(at, network + most + added) + 1;
          return;
        }
      }
      at++;
    }
    if (!text.has(at) && counted == 0 && text.at(at - 1) != '\n') {
      // The last line of the input lacks its line feed.
      count(at - network - added, at);
    }
    own = at;
  }

  private void feed(int length, int end) throws IOException {
    if (text.isBoundary(end)) {
      count(length, end);
    } else if (length == shape.most() || (loose < 0 && isPadded(length))) {
      loose = end;
    }
    feeds++;
    headerFeeds += length < HEADERS ? 1 : 0;
  }

  /** Whether a packet that is too short for a frame has the bytes of the shortest one. */
  private boolean isPadded(int length) {
    return length == SHORTEST_FRAME && shape.most() < SHORTEST_FRAME;
  }

  private void count(int length, int end) throws IOException {
    endRecordInside(end);
    int missing = shape.least() - length;
    if (missing <= (returnsKept ? 0 : feeds) && !isNumberedLater(end)) {
      if (counted > 0) {
        others = Math.max(others, Math.max(text.reach(first), text.reach(end)));
      }
      counted++;
      first = first < 0 ? end : first;
      exact = exact < 0 && isExact(missing) ? end : exact;
      return;
    }
    AsciiDumps.Likeness likeness = text.likeness(end);
    if (likeness != AsciiDumps.Likeness.NOTHING) {
      heads++;
      head = head < 0 ? end : head;
      nextPassed |= text.step(end) == 1;
      others = Math.max(others, text.reach(end));
    }
    if (likeness == AsciiDumps.Likeness.RECORD && (typical || head == end || text.has(end))) {
      record = record < 0 ? end : record;
      beforeLast = length + (returnsKept ? 0 : feeds);
      lastBound = text.bound(end);
      lastReach = text.reach(end) + Math.max(0, network);
    }
  }

  /**
   * A record with more bytes than stand before it cannot follow a packet that was cut there, and
   * one that is longer than it says is none.
   */
  private void endRecordInside(int end) {
    boolean isLonger = lastBound > beforeLast && end >= lastReach;
    boolean isTooLong = end > lastReach + Math.max(0, SHORTEST_FRAME - lastBound);
    if (beforeLast >= 0 && !isLonger && !isTooLong) {
      mostBeforeRecord = beforeLast;
    }
    beforeLast = -1;
  }

  /**
   * Whether the next record's number comes before this end and a later one here: no coincidence.
   */
  private boolean isNumberedLater(int end) throws IOException {
    return nextPassed && text.step(end) > 1;
  }

  /**
   * Whether no carriage return was omitted, or one before each line feed of the payload. The latter
   * proves nothing if records come before this end.
   */
  private boolean isExact(int missing) {
    int unknown = headerFeeds + shape.most() - shape.least();
    boolean allLeftOut = missing <= feeds && missing >= feeds - unknown;
    return missing <= 0 || (allLeftOut && record < 0);
  }
}
