package io.hopwise.connections.tracking;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.TcpFlags;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The facts of one TCP connection, from its SYN on. */
final class TcpTrack extends Track<TcpHalf> {
  private static final long LONG_SILENCE = 60_000_000_000L;

  /** The side that asked, where a SYN or its answer was seen. */
  private @Nullable TcpHalf client;

  private long syns;

  /** When the last SYN went before the client went on. */
  private long lastSyn = NO_TIME;

  private boolean hasFlags;

  /** Whether another connection of the same ports was not over when this one began. */
  private boolean followsAnother;

  TcpTrack(ObservedPacket seen, long line, @Nullable PrintedTime start) {
    super(new TcpHalf(seen.flow()), new TcpHalf(seen.flow().reverse()), seen, line, start);
    first.synsBefore = first.flow.pureSyns() - (seen.isPureSyn() ? 1 : 0);
    second.synsBefore = second.flow.pureSyns();
  }

  private TcpTrack(TcpTrack other, Flow flow, Shift shift) {
    super(
        other,
        other.first.movedTo(flow, shift),
        other.second.movedTo(flow.reverse(), shift),
        shift);
    client = other.client == null ? null : other.client == other.first ? first : second;
    syns = other.syns;
    lastSyn = shift.moved(other.lastSyn);
    hasFlags = other.hasFlags;
    followsAnother = other.followsAnother;
  }

  @Override
  TcpTrack movedTo(Flow flow, Shift shift) {
    return new TcpTrack(this, flow, shift);
  }

  /** It begins while another connection of the same ports may go on. */
  void follows(TcpTrack before) {
    boolean spoken = before.first.hasSpoken || before.second.hasSpoken;
    followsAnother = spoken && before.reset() == null && !before.isClosed();
  }

  /** The sequence number of the SYN that it began with, -1 if it began with none. */
  long firstSyn() {
    return syns > 0 ? first.isn : -1;
  }

  /** Whether a SYN from this side asks for another connection than this one. */
  boolean isOver(TcpHalf from, long seq) {
    if (from.isn >= 0) {
      return seq != from.isn;
    }
    TcpHalf asking = client;
    if (asking == null || from == asking) {
      return true;
    }
    return from.packets > 0 || asking.hasSpoken || reset() != null;
  }

  @Override
  void follow(ObservedPacket seen, TcpHalf from) {
    hasFlags |= seen.has(0xff);
    if (seen.isPureSyn()) {
      addSyn(seen, from);
    } else if (seen.isSynAck()) {
      addSynAck(seen, from);
    } else if (seen.has(TcpFlags.RST)) {
      from.addReset(seen);
    } else {
      from.addSegment(seen, first.hasAccepted || second.hasAccepted);
    }
  }

  private void addSyn(ObservedPacket seen, TcpHalf from) {
    if (client != null && client != from) {
      return; // Both ask at once: whoever did first is the client.
    }
    client = from;
    from.addSyn(seen);
    // One that was printed again counts once.
    syns = from.flow.pureSyns() - from.synsBefore;
    if (from.ack == 0) {
      lastSyn = seen.nanosOr(NO_TIME);
    }
  }

  private void addSynAck(ObservedPacket seen, TcpHalf from) {
    if (client != from) {
      client = other(from);
      from.addSyn(seen);
      from.hasAccepted = true;
    }
  }

  /** Adds what was seen of the same connection later on. */
  void absorb(TcpTrack rest) {
    boolean goesOn = client != null && client.ack > 0;
    half(rest.first.flow).absorb(rest.first);
    half(rest.second.flow).absorb(rest.second);
    absorbTimes(rest);
    if (client == null && rest.client != null) {
      client = half(rest.client.flow);
    }
    lastSyn = goesOn || rest.lastSyn == NO_TIME ? lastSyn : rest.lastSyn;
    syns += rest.syns;
    if (client != null) {
      syns = Math.min(syns, client.flow.pureSyns() - client.synsBefore);
    }
    hasFlags |= rest.hasFlags;
  }

  private boolean isClosed() {
    return first.fin > 0 && second.fin > 0;
  }

  /** The reset that refuses: the first that its side sends, before the client goes on. */
  private @Nullable ObservedPacket refusal() {
    TcpHalf asking = client;
    if (asking == null || syns == 0) {
      return null;
    }
    TcpHalf server = other(asking);
    ObservedPacket answer = server.spokeBeforeReset ? null : server.reset;
    return answer == null || (asking.ack > 0 && asking.ack < answer.record()) ? null : answer;
  }

  /** The first reset of either side; a refusal, too. */
  private @Nullable ObservedPacket reset() {
    ObservedPacket one = first.reset;
    ObservedPacket other = second.reset;
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.record() < other.record() ? one : other;
  }

