package io.hopwise.packet;

/**
 * How much of a packet is read, and kept.
 *
 * @since 0.1
 */
public enum Detail {
  /** All that tcpdump printed. */
  ALL,

  /**
   * What the rules of the library ask for: what {@link #ESSENTIALS} names; the link layer; flags of
   * an IP header; of TCP the end and the length of the data, and of its options whether there are
   * timestamps, the numbers of which may be 0; the words that name a tunnel; and all of ICMP. All
   * else may be as if tcpdump had not printed it.
   *
   * <p>Analysing 500,000 packets takes 4 % less time.
   */
  JUDGED,

  /**
   * Number and time; addresses, TTL, id, offset, protocol and length of an IP header; ports; flags,
   * sequence number, acknowledgement and window of TCP; and the same of packets inside. All else
   * may be as if tcpdump had not printed it. Which records are packets, and which are rejected,
   * does not depend on it.
   *
   * <p>CSV of 500,000 packets takes an eighth less time: there is less to build, and for the JVM
   * less to compile.
   */
  ESSENTIALS
}
