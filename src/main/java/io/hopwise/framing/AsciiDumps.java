package io.hopwise.framing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds where each dump of {@code tcpdump -A} ends in a capture. A dump shows one character for
 * each byte of the packet, and line feeds as they are. It may contain lines that look like records;
 * only counting bytes tells them apart. Since 4.7 tcpdump omits a carriage return before a line
 * feed, so each line feed may stand for one or two bytes.
 *
 * <p>Counting does not help if the packet was truncated. Then the dump is taken to end before the
 * next line that is a head of a whole record with its own dump. This is certain only if there is a
 * single such line within the packet's possible length.
 */
final class AsciiDumps {
  /** The most bytes looked at after a packet in its frame: more than usual frames have. */
  private static final int LONGEST_TRAILER = 1 << 14;

  /** The length of a whole standard Ethernet frame. */
  private static final int LONGEST_FRAME = 1518;

  /** Bytes before the network layer with {@code -AA}; NFLOG and PKTAP have more than a hundred. */
  private static final int LONGEST_LINK = 256;

  private static final int NOWHERE = Integer.MIN_VALUE;

  private static final char DIGIT = 'd';

  /** How a line of {@code tcpdump -X} begins. */
  private static final String HEXADECIMAL = "\t0xdddd:  " + "dddd ".repeat(8) + " ";

  /** How far to search for the rest of a record after its head. */
  private static final int LONGEST_SEARCH = 1 << 16;

  /**
   * The fewest bytes seen so far in a dump before the network layer: the length of the link layer.
   */
  private int link = LONGEST_LINK;

  /** Whether a dump shorter than its packet was seen. */
  private boolean cut;

  /** The longest packet that was certainly printed whole: no shorter one can have been cut. */
  private int longestWhole;

  /** The text after a record, read as far as needed. */
  interface Text {
    /** Whether there is a byte at this index, counted from the end of the record. */
    boolean has(int index) throws IOException;

    /** That byte. */
    byte at(int index);

    /**
     * Whether a line that can follow a dump begins here: a head, a message, or the end of the
     * input.
     */
    boolean isBoundary(int index) throws IOException;

    /** How much the line at a boundary looks like the next record. */
    Likeness likeness(int index) throws IOException;

    /** The furthest end of the packet whose head begins here; the index itself if there is none. */
    int reach(int index) throws IOException;

    /** The most bytes of the packet whose head begins here; 0 if there is none. */
    int bound(int index) throws IOException;

    /** Whether lengths are those of what was captured, not of what was sent. */
    boolean isSnapshotLengthKnown();

    /** Whether the budget for looking ahead is not used up. */
    boolean isAffordable();

    /**
     * The difference between the packet number ({@code -#}) in a line and the record's; 0 without
     * numbers.
     */
    long step(int index) throws IOException;
  }

  /** How much a line looks like the next record. */
  enum Likeness {
    /** Truncated, or no head at all. */
    NOTHING,
    /** A complete head, but what should follow it is missing. */
    HEAD,
    /**
     * A packet's head with its own dump, another record that is not older, or the end of the
     * capture.
     */
    RECORD
  }

  /**
   * A dump.
   *
   * @param length its length in characters, the closing line feed included
   * @param sure false if the text does not tell where it ends
   * @param typical whether it shows that every record is followed by a dump
   * @param reach how far it, and apparent records inside it, may reach at most
   * @param passed whether it contains an apparent record
   * @param open whether its packet certainly ends here but its frame may go on
   * @param cut whether it is shorter than its packet says
   */
  record Dump(
      int length,
      boolean sure,
      boolean typical,
      int reach,
      boolean passed,
      boolean open,
      boolean cut) {
    Dump(int length, boolean sure, boolean typical, int reach, boolean passed) {
      this(length, sure, typical, reach, passed, false, false);
    }
  }

  /**
   * The dump after a record, or null if there is none.
   *
   * @param expected whether every record is followed by a dump
   * @param doubtful whether the record may be payload, so that nothing must be learnt from it
   * @param returnsAdded whether the text's lines end in CR LF
   */
  @Nullable Dump find(
      Text text, DumpShape shape, boolean expected, boolean doubtful, boolean returnsAdded)
      throws IOException {
    int knownLink = link;
    boolean knownCut = cut;
    int knownWhole = longestWhole;
    Dump dump = find(text, shape, expected, returnsAdded);
    if (doubtful) {
      link = knownLink;
      cut = knownCut;
      longestWhole = knownWhole;
    }
    return dump;
  }

