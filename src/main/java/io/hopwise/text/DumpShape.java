package io.hopwise.text;

/**
 * What is known of a packet whose bytes are printed behind its record ({@code tcpdump -A}).
 *
 * @param least the fewest bytes from the network layer on
 * @param most the most bytes from the network layer on, without padding
 * @param beginning what the first of these bytes must look like when printed; NUL for any
 */
public record DumpShape(int least, int most, String beginning) {
  /** Stands in {@link #beginning()} for a byte that is not known; no byte is printed so. */
  public static final char ANY = 0;

  /** No packet: what stands behind is no dump. */
  public static final DumpShape NONE = new DumpShape(-1, -1, "none");

  /** A packet of which nothing is known. */
  public static final DumpShape UNKNOWN = new DumpShape(-1, -1, "");

  /** Whether the packet's length is known. */
  boolean hasLength() {
    return least >= 0;
  }

  /** How many of the first bytes are known. */
  int known() {
    int known = 0;
    for (int i = 0; i < beginning.length(); i++) {
      known += beginning.charAt(i) == ANY ? 0 : 1;
    }
    return known;
  }
}
