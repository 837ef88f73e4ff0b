package io.hopwise.connections;

import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.TcpFlags;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The facts of one TCP connection, from its SYN on. */
final class TcpTrack extends Track {
  private static final long LONG_SILENCE = 60_000_000_000L;

  /** The side that asked, where a SYN or its answer was seen. */
  private @Nullable Half client;

  private long syns;

  /** As many SYNs had gone this way when it was asked last: printed again, one counts once. */
  private long synsBefore;

  private boolean hasFlags;
  private boolean accepted;
  private boolean completed;
  private boolean spoken;
  private OptionalLong lastSyn = OptionalLong.empty();
  private OptionalLong handshake = OptionalLong.empty();
  private @Nullable ObservedPacket refusal;
  private @Nullable ObservedPacket reset;

  /** The side that said first that it sends no more. */
  private @Nullable Half closer;

  private boolean closedBeforeReset;

  /** Whether another connection of the same ports was not over when this one began. */
  private final boolean followsAnother;

  TcpTrack(ObservedPacket seen, long line, @Nullable PrintedTime start, boolean followsAnother) {
    super(seen, line, start);
    this.followsAnother = followsAnother;
    synsBefore = seen.flow().pureSyns() - (seen.isPureSyn() ? 1 : 0);
  }

  /** Whether a SYN asks for another connection than this one. */
  boolean isOver(ObservedPacket syn) {
    Half from = syn.flow() == first.flow ? first : second;
    long seq = syn.seq().orElse(-1);
    if (from.isn >= 0) {
      return seq != from.isn;
    }
    boolean asked = client != null && from != client;
    return asked ? spoken || reset != null : true;
  }

  /** Whether neither a reset nor both FINs have ended it. */
  boolean goesOn() {
    return spoken && reset == null && !(first.hasFinished && second.hasFinished);
  }

  @Override
  void follow(ObservedPacket seen, Half from) {
    if (seen.isPureSyn()) {
      hasFlags = true;
      addSyn(seen, from);
    } else if (seen.isSynAck()) {
      hasFlags = true;
      addSynAck(seen, from);
    } else if (seen.has(TcpFlags.RST)) {
      hasFlags = true;
      addReset(seen, from);
    } else {
      hasFlags |= seen.has(0xff);
      addSegment(seen, from);
    }
  }

  private void addSyn(ObservedPacket seen, Half from) {
    if (client != null && client != from) {
      return; // Both ask at once: whoever did first is the client.
    }
    client = from;
    from.isn = seen.seq().orElse(-1);
    long all = seen.flow().pureSyns();
    syns += Math.max(0, all - synsBefore);
    synsBefore = all;
    if (!accepted) {
      lastSyn = seen.nanos();
    }
  }

  private void addSynAck(ObservedPacket seen, Half from) {
    if (client == from) {
      return;
    }
    client = other(from);
    from.isn = from.isn < 0 ? seen.seq().orElse(-1) : from.isn;
    accepted = true;
  }

  private void addReset(ObservedPacket seen, Half from) {
    boolean first = from.packets == 1 && !accepted && !completed;
    if (client != null && from != client && refusal == null && syns > 0 && first) {
      refusal = seen;
    } else if (reset == null && refusal == null) {
      reset = seen;
      closedBeforeReset = this.first.hasFinished && second.hasFinished;
    }
  }

  private void addSegment(ObservedPacket seen, Half from) {
    from.addSegment(seen);
    spoken = true;
    if (closer == null && from.hasFinished) {
      closer = from;
    }
    // Behind a connection that goes on, an ACK is more likely one of that.
    boolean unseen = refusal == null && !followsAnother;
    boolean completes = from == client && seen.has(TcpFlags.ACK) && (accepted || unseen);
    if (completes && !completed) {
      completed = true;
      noteHandshake(seen.nanos());
    }
  }

  private void noteHandshake(OptionalLong ack) {
    if (accepted && lastSyn.isPresent() && ack.isPresent()) {
      handshake = OptionalLong.of(Math.max(0, ack.getAsLong() - lastSyn.getAsLong()));
    }
  }

  @Override
  ConnectionSummary summary(ObservedCapture capture, ResetJudge judge, boolean forgotten) {
    Half asking = client == null ? Servers.guessClient(this) : client;
    Optional<Actor> rejecter = rejecter(asking, capture.errorsAbout(asking.flow), capture);
    Outcome outcome = outcome(asking, rejecter, capture, forgotten);
    return new ConnectionSummary(
        Protocol.TCP,
        asking.side(capture),
        other(asking).side(capture),
        capture(),
        record,
        line(),
        start(),
        duration(),
        syns,
        handshake,
        outcome,
        outcomeBy(outcome, rejecter, judge, capture),
        end(outcome, forgotten),
        endBy(judge, capture),
        forgotten);
  }

  private Outcome outcome(
      Half asking, Optional<Actor> rejecter, ObservedCapture capture, boolean forgotten) {
    if (completed) {
      return Outcome.OPENED;
    }
    if (client == null) {
      return hasFlags ? Outcome.MID_STREAM : Outcome.UNKNOWN;
    }
    if (refusal != null) {
      return Outcome.REFUSED;
    }
    Half server = other(asking);
    if (accepted || server.packets > 0) {
      return server.bytes > 0 ? Outcome.OPENED : Outcome.HALF_OPEN;
    }
    return rejecter.isPresent() ? Outcome.REJECTED : silence(syns, capture, forgotten);
  }

  private Optional<Actor> outcomeBy(
      Outcome outcome, Optional<Actor> rejecter, ResetJudge judge, ObservedCapture capture) {
    if (outcome == Outcome.REFUSED && refusal != null) {
      return Optional.of(sender(refusal, judge, capture));
    }
    return outcome == Outcome.REJECTED ? rejecter : Optional.empty();
  }

  private static Actor sender(ObservedPacket packet, ResetJudge judge, ObservedCapture capture) {
    return judge
        .sender(packet)
        .orElseGet(() -> Actor.unknown(packet.flow().source().host(), routers(packet, capture)));
  }

  private Optional<End> end(Outcome outcome, boolean forgotten) {
    if (reset != null && !closedBeforeReset) {
      boolean idle = spoken && reset.idleNanos().orElse(0) >= LONG_SILENCE;
      return Optional.of(idle ? End.IDLE_RESET : End.RESET);
    }
    if (closer != null) {
      boolean both = first.hasFinished && second.hasFinished;
      return both || !forgotten
          ? Optional.of(both ? End.CLOSED : End.HALF_CLOSED)
          : Optional.empty();
    }
    boolean opened = outcome == Outcome.OPENED || outcome == Outcome.MID_STREAM;
    return opened && !forgotten ? Optional.of(End.STILL_OPEN) : Optional.empty();
  }

  private Optional<Actor> endBy(ResetJudge judge, ObservedCapture capture) {
    if (reset != null && !closedBeforeReset) {
      return Optional.of(sender(reset, judge, capture));
    }
    return closer == null
        ? Optional.empty()
        : Optional.of(Actor.host(closer.flow.source().host(), closer.routers(capture)));
  }
}
