package io.hopwise.framing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the dumps of {@code tcpdump -A} end, one after the other in one capture. A dump is
 * the packet's bytes, one character a byte, line feeds as they are: it may hold lines that look
 * like records, and only counting tells them from records. Since 4.7 a carriage return before a
 * line feed is left out, so that with each line feed one byte more may have been there.
 *
 * <p>Where the packet was not captured whole, counting does not help: then the dump ends before the
 * next line that is a whole record's head with a dump of its own, and this is no certainty unless
 * there is but one such line as far as the packet could reach.
 */
final class AsciiDumps {
  /** Ethernet frames are filled up to this many bytes behind their header. */
  private static final int SHORTEST_FRAME = 46;

  /** Bytes behind a packet in its frame; more than any usual frame has. */
  private static final int LONGEST_TRAILER = 1 << 14;

  /** Bytes before the network layer with {@code -AA}; NFLOG and PKTAP have more than a hundred. */
  private static final int LONGEST_LINK = 256;

  /** The network and transport headers of most packets: no carriage returns are left out there. */
  private static final int HEADERS = 60;

  private static final int NOWHERE = Integer.MIN_VALUE;

  /** How far a record is looked for where a head was found. */
  private static final int LONGEST_SEARCH = 1 << 16;

  /** The fewest bytes before the network layer of a dump so far: those of the link layer. */
  private int link = LONGEST_LINK;

  /** Whether a dump was seen that was shorter than its packet. */
  private boolean cut;

  /** The text behind a record, read on as far as asked for. */
  interface Text {
    /** Whether there is a byte at an index, counted from the end of the record. */
    boolean has(int index) throws IOException;

    /** That byte. */
    byte at(int index);

    /** Whether a line that may end a dump begins at an index: a head, a message, the end. */
    boolean isBoundary(int index) throws IOException;

    /** What the line that begins at an index, a boundary, looks like. */
    Likeness likeness(int index) throws IOException;

    /** By how much the number of {@code -#} in a line is above the record's, 0 without numbers. */
    long step(int index) throws IOException;
  }

  /** How much what follows looks like the next record. */
  enum Likeness {
    /** Cut, or no head at all. */
    NOTHING,
    /** A head with all it needs, but without what should stand behind it. */
    HEAD,
    /** A packet's head and its own dump; another record, not older; or the capture's end. */
    RECORD
  }

  /**
   * A dump.
   *
   * @param length its characters, the line feed that closes it included
   * @param sure false where the text alone does not tell where it ends
   * @param typical whether it shows that dumps stand behind all records
   * @param reach where it is not sure: how far the dump may reach at most
   * @param passed whether what looks like a record stands inside
   */
  record Dump(int length, boolean sure, boolean typical, int reach, boolean passed) {}

  /** The dump behind a record, or null where there is none. */
  @Nullable Dump find(Text text, DumpShape shape, boolean expected, boolean returnsAdded)
      throws IOException {
    if (shape.equals(DumpShape.NONE)) {
      return null;
    }
    if (shape.beginning().isEmpty()) {
      return search(text, shape, link % LONGEST_LINK, returnsAdded, false);
    }
    int network = network(text, shape);
    if (network == NOWHERE) {
      return expected && !text.isBoundary(0) ? untilNextRecord(text, shape, true) : null;
    }
    link = Math.min(link, Math.max(0, network));
    if (!expected && !shape.hasLength() && !shape.isTelling()) {
      return null;
    }
    DumpShape told = network < 0 ? shape : shape.withOptions(text.at(network));
    Dump dump = search(text, told, network, returnsAdded, true);
    return expected || dump.sure() || shape.isTelling() ? dump : null;
  }

  /** Whether a dump begins here. */
  static boolean isDump(Text text, DumpShape shape) throws IOException {
    return network(text, shape) != NOWHERE;
  }

  /**
   * Where the network layer begins in a dump, or {@link #NOWHERE}; no link layer holds a record.
   * Below 0 where tcpdump takes the link layer for longer than it is, as that of PPP without
   * address and control, and of PKTAP, and begins the dump amid the packet.
   */
  private static int network(Text text, DumpShape shape) throws IOException {
    for (int at = 0; at < LONGEST_LINK && text.has(at); at++) {
      if (fits(text, at, shape, 0)) {
        return at;
      }
      if (text.at(at) == '\n' && text.isBoundary(at + 1)) {
        break;
      }
    }
    int missing = 1;
    while (shape.isTellingWithout(missing)) {
      if (fits(text, 0, shape, missing)) {
        return -missing;
      }
      missing++;
    }
    return NOWHERE;
  }

