package io.hopwise.framing;

/**
 * What is known about a packet whose bytes are printed after its record ({@code tcpdump -A}).
 *
 * @param least the fewest bytes from the network layer on; -1 if unknown
 * @param most the most bytes from the network layer on, without padding; -1 if unknown; may be
 *     known even if {@code least} is not
 * @param beginning how the first of these bytes must be printed; {@link #ANY} for an unknown byte
 * @param withoutOptions whether IPv4 options are not counted yet: the first byte tells their length
 * @param wholeFrame whether these are all bytes of the frame, not only those of its packet
 */
public record DumpShape(
    int least, int most, String beginning, boolean withoutOptions, boolean wholeFrame) {
  /** An unknown byte in {@link #beginning()}; no byte is printed like this. */
  public static final char ANY = 0;

  /** A first byte in {@link #beginning()} that tells the length of an IPv4 header. */
  public static final char HEADER_LENGTH = 1;

  /** No packet: no dump follows. */
  public static final DumpShape NONE = new DumpShape(-1, -1, "none", false, false);

  /** A packet about which nothing is known. */
  public static final DumpShape UNKNOWN = new DumpShape(-1, -1, "", false, false);

  /** The most bytes that tcpdump captures of a packet by default. */
  private static final int LONGEST_PACKET = 1 << 18;

  private static final char SHORTEST_HEADER = 'E';
  private static final char LONGEST_HEADER = 'O';
  private static final int WORD = 4;
  private static final int ENOUGH = 8;
  private static final int ENOUGH_INSIDE = 6;
  private static final int ENOUGH_PRINTABLE = 2;

  /** A frame with this many bytes after its link layer. */
  public static DumpShape ofFrame(int length, String beginning) {
    return new DumpShape(length, length, beginning, false, true);
  }

  /** A packet of this size. */
  public DumpShape(int least, int most, String beginning) {
    this(least, most, beginning, false, false);
  }

  /** Whether the packet's length is known. */
  boolean hasLength() {
    return least >= 0;
  }

  /** The most bytes the packet may have. */
  int bound() {
    return most < 0 ? LONGEST_PACKET : most;
  }

  /** Whether enough of the first bytes are known that no other text matches them by chance. */
  boolean isDistinctive() {
    int known = 0;
    for (int i = 0; i < beginning.length() && known < ENOUGH; i++) {
      known += beginning.charAt(i) == ANY ? 0 : 1;
    }
    return known >= ENOUGH;
  }

  /**
   * How many of the first bytes may be missing so that, less strictly, no other text matches the
   * rest by chance; 0 if none may.
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

  /** Whether a byte matches the beginning at an index. */
  boolean fits(int index, byte b) {
    char wanted = beginning.charAt(index);
    return switch (wanted) {
      case ANY -> true;
      case HEADER_LENGTH -> b >= SHORTEST_HEADER && b <= LONGEST_HEADER;
      default -> b == wanted;
    };
  }

  /** This shape with the length of the options, as told by the first byte. */
  DumpShape withOptions(byte first) {
    int options = WORD * (first - SHORTEST_HEADER);
    boolean told = withoutOptions && hasLength() && options > 0 && first <= LONGEST_HEADER;
    return told ? new DumpShape(least + options, most + options, beginning) : this;
  }
}
