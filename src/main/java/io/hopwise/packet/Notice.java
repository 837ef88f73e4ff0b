package io.hopwise.packet;

import io.hopwise.text.RecordText;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What tcpdump or its terminal said about the capture itself, and other text found between records:
 * prompts, headings, sentences.
 *
 * @param text the lines it was read from
 * @param kind what the notice says
 * @param count the number in it: packets for the counters and {@link Kind#GOT}; absent for other
 *     kinds
 * @param subject the interface listened on, the file read, the command from {@code tcpdump} on, or
 *     the words of a heading, if there is one
 * @param linkType the name of the link type, such as {@code EN10MB}, if given
 * @param snapshotLength the most bytes captured of a packet, if given
 * @param place the machine, container, pod or namespace named by a prompt or a command
 * @param command what the options and the filter of a command that runs tcpdump say
 * @since 0.1
 */
public record Notice(
    RecordText text,
    Kind kind,
    OptionalLong count,
    Optional<String> subject,
    Optional<String> linkType,
    OptionalLong snapshotLength,
    Optional<String> place,
    Optional<CaptureCommand> command)
    implements Entry {

  /** A notice that is no command. */
  public Notice(
      RecordText text,
      Kind kind,
      OptionalLong count,
      Optional<String> subject,
      Optional<String> linkType,
      OptionalLong snapshotLength,
      Optional<String> place) {
    this(text, kind, count, subject, linkType, snapshotLength, place, Optional.empty());
  }

  /** A notice that names no place. */
  public Notice(
      RecordText text,
      Kind kind,
      OptionalLong count,
      Optional<String> subject,
      Optional<String> linkType,
      OptionalLong snapshotLength) {
    this(text, kind, count, subject, linkType, snapshotLength, Optional.empty());
  }

  /** A notice that has nothing but its kind. */
  public static Notice of(Kind kind, RecordText text) {
    return new Notice(
        text, kind, OptionalLong.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty());
  }

  /** What it says, and the lines it was read from, safe to show. */
  @Override
  public String toString() {
    return kind + (text.length() > 0 ? ", " + text.shown() : "");
  }

  /** This notice, with another subject. */
  public Notice withSubject(Optional<String> newSubject) {
    return new Notice(text, kind, count, newSubject, linkType, snapshotLength, place, command);
  }

  /** This notice, with another place. */
  public Notice withPlace(Optional<String> newPlace) {
    return new Notice(text, kind, count, subject, linkType, snapshotLength, newPlace, command);
  }

  /** This notice, with what a command says. */
  public Notice withCommand(CaptureCommand newCommand) {
    return new Notice(
        text, kind, count, subject, linkType, snapshotLength, place, Optional.of(newCommand));
  }

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
    /** {@code ^C} or the like, echoed by the terminal. */
    INTERRUPT,
    /** A command line that runs tcpdump, pasted together with its output. */
    COMMAND,
    /** A shell's or an appliance's prompt, alone or with a command that does not run tcpdump. */
    PROMPT,
    /** What a shell, a container tool or a remote login prints, such as {@code Password:}. */
    CHATTER,
    /** A title somebody wrote: {@code Client:}, {@code === server ===}. */
    HEADING,
    /** A mark that something was left out here: {@code [...]}, {@code <snip>}. */
    ELLIPSIS,
    /** A line that sets text off: a code fence, a row of dashes. */
    FENCE,
    /** A sentence somebody wrote. */
    PROSE,
    /** An empty line between records. */
    BLANK,
    /** Anything else tcpdump says of itself: {@code tcpdump: …}. */
    MESSAGE
  }
}
