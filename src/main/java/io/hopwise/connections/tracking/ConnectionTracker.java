package io.hopwise.connections.tracking;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.LaterHalf;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.PrintedTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the connections of a capture. Two connections that use the same ports one after the other
 * are two: a SYN with another sequence number begins the second.
 *
 * <p>It remembers what the {@link ObservedCapture} does, and sums up what that forgets. Not for use
 * by several threads at once.
 */
final class ConnectionTracker {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int MAX_PINGS = 64;

  /** At least this many finished connections wait for the end of the capture to be summed up. */
  private static final int LEAST_FINISHED = 16;

  private final ObservedCapture capture;
  private final Consumer<Conclusion> ended;
  private final TrackTable tracks = new TrackTable();

  /** What another connection of the same ports has followed: what comes later may tell of it. */
  private final ArrayDeque<Track<?>> finished = new ArrayDeque<>();

  private final int maxFinished;

  /**
   * Follows nothing yet.
   *
   * @param capture what the packets come from
   * @param ended hears of what is over, or about to be forgotten, before the end of the capture
   */
  ConnectionTracker(ObservedCapture capture, Consumer<Conclusion> ended) {
    this.capture = capture;
    this.ended = ended;
    this.maxFinished = Math.max(LEAST_FINISHED, capture.settings().maxConnections() / 4);
  }

  /**
   * Takes the next packet of the capture.
   *
   * @param seen what is remembered of it
   * @param line the line it stands on
   * @param time when it was captured, where printed
   * @param judge tells who sent a reset, if something has to be summed up to make room
   */
  void add(ObservedPacket seen, long line, Optional<PrintedTime> time, ResetJudge judge) {
    Connection connection = seen.flow().connection();
    Track<?> known = tracks.get(connection);
    if (known != null && !seen.isPureSyn() && !(known instanceof PingTrack)) {
      known.add(seen);
      return;
    }
    int protocol = connection.protocol().orElse(-1);
    if (protocol == TCP && seen.flow().port().isPresent()) {
      addTcp(seen, line, time, judge);
    } else if (protocol == UDP && seen.flow().port().isPresent()) {
      addUdp(seen, line, time);
    } else {
      addPing(seen, line, time, judge);
    }
  }

  private void addTcp(
      ObservedPacket seen, long line, Optional<PrintedTime> time, ResetJudge judge) {
    Connection connection = seen.flow().connection();
    Track<?> track = tracks.get(connection);
    if (track == null) {
      track = new TcpTrack(seen, line, time.orElse(null));
      tracks.put(connection, track);
    } else if (track instanceof TcpTrack before && isOver(before, seen)) {
      finish(before, judge);
      TcpTrack next = new TcpTrack(seen, line, time.orElse(null));
      next.follows(before);
      track = next;
      tracks.put(connection, track);
    }
    track.add(seen);
  }

  private static boolean isOver(TcpTrack track, ObservedPacket seen) {
    return seen.isPureSyn() && track.isOver(track.half(seen.flow()), seen.seqOr(-1));
  }

  private void finish(Track<?> track, ResetJudge judge) {
    finished.add(track);
    if (finished.size() > maxFinished) {
      ended.accept(finished.remove().conclude(capture, judge, false));
    }
  }

  private void addUdp(ObservedPacket seen, long line, Optional<PrintedTime> time) {
    Connection connection = seen.flow().connection();
    Track<?> track = tracks.get(connection);
    if (track == null) {
      if (seen.flow().reverse().source().isGroup()) {
        return; // Who answers what was sent to many does so in its own name.
      }
      track = new DatagramTrack(Protocol.UDP, seen.flow(), seen, line, time.orElse(null));
      tracks.put(connection, track);
    }
    track.add(seen);
  }

  private void addPing(
      ObservedPacket seen, long line, Optional<PrintedTime> time, ResetJudge judge) {
    boolean request = seen.kind() == PacketKind.ECHO_REQUEST;
    if (!request && seen.kind() != PacketKind.ECHO_REPLY && !isPassedOnReply(seen)) {
      return;
    }
    Flow asking = request ? seen.flow() : seen.flow().reverse();
    long identifier = seen.ack().orElse(-1);
    PingTrack track = ping(asking, identifier);
    if (track == null) {
      track = new PingTrack(asking, identifier, seen, line, time.orElse(null));
      add(track, judge);
    }
    track.add(seen);
  }

