package io.hopwise.analysis.capture;

import com.google.common.collect.ImmutableMap;
import io.hopwise.packet.OtherProgram;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is counted while a capture is read, and what the text says of how tcpdump ran. The numbers
 * grow as more is read; one thread writes and reads them.
 *
 * @since 0.1
 */
public final class CaptureCounts {
  /** More unread pieces of text than one for so many records are much. */
  private static final int MANY_UNREAD = 4;

  long records;
  long packets;
  long otherRecords;
  long notices;
  long rejects;
  final Map<OtherProgram, Long> otherPrograms = new EnumMap<>(OtherProgram.class);
  long resets;

  /** How many packets others carried through tunnels. */
  long carried;

  long packetsWithoutTtl;
  long ambiguous;

  /** How many of those are resets. */
  long ambiguousResets;

  /** Whether of the ambiguous packets one has no time printed, and whether one has. */
  boolean ambiguousWithoutTime;

  boolean ambiguousWithTime;

  /** How many TCP segments were printed without their flags, with {@code -q}. */
  long quietSegments;

  /** How many packets carry others in more tunnels than are unpacked. */
  long tooDeep;

  /** How many packets carry others that are not printed, by what carries them. */
  final Map<String, Long> closedTunnels = new TreeMap<>();

  /** How many datagrams there are of which nobody knows what they carry. */
  long unknownDatagrams;

  /** Whether a command line in the text has {@code -v}. */
  boolean verbose;

  /** Whether tcpdump said that it ran without {@code -v}. */
  boolean verboseSuppressed;

  /** How many runs of tcpdump ended with "0 packets captured". */
  long emptyRuns;

  long receivedByFilter;
  long evictedSources;
  long evictedConnections;

  /** How many records were read, of IP packets and others. */
  public long records() {
    return records;
  }

  /** How many IP packets were read. */
  public long packets() {
    return packets;
  }

  /** How many records that are not IP packets were read. */
  public long otherRecords() {
    return otherRecords;
  }

  /** How many TCP resets were read. */
  public long resets() {
    return resets;
  }

  /** How many IP packets were printed without a TTL: {@code tcpdump} ran without {@code -v}. */
  public long packetsWithoutTtl() {
    return packetsWithoutTtl;
  }

  /** How many TCP segments were printed without their flags, with {@code -q}. */
  public long quietSegments() {
    return quietSegments;
  }

  /** How many packets carry others in more tunnels than are unpacked. */
  public long tooDeep() {
    return tooDeep;
  }

  /** How many packets carry others that are not printed, by what carries them: ESP, GRE … */
  public ImmutableMap<String, Long> closedTunnels() {
    return ImmutableMap.copyOf(closedTunnels);
  }

  /**
   * How many datagrams there are that are large enough to carry a packet, and of which nobody knows
   * what they carry: tcpdump does not print it, and their ports are no service's.
   */
  public long unknownDatagrams() {
    return unknownDatagrams;
  }

  /**
   * How many of the IP packets are ambiguous: payload that another packet carried may be meant.
   * Nothing but their number is known of them here.
   */
  public long ambiguous() {
    return ambiguous;
  }

  /** How many TCP resets are among the ambiguous packets. */
  public long ambiguousResets() {
    return ambiguousResets;
  }

  /** Whether one of the ambiguous packets was printed with its time. */
  public boolean isAmbiguousWithTime() {
    return ambiguousWithTime;
  }

  /** Whether one of the ambiguous packets was printed without a time. */
  public boolean isAmbiguousWithoutTime() {
    return ambiguousWithoutTime;
  }

  /** How many pieces of text could not be read. */
  public long rejects() {
    return rejects;
  }

  /** Whether much of the text could not be read: what is not there may yet have been captured. */
  public boolean isMuchUnread() {
    return rejects > records / MANY_UNREAD;
  }

  /** The programs, other than tcpdump, whose lines were met, with how many. */
  public ImmutableMap<OtherProgram, Long> otherPrograms() {
    return ImmutableMap.copyOf(otherPrograms);
  }

  /** Whether the text says that {@code tcpdump} ran with {@code -v}. */
  public boolean isVerbose() {
    return verbose;
  }

  /** How many runs of tcpdump ended with "0 packets captured". */
  public long emptyRuns() {
    return emptyRuns;
  }

  /** How many packets those runs had received but not yet printed. */
  public long receivedByFilter() {
    return receivedByFilter;
  }

  /** How many sources were forgotten to make room. */
  public long evictedSources() {
    return evictedSources;
  }

  /** How many connections were forgotten to make room. */
  public long evictedConnections() {
    return evictedConnections;
  }

  /** Adds those of a later half of the capture. */
  void add(CaptureCounts later) {
    records += later.records;
    packets += later.packets;
    otherRecords += later.otherRecords;
    notices += later.notices;
    rejects += later.rejects;
    later.otherPrograms.forEach((program, n) -> otherPrograms.merge(program, n, Long::sum));
    resets += later.resets;
    carried += later.carried;
    packetsWithoutTtl += later.packetsWithoutTtl;
    ambiguous += later.ambiguous;
    ambiguousResets += later.ambiguousResets;
    ambiguousWithoutTime |= later.ambiguousWithoutTime;
    ambiguousWithTime |= later.ambiguousWithTime;
    quietSegments += later.quietSegments;
    tooDeep += later.tooDeep;
    later.closedTunnels.forEach((name, n) -> closedTunnels.merge(name, n, Long::sum));
    unknownDatagrams += later.unknownDatagrams;
    verbose |= later.verbose;
    verboseSuppressed |= later.verboseSuppressed;
    emptyRuns += later.emptyRuns;
    receivedByFilter += later.receivedByFilter;
    evictedSources += later.evictedSources;
    evictedConnections += later.evictedConnections;
  }
}
