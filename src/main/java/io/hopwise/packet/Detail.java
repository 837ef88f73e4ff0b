package io.hopwise.packet;

/**
 * How much of a packet is read and kept.
 *
 * @since 0.1
 */
public enum Detail {
  /** Everything tcpdump printed. */
  ALL,

  /**
   * What the standard rules need: everything in {@link #ESSENTIALS}, the link layer, the flags of
   * the IP header, the end and length of TCP data, whether TCP options include timestamps (their
   * values may be 0), the length of UDP datagrams, the dump of those whose content is not printed,
   * the words that name a tunnel, and all of ICMP. The rest may be missing, as if tcpdump had not
   * printed it.
   *
   * <p>Analysing 500,000 packets takes 4 % less time than with {@link #ALL}.
   */
  JUDGED,

  /**
   * Packet number and time; addresses, TTL, id, offset, protocol and length of the IP header;
   * ports; flags, sequence number, acknowledgement number and window of TCP; and the same of inner
   * packets. The rest may be missing, as if tcpdump had not printed it. The choice does not affect
   * which records are packets and which are rejected.
   *
   * <p>Writing 500,000 packets as CSV takes an eighth less time than with {@link #ALL}: there are
   * fewer objects to build, and the JVM has less code to compile.
   */
  ESSENTIALS
}
