package io.hopwise.analysis.distance;

/**
 * What a packet is, as far as its TTL's worth depends on it.
 *
 * @since 0.1
 */
public enum PacketKind {
  /** A TCP segment that is not a reset. */
  TCP(0, true, "TCP segment", "TCP segments"),
  /** A UDP datagram. */
  UDP(1, true, "UDP datagram", "UDP datagrams"),
  /** An echo request. */
  ECHO_REQUEST(2, true, "echo request", "echo requests"),
  /** An echo reply. */
  ECHO_REPLY(3, true, "echo reply", "echo replies"),
  /** Any other ICMP message that is not an error. */
  ICMP(4, true, "ICMP message", "ICMP messages"),
  /** Any other protocol. */
  OTHER(5, true, "packet of another protocol", "packets of other protocols"),
  /** A TCP reset: what is judged, so never part of a baseline. */
  RESET(6, false, "reset", "resets"),
  /** An ICMP error: made by a router as often as by the host. */
  ICMP_ERROR(7, false, "ICMP error", "ICMP errors"),
  /**
   * Not comparable: a later fragment, a segment cut before its flags, multicast and broadcast, or a
   * TTL of 0 or 1, which routing protocols and traceroute use on purpose.
   */
  LEFT_OUT(8, false, "packet not compared", "packets not compared");

  private final int slot;

  private final boolean counts;
  private final String one;
  private final String many;

  PacketKind(int slot, boolean counts, String one, String many) {
    this.slot = slot;
    this.counts = counts;
    this.one = one;
    this.many = many;
  }

  /** Its place in an array of counts, from 0. */
  public int slot() {
    return slot;
  }

  /** Whether packets of this kind make up a baseline. */
  public boolean counts() {
    return counts;
  }

  /** The kind of a packet of this kind that went to many: no baseline is made of those. */
  public PacketKind toMany() {
    return counts ? LEFT_OUT : this;
  }

  /** The words for so many packets of this kind, number included: {@code 4 echo replies}. */
  public String words(long count) {
    return count + " " + (count == 1 ? one : many);
  }
}
