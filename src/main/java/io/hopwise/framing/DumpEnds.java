package io.hopwise.framing;

import java.io.IOException;

/** The places at which a dump of known length may end. */
final class DumpEnds {
  /** Ethernet frames are filled up to this many bytes behind their header. */
  private static final int SHORTEST_FRAME = 46;

  /** The network and transport headers of most packets: no carriage returns are left out there. */
  private static final int HEADERS = 60;

  private final AsciiDumps.Text text;
  private final DumpShape shape;
  private final int network;
  private final boolean returnsAdded;
  private final boolean typical;

  /** Line feeds so far; and those among the headers, before which no return was left out. */
  private int feeds;

  private int headerFeeds;
  private boolean returnsKept;

  /** Characters so far that are not the packet's: returns added to its line feeds. */
  private int added;

  /** How many places fit the length, the first of them, and the first that fits exactly. */
  int counted;

  int first = -1;
  int exact = -1;

  /** How many heads stand before those, where the first is, and where the first record. */
  int heads;

  int head = -1;
  int record = -1;

  /** Where a line ends exactly with the packet, and what follows is no line of tcpdump's. */
  int loose = -1;

  /** Whether all was looked at that the packet may cover. */
  boolean complete = true;

  /** Whether one of those heads has the number that follows the record's. */
  private boolean nextPassed;

  /** How far the dump may reach, and the packets of what looks like heads inside. */
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

  /** How far the dump, and what looks like records inside, may reach. */
  int reach() {
    return Math.max(own, others);
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
      at--; // the input ends amid the link layer
    }
    // Padding is looked into only where nothing ends before it.
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
      // The last line of the input, without its line feed.
      count(at - network - added, at);
    }
    own = at;
  }

  private void feed(int length, int end) throws IOException {
    if (text.isBoundary(end)) {
      count(length, end);
    } else if (length == shape.most()) {
      loose = end;
    }
    feeds++;
    headerFeeds += length < HEADERS ? 1 : 0;
  }

  private void count(int length, int end) throws IOException {
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
    }
  }

  /** Whether the next record's number stands before, and a later one here: not by chance alone. */
  private boolean isNumberedLater(int end) throws IOException {
    return nextPassed && text.step(end) > 1;
  }

  /**
   * No return was left out, or one before each line feed of the payload; the latter proves nothing
   * where records stand before.
   */
  private boolean isExact(int missing) {
    int unknown = headerFeeds + shape.most() - shape.least();
    boolean allLeftOut = missing <= feeds && missing >= feeds - unknown;
    return missing <= 0 || (allLeftOut && record < 0);
  }
}
