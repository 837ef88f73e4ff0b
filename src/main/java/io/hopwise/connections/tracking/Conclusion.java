package io.hopwise.connections.tracking;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of a connection. Of most of very many only this is counted; a summary is made for
 * those that are listed.
 *
 * @param track what is known of it
 * @param client the side that asked, or probably did
 * @param server the other side
 * @param tries see {@link ConnectionSummary#tries}
 * @param handshakeNanos see {@link ConnectionSummary#handshakeNanos}
 * @param outcome how it began
 * @param outcomeBy who refused or rejected it
 * @param end how it ended
 * @param endBy who closed or reset it
 * @param forgotten whether it was forgotten to make room
 */
record Conclusion(
    Track<?> track,
    Half client,
    Half server,
    long tries,
    OptionalLong handshakeNanos,
    Outcome outcome,
    Optional<Actor> outcomeBy,
    Optional<End> end,
    Optional<Actor> endBy,
    boolean forgotten) {
  Protocol protocol() {
    return track.protocol();
  }

  /** Which capture of the text it was seen in, 1 for the first. */
  int capture() {
    return track.capture();
  }

  ConnectionSummary summary(ObservedCapture capture) {
    return new ConnectionSummary(
        protocol(),
        client.side(capture),
        server.side(capture),
        capture(),
        track.record,
        track.line(),
        track.start(),
        track.duration(),
        tries,
        handshakeNanos,
        outcome,
        outcomeBy,
        end,
        endBy,
        forgotten);
  }
}