  private @Nullable PingTrack ping(Flow asking, long identifier) {
    PingTrack first = firstPing(asking.connection());
    return first == null ? null : first.find(asking, identifier);
  }

  private @Nullable PingTrack firstPing(Connection connection) {
    return tracks.get(connection) instanceof PingTrack first ? first : null;
  }

  /** Adds a ping behind those of the same two hosts; the first of too many makes room. */
  private void add(PingTrack added, ResetJudge judge) {
    Connection connection = added.first.flow.connection();
    PingTrack first = firstPing(connection);
    if (first == null) {
      tracks.put(connection, added);
      return;
    }
    first.append(added);
    PingTrack next = first.next();
    if (next != null && first.length() > MAX_PINGS) {
      end(first, judge);
      tracks.put(connection, next);
    }
  }

  /**
   * Whether a NAT passed the packet on, and it answers a ping: its TTL is no measure, but it is.
   */
  private boolean isPassedOnReply(ObservedPacket seen) {
    return seen.flow().isRewritten() && ping(seen.flow().reverse(), seen.ack().orElse(-1)) != null;
  }

  private void end(Track<?> ping, ResetJudge judge) {
    if (isAsked(ping)) {
      ended.accept(ping.conclude(capture, judge, true));
    }
  }

  /** Replies whose request was not seen wait for a first half in which it was. */
  private static boolean isAsked(Track<?> track) {
    return track.first.packets > 0;
  }

  /** A connection is about to be forgotten: sums it up while it is known. */
  void forget(Connection connection, ResetJudge judge) {
    Track<?> track = tracks.remove(connection);
    if (track instanceof PingTrack first) {
      for (PingTrack ping = first; ping != null; ping = ping.next()) {
        end(ping, judge);
      }
    } else if (track != null) {
      ended.accept(track.conclude(capture, judge, true));
    }
  }

  /**
   * Takes over what another one followed; this one's capture already holds its traffic.
   *
   * @param half where what its capture remembers is now
   */
  void append(ConnectionTracker later, LaterHalf half, ResetJudge judge) {
    for (Track<?> track : later.inOrder()) {
      Flow flow = half.flow(track.first.flow);
      if (flow != null) {
        append(track.movedTo(flow, shift(track, half)), judge);
      }
    }
  }

  private static Shift shift(Track<?> track, LaterHalf half) {
    return new Shift(half.records(), half.lines(), half.nanos(track.first.flow));
  }

  private void append(Track<?> track, ResetJudge judge) {
    if (track instanceof PingTrack ping) {
      append(ping, judge);
      return;
    }
    Connection connection = track.first.flow.connection();
    Track<?> known = tracks.get(connection);
    if (known == null) {
      tracks.put(connection, track);
    } else if (known instanceof TcpTrack before && track instanceof TcpTrack after) {
      append(before, after, judge);
    } else if (known instanceof DatagramTrack before && track instanceof DatagramTrack after) {
      before.absorb(after);
    }
  }

  private void append(TcpTrack before, TcpTrack after, ResetJudge judge) {
    boolean begins = after.firstSyn() >= 0;
    if (begins && before.isOver(before.half(after.first.flow), after.firstSyn())) {
      finish(before, judge);
      after.follows(before);
      tracks.put(after.first.flow.connection(), after);
    } else {
      before.absorb(after);
    }
  }

  private void append(PingTrack later, ResetJudge judge) {
    PingTrack known = ping(later.first.flow, later.identifier());
    if (known == null) {
      add(later, judge);
    } else {
      known.absorb(later);
    }
  }

  private List<Track<?>> inOrder() {
    List<Track<?>> all = new ArrayList<>(finished);
    tracks.addTo(all);
    all.sort((one, other) -> Long.compare(one.record, other.record));
    return all;
  }

  /** What became, so far, of the connections that are remembered, first ones first. */
  List<Conclusion> conclusions(ResetJudge judge) {
    List<Track<?>> all = inOrder();
    List<Conclusion> conclusions = new ArrayList<>(all.size());
    for (Track<?> track : all) {
      if (isAsked(track)) {
        conclusions.add(track.conclude(capture, judge, false));
      }
    }
    return conclusions;
  }
}
