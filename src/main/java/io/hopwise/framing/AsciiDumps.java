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
  /** Bytes behind a packet in its frame; more than any usual frame has. */
  private static final int LONGEST_TRAILER = 1 << 14;

  /** An Ethernet frame of the usual length, all of it. */
  private static final int LONGEST_FRAME = 1518;

  /** Bytes before the network layer with {@code -AA}; NFLOG and PKTAP have more than a hundred. */
  private static final int LONGEST_LINK = 256;

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

    /**
     * How far the packet of the head that begins at an index may reach, the index where none does.
     */
    int reach(int index) throws IOException;

    /** Whether no more than is reasonable was looked at before it was its turn. */
    boolean isAffordable();

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
   * @param reach how far it, and what looks like records inside, may reach at most
   * @param passed whether what looks like a record stands inside
   * @param open whether its packet ends with it for sure, but perhaps not the frame
   */
  record Dump(int length, boolean sure, boolean typical, int reach, boolean passed, boolean open) {
    Dump(int length, boolean sure, boolean typical, int reach, boolean passed) {
      this(length, sure, typical, reach, passed, false);
    }
  }

  /**
   * The dump behind a record, or null where there is none.
   *
   * @param expected whether dumps stand behind all records
   * @param doubtful whether the record may be none, so that nothing is learnt from it
   * @param returnsAdded whether lines of the text end in CR LF
   */
  @Nullable Dump find(
      Text text, DumpShape shape, boolean expected, boolean doubtful, boolean returnsAdded)
      throws IOException {
    int knownLink = link;
    boolean knownCut = cut;
    Dump dump = find(text, shape, expected, returnsAdded);
    if (doubtful) {
      link = knownLink;
      cut = knownCut;
    }
    return dump;
  }

  private @Nullable Dump find(Text text, DumpShape shape, boolean expected, boolean returnsAdded)
      throws IOException {
    if (shape.equals(DumpShape.NONE)) {
      // What the record says cannot be read, and its packet may hold what looks like others.
      return expected && !text.isBoundary(0) ? untilNextRecord(text, shape, true) : null;
    }
    if (shape.beginning().isEmpty()) {
      return search(text, shape, link % LONGEST_LINK, returnsAdded, false);
    }
    int network = network(text, shape, false);
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

  /** Whether dumps may begin with the link layer, of which any character may be the first. */
  boolean mayBeginWithLink() {
    return link > 0;
  }

  /** Whether a dump begins here. */
  static boolean isDump(Text text, DumpShape shape) throws IOException {
    return network(text, shape, false) != NOWHERE;
  }

  /** Whether a dump begins here, and its packet in the first line. */
  static boolean isDumpInLine(Text text, DumpShape shape) throws IOException {
    return network(text, shape, true) != NOWHERE;
  }

  /**
   * Where the network layer begins in a dump, or {@link #NOWHERE}; no link layer holds a record.
   * Below 0 where tcpdump takes the link layer for longer than it is, as that of PPP without
   * address and control, and of PKTAP, and begins the dump amid the packet.
   *
   * @param inLine whether only the first line is searched
   */
  private static int network(Text text, DumpShape shape, boolean inLine) throws IOException {
    for (int at = 0; at < LONGEST_LINK && text.has(at); at++) {
      if (fits(text, at, shape, 0)) {
        return at;
      }
      if (text.at(at) == '\n' && (inLine || text.isBoundary(at + 1))) {
        break;
      }
    }
    int most = shape.mostMissing();
    for (int missing = 1; missing <= most; missing++) {
      if (fits(text, 0, shape, missing)) {
        return -missing;
      }
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
    DumpEnds ends = new DumpEnds(text, shape, network, returnsAdded, typical);
    ends.look();
    return decide(text, ends, typical);
  }

  private Dump decide(Text text, DumpEnds ends, boolean typical) throws IOException {
    boolean known = ends.isLengthKnown();
    int reach = ends.reach();
    // A length that is not known exactly fits what stands behind by accident; a record's head with
    // a dump of its own stands there by intent at most.
    boolean exact = ends.exact >= 0 && (known || ends.record < 0);
    if (ends.counted == 1 && (exact || ends.record < 0)) {
      boolean sure = ends.heads == 0 || (exact && known && !cut);
      return new Dump(ends.first, sure && ends.complete, typical, reach, ends.heads > 0);
    }
    if (exact) {
      boolean passed = ends.heads > 0 || ends.exact > ends.first;
      return new Dump(ends.exact, false, typical, reach, passed);
    }
    if (ends.heads > 0 && (ends.record >= 0 || ends.counted == 0)) {
      cut |= typical;
      int end = ends.record >= 0 ? ends.record : ends.head;
      boolean alone = ends.heads == 1 && ends.counted == 0 && ends.complete;
      return new Dump(end, alone, typical, reach, ends.head < end);
    }
    if (ends.counted > 0) {
      return new Dump(ends.first, false, typical, reach, ends.heads > 0);
    }
    if (ends.loose >= 0 && known && ends.complete) {
      // As long as it should be, and then words of somebody else, or a trailer.
      int frame = Math.max(ends.loose, LONGEST_FRAME) + 1;
      return new Dump(ends.loose, true, typical, frame, false, true);
    }
    // Longer than the packet (a trailer), or what follows is damaged.
    Dump dump = untilNextRecord(text, DumpShape.UNKNOWN, typical);
    int most = Math.max(reach, dump.length) + LONGEST_TRAILER;
    return new Dump(dump.length, false, typical, Math.max(most, dump.reach), dump.passed);
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
    for (; text.has(at) && (head < 0 || isWorthLooking(text, at)); at++) {
      if (text.at(at) != '\n' || !text.isBoundary(at + 1)) {
        continue;
      }
      Likeness likeness = text.likeness(at + 1);
      if (likeness == Likeness.RECORD && (typical || head < 0 || text.has(at + 1))) {
        return new Dump(at + 1, false, true, reach, head >= 0);
      }
      if (likeness == Likeness.HEAD) {
        reach = Math.max(reach, text.reach(at + 1));
        head = head < 0 ? at + 1 : head;
      }
    }
    return new Dump(head < 0 ? at : head, false, true, reach, false);
  }

  private static boolean isWorthLooking(Text text, int at) {
    return at < LONGEST_SEARCH && text.isAffordable();
  }
}