  private @Nullable Dump find(Text text, DumpShape shape, boolean expected, boolean returnsAdded)
      throws IOException {
    if (shape.equals(DumpShape.NONE)) {
      // The record cannot be read, and its packet may contain apparent records.
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
    if (!expected && !shape.hasLength() && !shape.isDistinctive()) {
      return null;
    }
    DumpShape told = network < 0 ? shape : shape.withOptions(text.at(network));
    Dump dump = search(text, told, network, returnsAdded, true);
    return expected || dump.sure() || shape.isDistinctive() ? dump : null;
  }

  /** Prepares for another capture, which may have a shorter snapshot length. */
  void beginCapture() {
    longestWhole = 0;
  }

  /** Whether a dump may begin after the record, perhaps with line feeds in its link layer. */
  boolean mayBeDump(Text text, DumpShape shape) throws IOException {
    int network = network(text, shape, false);
    return network != NOWHERE && network <= link;
  }

  /** Whether dumps may begin with the link layer, whose first byte can be any character. */
  boolean mayBeginWithLink() {
    return link > 0;
  }

  /** Whether a dump begins after the record. */
  static boolean isDump(Text text, DumpShape shape) throws IOException {
    return network(text, shape, false) != NOWHERE;
  }

  /** Whether a dump begins after the record, with the IP header in its first line. */
  static boolean isDumpInLine(Text text, DumpShape shape) throws IOException {
    return network(text, shape, true) != NOWHERE;
  }

  /**
   * The index of the network layer in a dump, or {@link #NOWHERE}. No link layer contains a record.
   * The index is negative if tcpdump overestimates the link layer, as for PPP without address and
   * control bytes or for PKTAP, and starts the dump inside the packet.
   *
   * @param inLine whether to search only the first line
   */
  private static int network(Text text, DumpShape shape, boolean inLine) throws IOException {
    if (isHexadecimal(text, 0)) {
      return NOWHERE;
    }
    for (int at = 0; at < LONGEST_LINK && text.has(at); at++) {
      if (fits(text, at, shape, 0)) {
        return at;
      }
      if (text.at(at) == '\n'
          && (inLine || text.isBoundary(at + 1) || isHexadecimal(text, at + 1))) {
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

  /**
   * Whether a line is one of {@code tcpdump -X}: a number of four digits, 16 bytes in hexadecimal
   * digits, and the same bytes as characters, which {@code -A} prints, too. It is no link layer:
   * none has as many bytes of that kind before its packet.
   */
  private static boolean isHexadecimal(Text text, int from) throws IOException {
    for (int i = 0; i < HEXADECIMAL.length(); i++) {
      if (!text.has(from + i)) {
        return false;
      }
      byte b = text.at(from + i);
      char wanted = HEXADECIMAL.charAt(i);
      boolean digit = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f');
      if (wanted == DIGIT ? !digit : b != wanted) {
        return false;
      }
    }
    return true;
  }

  /** Whether the packet's bytes from {@code index} on are found at {@code at}. */
  private static boolean fits(Text text, int at, DumpShape shape, int index) throws IOException {
    String beginning = shape.beginning();
    int from = at - index;
    for (int i = index; i < beginning.length(); i++) {
      // Lines may end in CR LF, and so those of the packet.
      if (shape.fits(i, (byte) '\n')
          && isReturn(text, from + i)
          && fits(text, from + i + 1, shape, i)) {
        return true;
      }
      if (beginning.charAt(i) == DumpShape.ANY) {
        // A carriage return may have been omitted here.
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

  private static boolean isReturn(Text text, int at) throws IOException {
    return text.has(at) && text.at(at) == '\r' && isFeed(text, at + 1);
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
    // An inexact length may match what follows by chance. A head with a dump of its own is never
    // there by chance, only because somebody sent it.
    boolean exact = ends.exact >= 0 && (known || ends.record < 0);
    if (ends.counted == 1 && (exact || ends.record < 0)) {
      boolean sure = ends.heads == 0 || (exact && known && !cut && isWhole(text, ends));
      if (sure && ends.complete && exact && known) {
        longestWhole = Math.max(longestWhole, ends.most());
      }
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
      return new Dump(end, alone, typical, reach, ends.head < end, false, true);
    }
    if (ends.counted > 0) {
      return new Dump(ends.first, false, typical, reach, ends.heads > 0);
    }
    if (ends.loose >= 0 && known && ends.complete) {
      // It has the expected length; foreign text or a trailer follows.
      int frame = Math.max(ends.loose, LONGEST_FRAME) + 1;
      return new Dump(ends.loose, true, typical, frame, false, true, false);
    }
    // It is longer than the packet (a trailer), or what follows is damaged.
    Dump dump = untilNextRecord(text, DumpShape.UNKNOWN, typical);
    int most = Math.max(reach, dump.length) + LONGEST_TRAILER;
    return new Dump(dump.length, false, typical, Math.max(most, dump.reach), dump.passed);
  }

  /**
   * Whether records before the end belong to the packet. If it was cut they do not, and then their
   * own dumps add up to its length by chance: so it is for one in some fifty packets.
   */
  private boolean isWhole(Text text, DumpEnds ends) throws IOException {
    return ends.mostBeforeRecord < longestWhole
        || text.step(ends.first) == 1
        || text.isSnapshotLengthKnown();
  }

  /**
   * The dump up to the first line that looks like the next record: a guess, and marked as
   * uncertain.
   */
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