  /** Whether the packet's bytes from {@code index} on stand at {@code at}. */
  private static boolean fits(Text text, int at, DumpShape shape, int index) throws IOException {
    String beginning = shape.beginning();
    int from = at - index;
    for (int i = index; i < beginning.length(); i++) {
      if (beginning.charAt(i) == DumpShape.ANY) {
        // It may be a carriage return that was left out.
        boolean feedFollows = i + 1 < beginning.length() && beginning.charAt(i + 1) == '\n';
        if (feedFollows && isFeed(text, from + i) && fits(text, from + i, shape, i + 1)) {
          return true;
        }
      } else if (!text.has(from + i) || !shape.fits(i, text.at(from + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFeed(Text text, int at) throws IOException {
    return text.has(at) && text.at(at) == '\n';
  }

  private Dump search(
      Text text, DumpShape shape, int network, boolean returnsAdded, boolean typical)
      throws IOException {
    if (!shape.hasLength()) {
      Dump dump = untilNextRecord(text, shape, typical);
      return new Dump(dump.length, dump.sure, typical, dump.reach, dump.passed);
    }
    Ends ends = new Ends(text, shape, network, returnsAdded, typical);
    ends.look();
    return decide(text, ends, typical);
  }

  private Dump decide(Text text, Ends ends, boolean typical) throws IOException {
    boolean known = ends.shape.least() == ends.shape.most();
    // A length that is not known exactly fits what stands behind by accident; a record's head with
    // a dump of its own stands there by intent at most.
    boolean exact = ends.exact >= 0 && (known || ends.record < 0);
    if (ends.counted == 1 && (exact || ends.record < 0)) {
      boolean sure = ends.heads == 0 || (exact && known && !cut);
      return new Dump(ends.first, sure, typical, ends.reach, ends.heads > 0);
    }
    if (exact) {
      boolean passed = ends.heads > 0 || ends.exact > ends.first;
      return new Dump(ends.exact, false, typical, ends.reach, passed);
    }
    if (ends.heads > 0 && (ends.record >= 0 || ends.counted == 0)) {
      cut |= typical;
      int end = ends.record >= 0 ? ends.record : ends.head;
      boolean alone = ends.heads == 1 && ends.counted == 0;
      return new Dump(end, alone, typical, ends.reach, ends.head < end);
    }
    if (ends.counted > 0) {
      return new Dump(ends.first, false, typical, ends.reach, ends.heads > 0);
    }
    // Longer than the packet (a trailer), or what follows is damaged.
    Dump dump = untilNextRecord(text, DumpShape.UNKNOWN, typical);
    return new Dump(dump.length, false, typical, dump.length + LONGEST_TRAILER, dump.passed);
  }

  /** Up to the first line that is the next record: a guess, and said to be one. */
  private static Dump untilNextRecord(Text text, DumpShape shape, boolean typical)
      throws IOException {
    int reach = shape.bound() + LONGEST_TRAILER;
    int head = -1;
    int at = 0;
    if (text.isBoundary(0) && text.likeness(0) != Likeness.NOTHING) {
      return new Dump(0, false, typical, reach, false);
    }
    for (; text.has(at) && (head < 0 || at < LONGEST_SEARCH); at++) {
      if (text.at(at) != '\n' || !text.isBoundary(at + 1)) {
        continue;
      }
      Likeness likeness = text.likeness(at + 1);
      if (likeness == Likeness.RECORD && (typical || head < 0 || text.has(at + 1))) {
        return new Dump(at + 1, false, true, reach, head >= 0);
      }
      head = head < 0 && likeness == Likeness.HEAD ? at + 1 : head;
    }
    return new Dump(head < 0 ? at : head, false, true, reach, false);
  }

  /** The places at which a dump of known length may end. */
  private static final class Ends {
    private final Text text;
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
    private int counted;

    private int first = -1;
    private int exact = -1;

    /** How many heads stand before those, where the first is, and where the first record. */
    private int heads;

    private int head = -1;
    private int record = -1;

    /** Whether one of those heads has the number that follows the record's. */
    private boolean nextPassed;

    /** How far the dump may reach. */
    private int reach;

    Ends(Text text, DumpShape shape, int network, boolean returnsAdded, boolean typical) {
      this.typical = typical;
      this.text = text;
      this.shape = shape;
      this.network = network;
      this.returnsAdded = returnsAdded;
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
        }
        at++;
      }
      if (!text.has(at) && counted == 0 && text.at(at - 1) != '\n') {
        // The last line of the input, without its line feed.
        count(at - network - added, at);
      }
      reach = at + 1;
    }

    private void feed(int length, int end) throws IOException {
      if (text.isBoundary(end)) {
        count(length, end);
      }
      feeds++;
      headerFeeds += length < HEADERS ? 1 : 0;
    }

    private void count(int length, int end) throws IOException {
      int missing = shape.least() - length;
      if (missing <= (returnsKept ? 0 : feeds) && !isNumberedLater(end)) {
        counted++;
        first = first < 0 ? end : first;
        exact = exact < 0 && isExact(missing) ? end : exact;
        return;
      }
      Likeness likeness = text.likeness(end);
      if (likeness != Likeness.NOTHING) {
        heads++;
        head = head < 0 ? end : head;
        nextPassed |= text.step(end) == 1;
      }
      if (likeness == Likeness.RECORD && (typical || head == end || text.has(end))) {
        record = record < 0 ? end : record;
      }
    }

    /**
     * Whether the next record's number stands before, and a later one here: not by chance alone.
     */
    private boolean isNumberedLater(int end) throws IOException {
      return nextPassed && text.step(end) > 1;
    }

    /**
     * No return was left out, or one before each line feed of the payload; the latter proves
     * nothing where records stand before.
     */
    private boolean isExact(int missing) {
      int unknown = headerFeeds + shape.most() - shape.least();
      boolean allLeftOut = missing <= feeds && missing >= feeds - unknown;
      return missing <= 0 || (allLeftOut && record < 0);
    }
  }
}
