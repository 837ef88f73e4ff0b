package io.hopwise.testing;

import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what became of a connection, from {@link PacketCaptureAssert#connection}.
 *
 * <pre>{@code
 * assertThat(capture).connection("10.9.1.1", "10.9.4.2:22").wasRefusedByDevice(1);
 * }</pre>
 *
 * @since 0.1
 */
public class ConnectionAssert extends HopwiseAssert<ConnectionAssert, ConnectionSummary> {
  /** Called by AssertJ; use {@link PacketCaptureAssert#connection} instead. */
  public ConnectionAssert(@Nullable ConnectionSummary actual) {
    super(actual, ConnectionAssert.class);
  }

  /** It began like this. */
  public ConnectionAssert hasOutcome(Outcome outcome) {
    isNotNull();
    return expect("outcome", outcome, actual.outcome());
  }

  /** Its handshake was completed. */
  public ConnectionAssert isOpened() {
    return hasOutcome(Outcome.OPENED);
  }

  /** Nothing answered it, though there was time to. */
  public ConnectionAssert isUnanswered() {
    return hasOutcome(Outcome.UNANSWERED);
  }

  /** UDP and ping: something came back. */
  public ConnectionAssert isAnswered() {
    return hasOutcome(Outcome.ANSWERED);
  }

  /** A reset refused it, and the host it went to sent that. */
  public ConnectionAssert wasRefusedByHost() {
    return hasOutcome(Outcome.REFUSED).by(Actor.Role.HOST, actual.outcomeBy());
  }

  /** A reset refused it, and a device so many routers away sent that in the host's name. */
  public ConnectionAssert wasRefusedByDevice(int routers) {
    return hasOutcome(Outcome.REFUSED)
        .by(Actor.Role.DEVICE, actual.outcomeBy())
        .away(routers, actual.outcomeBy());
  }

  /**
   * An ICMP error rejected it.
   *
   * @param host who sent the error, as tcpdump prints it
   */
  public ConnectionAssert wasRejectedBy(String host) {
    hasOutcome(Outcome.REJECTED);
    Optional<String> found = actual.outcomeBy().map(Actor::host);
    return expect("rejected by", Optional.of(host), found);
  }

  /** It ended like this. */
  public ConnectionAssert hasEnd(End end) {
    isNotNull();
    return expect("end", Optional.of(end), actual.end());
  }

  /** A reset ended it, and the host whose address it carries sent that. */
  public ConnectionAssert wasResetByHost() {
    return isReset().by(Actor.Role.HOST, actual.endBy());
  }

  /** A reset ended it, and a device so many routers away sent that in a host's name. */
  public ConnectionAssert wasResetByDevice(int routers) {
    return isReset().by(Actor.Role.DEVICE, actual.endBy()).away(routers, actual.endBy());
  }

  private ConnectionAssert isReset() {
    isNotNull();
    boolean reset = actual.end().filter(e -> e == End.RESET || e == End.IDLE_RESET).isPresent();
    return expect(reset, "Expecting a reset at the end, but found " + actual.end());
  }

  private ConnectionAssert by(Actor.Role role, Optional<Actor> found) {
    return expect("by", Optional.of(role), found.map(Actor::role));
  }

  private ConnectionAssert away(int routers, Optional<Actor> found) {
    return expect("routers away", Optional.of(OptionalInt.of(routers)), found.map(Actor::routers));
  }

  /** The client sent so many SYNs, or echo requests. */
  public ConnectionAssert hasTries(long tries) {
    isNotNull();
    return expect("tries", tries, actual.tries());
  }
}
