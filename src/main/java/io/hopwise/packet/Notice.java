package io.hopwise.packet;

import io.hopwise.text.RecordText;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What tcpdump (or the terminal it ran in) said about the capture itself.
 *
 * @param text the lines it was read from
 * @param kind what is being said
 * @param count the number said: packets for the counters, bytes for {@link Kind#GOT}; absent for
 *     the others
 * @param subject the interface listened on or the file read, where one is named
 * @param linkType the link type's name, such as {@code EN10MB}, where one is named
 * @param snapshotLength the most bytes captured of a packet, where said
 */
public record Notice(
    RecordText text,
    Kind kind,
    OptionalLong count,
    Optional<String> subject,
    Optional<String> linkType,
    OptionalLong snapshotLength)
    implements Entry {

  /** What a notice says. */
  public enum Kind {
    /** {@code listening on eth0, link-type EN10MB (Ethernet), …}. */
    LISTENING,
    /** {@code reading from file x.pcap, link-type …}. */
    READING,
    /** {@code tcpdump: data link type LINUX_SLL2}. */
    DATA_LINK,
    /** {@code dropped privs to tcpdump}. */
    DROPPED_PRIVS,
    /** {@code tcpdump: verbose output suppressed, …}: the capture was taken without {@code -v}. */
    VERBOSE_SUPPRESSED,
    /** {@code N packets captured}: what tcpdump itself counts as printed. */
    PACKETS_CAPTURED,
    /** {@code N packets received by filter}. */
    RECEIVED_BY_FILTER,
    /** {@code N packets dropped by kernel}. */
    DROPPED_BY_KERNEL,
    /** {@code N packets dropped by interface}. */
    DROPPED_BY_INTERFACE,
    /** {@code N packets}, the whole output of {@code tcpdump --count}. */
    COUNT,
    /** {@code Got N}, the progress of {@code tcpdump -w -v}. */
    GOT,
    /** {@code tcpdump: N packets captured, N packets received by filter, …}: SIGUSR1, SIGINFO. */
    STATISTICS,
    /** {@code ^C} and its kin, echoed by the terminal. */
    INTERRUPT,
    /** The command line, copied from the terminal together with the output. */
    COMMAND,
    /** An empty line between records. */
    BLANK,
    /** Anything else tcpdump says of itself: {@code tcpdump: …}. */
    MESSAGE
  }
}
