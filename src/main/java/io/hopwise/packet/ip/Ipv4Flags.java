package io.hopwise.packet.ip;

/**
 * The three flag bits of an IPv4 header.
 *
 * @param dontFragment DF, printed as {@code DF}
 * @param moreFragments MF, printed as {@code +}
 * @param reserved the reserved bit, printed as {@code rsvd}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC 791 section 3.1</a>
 * @since 0.1
 */
public record Ipv4Flags(boolean dontFragment, boolean moreFragments, boolean reserved) {
  /** No flag is set. */
  public static final Ipv4Flags NONE = new Ipv4Flags(false, false, false);

  /** Only DF is set. */
  public static final Ipv4Flags DF = new Ipv4Flags(true, false, false);
}
