package io.hopwise.connections.tracking;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.observation.Tunnels;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.IcmpError;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.Outcome;
import io.hopwise.packet.PrintedTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection. Packets only add to it; what became of it is concluded when that
 * is asked for.
 */
abstract class Track<H extends Half> {
  /** Where no time was printed. */
  static final long NO_TIME = Long.MIN_VALUE;

  /** If the capture went on for this long, in nanoseconds, an answer would have come. */
  private static final long LONG_ENOUGH = 3_000_000_000L;

  /** The side that was seen first. */
  final H first;

  final H second;
  final long record;
  private final long line;
  private final @Nullable PrintedTime start;
  private long firstNanos = NO_TIME;
  private long lastNanos = NO_TIME;

  /** Of a connection of these sides, none of which has sent anything yet. */
  Track(H first, H second, ObservedPacket seen, long line, @Nullable PrintedTime start) {
    this.first = first;
    this.second = second;
    this.record = seen.record();
    this.line = line;
    this.start = start;
  }

  /** The facts of another one, of a capture that is the later half of this one. */
  Track(Track<H> other, H first, H second, Shift shift) {
    this.first = first;
    this.second = second;
    this.record = other.record + shift.records();
    this.line = other.line + shift.lines();
    this.start = other.start;
    this.firstNanos = shift.moved(other.firstNanos);
    this.lastNanos = shift.moved(other.lastNanos);
  }

  /** The same facts in the whole of a capture, where the first side's packets are this flow. */
  abstract Track<H> movedTo(Flow flow, Shift shift);

  /** Adds when the same connection was seen later on. */
  final void absorbTimes(Track<H> later) {
    firstNanos = firstNanos == NO_TIME ? later.firstNanos : firstNanos;
    lastNanos = Math.max(lastNanos, later.lastNanos);
  }

  final H half(Flow flow) {
    return flow == first.flow ? first : second;
  }

  void add(ObservedPacket seen) {
    H from = half(seen.flow());
    from.count(seen);
    long nanos = seen.nanosOr(NO_TIME);
    if (nanos != NO_TIME) {
      firstNanos = firstNanos == NO_TIME ? nanos : firstNanos;
      lastNanos = Math.max(lastNanos, nanos);
    }
    follow(seen, from);
  }

  /** Takes a packet that has been counted. */
  abstract void follow(ObservedPacket seen, H from);

  abstract Protocol protocol();

  /** What the facts come to. */
  abstract Conclusion conclude(ObservedCapture capture, ResetJudge judge, boolean forgotten);

  final H other(H side) {
    return side == first ? second : first;
  }

  final OptionalLong duration() {
    return firstNanos == NO_TIME ? OptionalLong.empty() : OptionalLong.of(lastNanos - firstNanos);
  }

  /** When its last packet was captured, or {@link #NO_TIME}. */
  final long lastNanos() {
    return lastNanos;
  }

  final Optional<PrintedTime> start() {
    return Optional.ofNullable(start);
  }

  final long line() {
    return line;
  }

  /** Which capture of the text it is in, 1 for the first. */
  final int capture() {
    return first.flow.source().place().number() + 1;
  }

  /** The outcome of what nobody answered: whether there was time to. */
  final Outcome silence(long tries, ObservedCapture capture, boolean forgotten) {
    // The way back may be another tunnel, and is another connection then.
    boolean elsewhere = !Tunnels.of(first.flow.source().host()).isEmpty();
    boolean hidden = first.flow.isLogged() || first.flow.source().place().mayHideAnswers();
    if (forgotten || elsewhere || hidden) {
      return Outcome.UNKNOWN;
    }
    OptionalLong last = capture.lastNanos(record);
    boolean waited =
        last.isPresent() && firstNanos != NO_TIME && last.getAsLong() - firstNanos >= LONG_ENOUGH;
    return tries > 1 || waited ? Outcome.UNANSWERED : Outcome.UNKNOWN;
  }

  /** Who says that what this side sent cannot be delivered, from the errors about it. */
  final Optional<Actor> rejecter(H asking, List<IcmpError> errors, ObservedCapture capture) {
    String asked = other(asking).flow.source().host();
    for (IcmpError error : errors) {
      boolean about = error.quotedTarget().isEmpty() || error.isTo(asked);
      boolean rejects = error.isUnreachable() || error.isTimeExceeded();
      if (about && rejects && error.error().record() >= record) {
        return Optional.of(actor(error, asked, capture));
      }
    }
    return Optional.empty();
  }

  private static Actor actor(IcmpError error, String asked, ObservedCapture capture) {
    Flow from = error.error().flow();
    String host = from.source().host();
    OptionalInt routers = capture.routersTo(error.error());
    String reason = RejectReason.of(error);
    return host.equals(asked)
        ? new Actor(Actor.Role.HOST, host, routers, reason)
        : new Actor(Actor.Role.ROUTER, host, routers, reason);
  }
}
