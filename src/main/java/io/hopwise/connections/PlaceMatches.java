package io.hopwise.connections;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.PlaceMatch.Fate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the same TCP connection in captures of two places. A NAT between them changes addresses and
 * ports and leaves the sequence number of the SYN; as that alone may be equal by chance, the IP id
 * of the SYN or the server's sequence number must be, too.
 */
final class PlaceMatches {
  private static final int MAX_CAPTURES = 16;

  private final ObservedCapture capture;
  private final List<ConnectionSummary> connections;
  private final List<ConnectionSummary> all = new ArrayList<>();
  private final Map<Long, List<ConnectionSummary>> bySequence = new LinkedHashMap<>();

  private PlaceMatches(ObservedCapture capture, List<ConnectionSummary> connections) {
    this.capture = capture;
    this.connections = connections;
    for (ConnectionSummary connection : connections) {
      OptionalLong sequence = connection.client().sequence();
      boolean known = connection.protocol() == Protocol.TCP && sequence.isPresent();
      if (known && connection.capture() <= MAX_CAPTURES) {
        all.add(connection);
        bySequence.computeIfAbsent(sequence.getAsLong(), any -> new ArrayList<>()).add(connection);
      }
    }
  }

  static ImmutableList<PlaceMatch> of(
      ObservedCapture capture, List<ConnectionSummary> connections) {
    return capture.places().size() < 2
        ? ImmutableList.of()
        : new PlaceMatches(capture, connections).find();
  }

  private ImmutableList<PlaceMatch> find() {
    ImmutableList.Builder<PlaceMatch> matches = ImmutableList.builder();
    for (ConnectionSummary one : all) {
      List<ConnectionSummary> others =
          bySequence.getOrDefault(one.client().sequence().getAsLong(), List.of()).stream()
              .filter(other -> other.capture() != one.capture() && isSame(one, other))
              .toList();
      for (ConnectionSummary other : others) {
        if (one.capture() < other.capture()) {
          matches.add(pair(one, other));
        }
      }
      if (others.isEmpty() && isOpen(one)) {
        missedBy(one).ifPresent(matches::add);
      }
    }
    return matches.build();
  }

  private static boolean isSame(ConnectionSummary one, ConnectionSummary other) {
    boolean ends =
        one.client().endpoint().equals(other.client().endpoint())
            && one.server().endpoint().equals(other.server().endpoint());
    boolean id = one.client().id().orElse(0) > 0 && one.client().id().equals(other.client().id());
    boolean answer =
        one.server().sequence().isPresent()
            && one.server().sequence().equals(other.server().sequence());
    return ends || id || answer;
  }

  /** Without an answer of the host's own. */
  private static boolean isOpen(ConnectionSummary one) {
    boolean foreign = one.outcomeBy().filter(by -> by.kind() == Actor.Kind.HOST).isEmpty();
    return one.outcome() == Outcome.UNANSWERED || (one.outcome() == Outcome.REFUSED && foreign);
  }

  private static PlaceMatch pair(ConnectionSummary one, ConnectionSummary other) {
    int oneAway = one.client().routers().orElse(0);
    int otherAway = other.client().routers().orElse(0);
    boolean inOrder = oneAway <= otherAway;
    ConnectionSummary near = inOrder ? one : other;
    ConnectionSummary far = inOrder ? other : one;
    return new PlaceMatch(near, Optional.of(far), far.capture(), fate(near, far));
  }

  private static Fate fate(ConnectionSummary near, ConnectionSummary far) {
    boolean silentHere = near.server().packets() == 0;
    boolean silentThere = far.server().packets() == 0;
    if (silentThere) {
      return near.outcome() == Outcome.REFUSED ? Fate.REFUSED_BETWEEN : Fate.UNANSWERED_THERE;
    }
    if (silentHere) {
      return Fate.ANSWER_LOST;
    }
    if (near.outcome() == Outcome.REFUSED && far.outcome() != Outcome.REFUSED) {
      return Fate.REFUSED_BETWEEN;
    }
    return isReset(near, near.server()) && !isReset(far, far.server())
        ? Fate.RESET_BETWEEN
        : Fate.SEEN_AT_BOTH;
  }

  /** Whether a reset in the name of this side ended it. */
  private static boolean isReset(ConnectionSummary connection, ConnectionSummary.Side side) {
    boolean reset =
        connection.end().filter(end -> end == End.RESET || end == End.IDLE_RESET).isPresent();
    return reset && connection.endBy().filter(by -> by.host().equals(side.host())).isPresent();
  }

  /** The one other place that would have seen it: it saw the server, and was there at that time. */
  private Optional<PlaceMatch> missedBy(ConnectionSummary one) {
    List<Integer> others = new ArrayList<>();
    for (int other = 1; other <= Math.min(MAX_CAPTURES, capture.places().size()); other++) {
      if (other != one.capture() && saw(other, one)) {
        others.add(other);
      }
    }
    Fate fate = one.outcome() == Outcome.REFUSED ? Fate.REFUSED_BETWEEN : Fate.LOST_BETWEEN;
    return others.size() == 1
        ? Optional.of(new PlaceMatch(one, Optional.empty(), others.get(0), fate))
        : Optional.empty();
  }

  private boolean saw(int other, ConnectionSummary one) {
    boolean there =
        one.start().isPresent()
            && capture.covers(capture.places().get(other - 1), one.start().get());
    // Nearer to the client than this place it would have come by before.
    return there
        && connections.stream()
            .anyMatch(
                seen ->
                    seen.capture() == other
                        && seen.server().host().equals(one.server().host())
                        && seen.client().routers().orElse(0) > one.client().routers().orElse(0));
  }
}
