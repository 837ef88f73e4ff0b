package io.hopwise.framing;

/**
 * What is known of a packet whose bytes are printed behind its record ({@code tcpdump -A}).
 *
 * @param least the fewest bytes from the network layer on; -1 where that is not known
 * @param most the most bytes from the network layer on, without padding; -1 where that is not
 *     known; it may be where {@code least} is not
 * @param beginning what the first of these bytes must look like when printed; {@link #ANY} for one
 *     that is not known
 * @param withoutOptions whether IPv4 options are not yet counted: the first byte tells of them
 * @param wholeFrame whether these are all bytes of the frame, and not those of its packet alone
 */
public record DumpShape(
    int least, int most, String beginning, boolean withoutOptions, boolean wholeFrame) {
  /** Stands in {@link #beginning()} for a byte that is not known; no byte is printed so. */
  public static final char ANY = 0;

  /** Stands in {@link #beginning()} for a first byte that tells how long an IPv4 header is. */
  public static final char HEADER_LENGTH = 1;

  /** No packet: what stands behind is no dump. */
  public static final DumpShape NONE = new DumpShape(-1, -1, "none", false, false);

  /** A packet of which nothing is known. */
  public static final DumpShape UNKNOWN = new DumpShape(-1, -1, "", false, false);

  /** The most bytes that tcpdump captures of a packet unless told otherwise. */
  private static final int LONGEST_PACKET = 1 << 18;

  private static final char SHORTEST_HEADER = 'E';
  private static final char LONGEST_HEADER = 'O';
  private static final int WORD = 4;
  private static final int ENOUGH = 8;
  private static final int ENOUGH_INSIDE = 6;
  private static final int ENOUGH_PRINTABLE = 2;

  /** A frame of so many bytes behind its link layer, all of them known. */
  public static DumpShape ofFrame(int length, String beginning) {
    return new DumpShape(length, length, beginning, false, true);
  }

  /** A packet of so many bytes. */
  public DumpShape(int least, int most, String beginning) {
    this(least, most, beginning, false, false);
  }

  /** Whether the packet's length is known. */
  boolean hasLength() {
    return least >= 0;
  }

  /** The most bytes there may be. */
  int bound() {
    return most < 0 ? LONGEST_PACKET : most;
  }

  /** Whether so many of the first bytes are known that others look like them by no accident. */
  boolean isTelling() {
    int known = 0;
    for (int i = 0; i < beginning.length() && known < ENOUGH; i++) {
      known += beginning.charAt(i) == ANY ? 0 : 1;
    }
    return known >= ENOUGH;
  }

  /**
   * How many of the first bytes may be missing, so that the others still look like no accident, if
   * to a lesser degree; 0 where none may.
   */
  int mostMissing() {
    int known = 0;
    int printable = 0;
    for (int i = beginning.length() - 1; i > 0; i--) {
      char wanted = beginning.charAt(i);
      known += wanted == ANY ? 0 : 1;
      printable += wanted == ANY || wanted == '.' ? 0 : 1;
      if (known >= ENOUGH_INSIDE && printable >= ENOUGH_PRINTABLE) {
        return i;
      }
    }
    return 0;
  }

  /** Whether a byte may stand in a place of the beginning. */
  boolean fits(int index, byte b) {
    char wanted = beginning.charAt(index);
    return switch (wanted) {
      case ANY -> true;
      case HEADER_LENGTH -> b >= SHORTEST_HEADER && b <= LONGEST_HEADER;
      default -> b == wanted;
    };
  }

  /** The same with the options that the first byte tells of. */
  DumpShape withOptions(byte first) {
    int options = WORD * (first - SHORTEST_HEADER);
    boolean told = withoutOptions && hasLength() && options > 0 && first <= LONGEST_HEADER;
    return told ? new DumpShape(least + options, most + options, beginning) : this;
  }
}
