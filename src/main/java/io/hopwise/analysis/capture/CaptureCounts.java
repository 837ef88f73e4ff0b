package io.hopwise.analysis.capture;

import io.hopwise.packet.OtherProgram;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What is counted while a capture is read, and what the text says of how tcpdump ran. */
final class CaptureCounts {
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

  /** Whether a command line in the text has {@code -v}. */
  boolean verbose;

  /** Whether tcpdump said that it ran without {@code -v}. */
  boolean verboseSuppressed;

  /** How many runs of tcpdump ended with "0 packets captured". */
  long emptyRuns;

  long receivedByFilter;
  long evictedSources;
  long evictedConnections;

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
    verbose |= later.verbose;
    verboseSuppressed |= later.verboseSuppressed;
    emptyRuns += later.emptyRuns;
    receivedByFilter += later.receivedByFilter;
    evictedSources += later.evictedSources;
    evictedConnections += later.evictedConnections;
  }
}
