package io.hopwise.connections.places;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.place.Place;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Side;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.connections.PlaceMatch;
import io.hopwise.connections.PlaceMatch.Fate;
import io.hopwise.packet.PrintedTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what became of connections between the places that they were captured at. */
public final class PlaceMatches {
  private static final int MAX_CAPTURES = 16;

  private final ObservedCapture capture;
  private final List<Place> places;
  private final ImmutableList<String> emptyPlaces;
  private final SameConnections same = new SameConnections();
  private final ServersSeen servers = new ServersSeen();
  private final Translated translated = new Translated(servers);
  private final LastRouters routers;
  private final ImmutableList.Builder<PlaceMatch> matches = ImmutableList.builder();

  private PlaceMatches(ObservedCapture capture) {
    this.capture = capture;
    this.places = capture.places();
    this.emptyPlaces = capture.emptyPlaces();
    this.routers = new LastRouters(capture);
  }

  /** What became of these connections of a capture between its places; empty if it has one. */
  public static ImmutableList<PlaceMatch> of(
      ObservedCapture capture, List<ConnectionSummary> connections) {
    PlaceMatches all = new PlaceMatches(capture);
    return all.places.size() + all.emptyPlaces.size() < 2
        ? ImmutableList.of()
        : all.find(connections);
  }

  private ImmutableList<PlaceMatch> find(List<ConnectionSummary> connections) {
    List<ConnectionSummary> known =
        connections.stream().filter(one -> one.capture() <= MAX_CAPTURES).toList();
    known.forEach(same::add);
    known.forEach(servers::add);
    Set<Long> done = new HashSet<>();
    List<PlaceOrder> orders = new ArrayList<>();
    for (ConnectionSummary one : known) {
      if (!done.contains(one.record())) {
        PlaceOrder order = PlaceOrder.of(same.of(one));
        order.seen().forEach(seen -> done.add(seen.record()));
        orders.add(order);
        order.seen().forEach(seen -> translated.add(seen, order.seen().size() == 1));
        for (int i = 1; i < order.seen().size(); i++) {
          servers.same(order.seen().get(i - 1), order.seen().get(i));
        }
      }
    }
    orders.forEach(this::compare);
    return matches.build();
  }

  /** Compares each pair of neighbouring places, and finds the place that it did not come to. */
  private void compare(PlaceOrder order) {
    Optional<PlaceMatch> missed = missed(order);
    List<ConnectionSummary> seen = order.seen();
    for (int i = 1; i < seen.size(); i++) {
      boolean last = i == seen.size() - 1 && missed.isEmpty();
      matches.add(pair(seen.get(i - 1), seen.get(i), last, order.known()));
    }
    missed.ifPresent(matches::add);
  }

  private PlaceMatch pair(
      ConnectionSummary near, ConnectionSummary far, boolean last, boolean orderKnown) {
    Fate fate = fate(near, far, last);
    boolean covered =
        switch (fate) {
          case SEEN_AT_BOTH, UNANSWERED_THERE, LOST_BETWEEN, NOTHING_THERE -> true;
          case ANSWER_LOST -> covers(near, far);
          case ANSWERED_BETWEEN, REFUSED_BETWEEN -> covers(far, near);
          case RESET_BETWEEN ->
              isReset(near, near.server()) ? covers(far, near) : covers(near, far);
        };
    return new PlaceMatch(
        near, Optional.of(far), far.capture(), fate, orderKnown, covered, Optional.empty());
  }