  /** The reset that ended it; null if it was refused, or both sides had closed before. */
  private @Nullable ObservedPacket endingReset() {
    ObservedPacket ending = reset();
    boolean refuses = ending != null && ending == refusal() && !isCompleted();
    boolean late =
        ending != null && isClosed() && Math.max(first.fin, second.fin) < ending.record();
    return refuses || late ? null : ending;
  }

  /** Whether the client acknowledged what the server sent, or nothing speaks against that. */
  private boolean isCompleted() {
    TcpHalf asking = client;
    if (asking == null || asking.ack == 0) {
      return false;
    }
    // Behind a connection that goes on, an ACK is more likely one of that.
    return other(asking).hasAccepted || (refusal() == null && !followsAnother);
  }

  private OptionalLong handshake() {
    TcpHalf asking = client;
    if (asking == null || !other(asking).hasAccepted) {
      return OptionalLong.empty();
    }
    return asking.ackNanos != NO_TIME && lastSyn != NO_TIME
        ? OptionalLong.of(Math.max(0, asking.ackNanos - lastSyn))
        : OptionalLong.empty();
  }

  @Override
  Protocol protocol() {
    return Protocol.TCP;
  }

  @Override
  Conclusion conclude(ObservedCapture capture, ResetJudge judge, boolean forgotten) {
    TcpHalf asking = client == null ? Servers.guessClient(this) : client;
    Optional<Actor> rejecter =
        other(asking).packets > 0
            ? Optional.empty()
            : rejecter(asking, capture.errorsAbout(asking.flow), capture);
    Outcome outcome = outcome(rejecter, capture, forgotten);
    return new Conclusion(
        this,
        asking,
        other(asking),
        syns,
        handshake(),
        outcome,
        outcomeBy(outcome, rejecter, judge, capture),
        end(outcome, forgotten),
        endBy(judge, capture),
        forgotten);
  }

  private Outcome outcome(Optional<Actor> rejecter, ObservedCapture capture, boolean forgotten) {
    if (isCompleted()) {
      return Outcome.OPENED;
    }
    if (client == null) {
      return hasFlags ? Outcome.MID_STREAM : Outcome.UNKNOWN;
    }
    if (refusal() != null) {
      return Outcome.REFUSED;
    }
    TcpHalf server = other(client);
    if (server.packets > 0) {
      return server.bytes > 0 ? Outcome.OPENED : Outcome.HALF_OPEN;
    }
    return rejecter.isPresent() ? Outcome.REJECTED : silence(syns, capture, forgotten);
  }

  private Optional<Actor> outcomeBy(
      Outcome outcome, Optional<Actor> rejecter, ResetJudge judge, ObservedCapture capture) {
    ObservedPacket refusal = refusal();
    if (outcome == Outcome.REFUSED && refusal != null) {
      return Optional.of(sender(refusal, judge, capture));
    }
    return outcome == Outcome.REJECTED ? rejecter : Optional.empty();
  }

  private static Actor sender(ObservedPacket packet, ResetJudge judge, ObservedCapture capture) {
    return judge
        .sender(packet)
        .orElseGet(() -> Actor.unknown(packet.flow().source().host(), capture.routersTo(packet)));
  }

  private Optional<End> end(Outcome outcome, boolean forgotten) {
    ObservedPacket ending = endingReset();
    if (ending != null) {
      boolean spoken = first.hasSpoken || second.hasSpoken;
      boolean idle = spoken && ending.idleNanos().orElse(0) >= LONG_SILENCE;
      return Optional.of(idle ? End.IDLE_RESET : End.RESET);
    }
    if (isClosed()) {
      return Optional.of(End.CLOSED);
    }
    boolean opened = outcome == Outcome.OPENED || outcome == Outcome.MID_STREAM;
    boolean half = first.fin > 0 || second.fin > 0;
    return forgotten || !(opened || half)
        ? Optional.empty()
        : Optional.of(half ? End.HALF_CLOSED : End.STILL_OPEN);
  }

  private Optional<Actor> endBy(ResetJudge judge, ObservedCapture capture) {
    ObservedPacket ending = endingReset();
    if (ending != null) {
      return Optional.of(sender(ending, judge, capture));
    }
    if (first.fin == 0 && second.fin == 0) {
      return Optional.empty();
    }
    boolean firstCloses = second.fin == 0 || (first.fin > 0 && first.fin < second.fin);
    TcpHalf closer = firstCloses ? first : second;
    return Optional.of(Actor.host(closer.flow.source().host(), closer.routers(capture)));
  }
}
