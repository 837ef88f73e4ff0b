package io.hopwise.connections;

import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.PrintedTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the connections of a capture. Two connections that use the same ports one after the other
 * are two: a SYN with another sequence number begins the second.
 *
 * <p>It remembers what the {@link ObservedCapture} does, and sums up what that forgets. Not for use
 * by several threads at once.
 *
 * @since 0.1
 */
public final class ConnectionTracker {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int MAX_PINGS = 64;

  /** So many at least wait to be summed up until the capture is over. */
  private static final int LEAST_FINISHED = 16;

  private final ObservedCapture capture;
  private final Consumer<ConnectionSummary> ended;
  private final Map<Connection, Track> tracks = new HashMap<>();
  private final Map<Connection, Map<Long, Track>> pings = new HashMap<>();

  /** What another connection of the same ports has followed: what comes later may tell of it. */
  private final ArrayDeque<Track> finished = new ArrayDeque<>();

  private final int maxFinished;

  /** Most packets follow another one of their connection. */
  private @Nullable Connection lastConnection;

  private @Nullable Track lastTrack;

  /**
   * Follows nothing yet.
   *
   * @param capture what the packets come from
   * @param ended hears of what is over, or about to be forgotten, before the end of the capture
   */
  public ConnectionTracker(ObservedCapture capture, Consumer<ConnectionSummary> ended) {
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
  public void add(ObservedPacket seen, long line, Optional<PrintedTime> time, ResetJudge judge) {
    Connection connection = seen.flow().connection();
    Track last = lastTrack;
    if (connection == lastConnection && last != null && !seen.isPureSyn()) {
      last.add(seen);
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
    Track track = tracks.get(connection);
    boolean followsAnother = track instanceof TcpTrack before && before.goesOn();
    if (track instanceof TcpTrack tcp && seen.isPureSyn() && tcp.isOver(seen)) {
      finish(tcp, judge);
      track = null;
    }
    if (track == null) {
      track = new TcpTrack(seen, line, time.orElse(null), followsAnother);
      tracks.put(connection, track);
    }
    track.add(seen);
    lastConnection = connection;
    lastTrack = track;
  }

  private void finish(Track track, ResetJudge judge) {
    finished.add(track);
    if (finished.size() > maxFinished) {
      ended.accept(finished.remove().summary(capture, judge, false));
    }
  }

  private void addUdp(ObservedPacket seen, long line, Optional<PrintedTime> time) {
    Connection connection = seen.flow().connection();
    Track track = tracks.get(connection);
    if (track == null) {
      if (seen.flow().reverse().source().isGroup()) {
        return; // Who answers what was sent to many does so in its own name.
      }
      track = new DatagramTrack(Protocol.UDP, seen, line, time.orElse(null));
      tracks.put(connection, track);
    }
    track.add(seen);
    lastConnection = connection;
    lastTrack = track;
  }

  private void addPing(
      ObservedPacket seen, long line, Optional<PrintedTime> time, ResetJudge judge) {
    boolean request = seen.kind() == PacketKind.ECHO_REQUEST;
    if (!request && seen.kind() != PacketKind.ECHO_REPLY) {
      return;
    }
    Connection connection = seen.flow().connection();
    boolean forth = connection.flows().get(0) == seen.flow();
    long key = seen.ack().orElse(-1) * 2 + (forth == request ? 1 : 0);
    Map<Long, Track> some = pings.computeIfAbsent(connection, any -> new LinkedHashMap<>());
    Track track = some.get(key);
    if (track == null) {
      if (!request) {
        return; // Whose request was not seen says nothing of who asked.
      }
      makeRoom(some, judge);
      track = new DatagramTrack(Protocol.PING, seen, line, time.orElse(null));
      some.put(key, track);
    }
    track.add(seen);
  }

  private void makeRoom(Map<Long, Track> some, ResetJudge judge) {
    if (some.size() >= MAX_PINGS) {
      Iterator<Track> all = some.values().iterator();
      ended.accept(all.next().summary(capture, judge, true));
      all.remove();
    }
  }

  /** A connection is about to be forgotten: sums it up while it is known. */
  public void forget(Connection connection, ResetJudge judge) {
    if (connection == lastConnection) {
      lastConnection = null;
      lastTrack = null;
    }
    Track track = tracks.remove(connection);
    if (track != null) {
      ended.accept(track.summary(capture, judge, true));
    }
    Map<Long, Track> some = pings.remove(connection);
    if (some != null) {
      some.values().forEach(ping -> ended.accept(ping.summary(capture, judge, true)));
    }
  }

  /** What became, so far, of the connections that are remembered, first ones first. */
  public List<ConnectionSummary> summaries(ResetJudge judge) {
    List<Track> all = new ArrayList<>(finished);
    all.addAll(tracks.values());
    pings.values().forEach(some -> all.addAll(some.values()));
    all.sort((one, other) -> Long.compare(one.record, other.record));
    List<ConnectionSummary> summaries = new ArrayList<>(all.size());
    all.forEach(track -> summaries.add(track.summary(capture, judge, false)));
    return summaries;
  }
}
