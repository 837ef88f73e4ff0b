package io.hopwise.analysis.capture;

import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.observation.Observation;
import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.observation.PacketObserver;
import io.hopwise.analysis.place.Clock;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.packet.CaptureCommand;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.Reject;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpSegment;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a capture's entries, in their order, into what is remembered of it.
 *
 * @since 0.1
 */
public final class Recorder {
  private final ObservedCapture capture;
  private final CaptureCounts counts;
  private final RewrittenPackets rewrites = new RewrittenPackets();
  private final Consumer<Connection> forgets;
  private final Consumer<Source> forgetsSource;

  /**
   * Records into a capture.
   *
   * @param forgets is called with each connection before it is forgotten
   * @param forgetsSource is called with each source before it is forgotten
   */
  public Recorder(
      ObservedCapture capture, Consumer<Connection> forgets, Consumer<Source> forgetsSource) {
    this.capture = capture;
    this.counts = capture.counts;
    this.forgets = forgets;
    this.forgetsSource = forgetsSource;
  }

  /** Takes one entry in; gives what is remembered of it if it was an IP packet. */
  public @Nullable ObservedPacket add(Observation observation) {
    capture.noteLines(observation.firstLine, observation.lines);
    capture.places.atLine(observation.firstLine);
    if (observation.ambiguous) {
      addAmbiguous(observation.entry);
      return null;
    }
    PacketFacts facts = observation.facts;
    if (facts != null) {
      counts.records++;
      counts.packets++;
      counts.packetsWithoutTtl += facts.ttl < 0 ? 1 : 0;
      counts.quietSegments += facts.quiet ? 1 : 0;
      counts.tooDeep += observation.tooDeep ? 1 : 0;
      if (!observation.closed.isEmpty()) {
        counts.closedTunnels.merge(observation.closed, 1L, Long::sum);
      }
      counts.unknownDatagrams += observation.unknown ? 1 : 0;
      ObservedPacket seen = add(facts);
      if (!observation.carried.isEmpty()) {
        seen = addCarried(observation.carried, seen.nanosOr(Clock.NO_TIME), seen);
      }
      capture.makeRoom(forgets, forgetsSource);
      return seen;
    }
    addOther(observation.entry);
    return null;
  }

  private void addOther(@Nullable Entry entry) {
    if (entry instanceof OtherRecord other) {
      counts.records++;
      counts.otherRecords++;
      PrintedTime time = other.time().orElse(null);
      capture.places.next(
          counts.records, time == null ? null : time.form(), time == null ? 0 : time.nanos());
      capture.places.clock().read(other.time());
      capture.places.place().noteOther(counts.records);
    } else if (entry instanceof Notice notice) {
      add(notice);
    } else if (entry instanceof Reject reject) {
      counts.rejects++;
      reject.program().ifPresent(program -> counts.otherPrograms.merge(program, 1L, Long::sum));
    }
  }

  // Whoever sends text that looks like a record must neither make a finding nor explain one away.
  private void addAmbiguous(@Nullable Entry entry) {
    if (entry instanceof Packet packet) {
      counts.records++;
      counts.packets++;
      counts.ambiguous++;
      counts.ambiguousWithTime |= packet.time().isPresent();
      counts.ambiguousWithoutTime |= packet.time().isEmpty();
      counts.ambiguousResets += isReset(packet) ? 1 : 0;
      // The port may have been seen: nothing is concluded from its absence.
      packet.payload().sourcePort().ifPresent(port -> notePort(PacketObserver.code(port)));
      packet.payload().targetPort().ifPresent(port -> notePort(PacketObserver.code(port)));
    } else if (entry instanceof OtherRecord) {
      counts.records++;
      counts.otherRecords++;
    } else if (entry instanceof Notice) {
      counts.notices++;
    } else {
      counts.rejects++;
    }
  }

  private static boolean isReset(Packet packet) {
    return packet.payload() instanceof TcpSegment tcp
        && tcp.flags().filter(flags -> flags.has(TcpFlags.RST)).isPresent();
  }

  private void add(Notice notice) {
    counts.notices++;
    capture.places.note(notice);
    long count = notice.count().orElse(-1);
    switch (notice.kind()) {
      case PACKETS_CAPTURED -> {
        if (count == 0) {
          counts.emptyRuns++;
          capture.places.endEmpty();
        }
      }
      case RECEIVED_BY_FILTER -> counts.receivedByFilter += Math.max(0, count);
      case VERBOSE_SUPPRESSED -> counts.verboseSuppressed = true;
      case COMMAND -> {
        notice.command().map(CaptureCommand::ports).ifPresent(capture::noteAsked);
        counts.verbose |= notice.command().map(CaptureCommand::verbose).orElse(false);
      }
      default -> {}
    }
  }

  private ObservedPacket add(PacketFacts facts) {
    capture.places.next(counts.records, facts.timeForm, facts.printedNanos);
    Flow flow = flow(facts);
    if (capture.traffic.beginsOnceMore(facts, flow, capture.places.clock())) {
      capture.places.part(counts.records);
      flow = flow(facts);
    }
    return add(facts, flow, capture.places.clock().read(facts.timeForm, facts.printedNanos));
  }

  private ObservedPacket add(PacketFacts facts, Flow flow, long nanos) {
    notePort(facts.srcCode);
    notePort(facts.dstCode);
    boolean rewritten = rewrites.isCopy(flow, facts, nanos);
    ObservedPacket seen = capture.traffic.add(facts, flow, rewritten, counts.records, nanos);
    counts.resets += seen.kind() == PacketKind.RESET ? 1 : 0;
    if (seen.kind() == PacketKind.ICMP_ERROR && facts.error != null) {
      capture.icmpErrors.add(facts.error, seen, facts.tunnel);
    }
    return seen;
  }

  /** Adds what a tunnel carries; gives the innermost, which is asked about more often. */
  private ObservedPacket addCarried(List<PacketFacts> carried, long nanos, ObservedPacket tunnel) {
    ObservedPacket innermost = tunnel;
    for (PacketFacts inner : carried) {
      counts.carried++;
      innermost = add(inner, flow(inner), nanos);
    }
    return innermost;
  }

  private Flow flow(PacketFacts facts) {
    return capture.traffic.flow(facts, capture.places.place());
  }

  private void notePort(int code) {
    if (code >= 0) {
      capture.portsSeen.set(code);
    }
  }

  /** Names the place where what follows was captured. */
  public void takenAt(String place) {
    capture.places.takenAt(place);
  }

  /** Has a packet point to its text for a while; whether it does not do so anyway. */
  public boolean lendText(ObservedPacket seen, Observation observation) {
    return observation.facts != null && capture.traffic.lendText(seen, observation.facts);
  }

  /** Ends what {@link #lendText} began. */
  public void takeBackText(ObservedPacket seen) {
    capture.traffic.takeBackText(seen);
  }
}