  private Fate fate(ConnectionSummary near, ConnectionSummary far, boolean last) {
    boolean answeredHere = near.server().packets() > 0;
    boolean answeredThere = far.server().packets() > 0;
    boolean refusedHere = near.outcome() == Outcome.REFUSED;
    if (!answeredThere && place(far).mayHideAnswers()) {
      return Fate.SEEN_AT_BOTH;
    }
    if (!answeredHere && !answeredThere) {
      boolean silent = far.outcome() == Outcome.UNANSWERED;
      return last && silent ? Fate.UNANSWERED_THERE : Fate.SEEN_AT_BOTH;
    }
    if (!answeredHere) {
      boolean waited = near.outcome() == Outcome.UNANSWERED && far.tries() <= near.tries();
      return waited ? Fate.ANSWER_LOST : Fate.SEEN_AT_BOTH;
    }
    if (refusedHere && far.outcome() != Outcome.REFUSED) {
      return Fate.REFUSED_BETWEEN;
    }
    if (!answeredThere) {
      return Fate.ANSWERED_BETWEEN;
    }
    boolean fromServer = isReset(near, near.server()) && !isReset(far, far.server());
    boolean fromClient = isReset(far, far.client()) && !isReset(near, near.client());
    return fromServer || fromClient ? Fate.RESET_BETWEEN : Fate.SEEN_AT_BOTH;
  }

  /** Whether a reset in the name of this side ended it. */
  private static boolean isReset(ConnectionSummary connection, Side side) {
    boolean reset =
        connection.end().filter(end -> end == End.RESET || end == End.IDLE_RESET).isPresent();
    return reset && connection.endBy().filter(by -> by.host().equals(side.host())).isPresent();
  }

  private Place place(ConnectionSummary connection) {
    return places.get(connection.capture() - 1);
  }

  /** Whether the capture that one was seen in went on when the other one ended. */
  private boolean covers(ConnectionSummary one, ConnectionSummary other) {
    if (other.start().isEmpty()) {
      return false;
    }
    PrintedTime start = other.start().get();
    long end = start.nanos() + other.nanos().orElse(0);
    return capture.covers(place(one), new PrintedTime(start.form(), end, start.digits()));
  }

  /** The place that a connection without an answer of the host's own did not come to. */
  private Optional<PlaceMatch> missed(PlaceOrder order) {
    ConnectionSummary last = order.last();
    if (!isOpen(last)) {
      return Optional.empty();
    }
    List<Integer> others = new ArrayList<>();
    for (int other = 1; other <= Math.min(MAX_CAPTURES, places.size()); other++) {
      if (!isIn(other, order) && wouldHaveSeen(other, last) && !isThere(other, order)) {
        others.add(other);
      }
    }
    boolean refused = last.outcome() == Outcome.REFUSED;
    if (others.size() == 1) {
      Fate fate = refused ? Fate.REFUSED_BETWEEN : Fate.LOST_BETWEEN;
      return Optional.of(lost(last, others.get(0), fate));
    }
    boolean nothing =
        others.isEmpty()
            && !refused
            && emptyPlaces.size() == 1
            && mayBeAtClient(order.seen().get(0));
    return nothing
        ? Optional.of(lost(last, places.size() + 1, Fate.NOTHING_THERE))
        : Optional.empty();
  }

  private PlaceMatch lost(ConnectionSummary last, int farCapture, Fate fate) {
    return new PlaceMatch(last, Optional.empty(), farCapture, fate, true, true, routers.of(last));
  }

  /** Without an answer of the host's own. */
  private static boolean isOpen(ConnectionSummary one) {
    boolean foreign = one.outcomeBy().filter(by -> by.role() == Actor.Role.HOST).isEmpty();
    return one.outcome() == Outcome.UNANSWERED || (one.outcome() == Outcome.REFUSED && foreign);
  }

  private static boolean isIn(int other, PlaceOrder order) {
    return order.seen().stream().anyMatch(seen -> seen.capture() == other);
  }

  /** Whether it may have come there under another name. */
  private boolean isThere(int other, PlaceOrder order) {
    return order.seen().stream().anyMatch(seen -> translated.mayBeAt(other, seen));
  }

  private boolean wouldHaveSeen(int other, ConnectionSummary one) {
    return one.start().isPresent()
        && capture.covers(places.get(other - 1), one.start().get())
        && servers.isBehind(other, one);
  }

  /** Whether nothing speaks against it having been captured where the client is. */
  private static boolean mayBeAtClient(ConnectionSummary one) {
    return one.client().routers().orElse(0) == 0 && one.server().routers().orElse(1) > 0;
  }
}
