package io.hopwise.connections.places;

import io.hopwise.connections.ConnectionSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * A connection at the places where it was seen, from the client to the server.
 *
 * @param seen what was seen of it, one place each
 * @param known whether TTLs tell the order; if not, it is that of the captures
 */
record PlaceOrder(List<ConnectionSummary> seen, boolean known) {
  /** A connection that was seen at these places. */
  static PlaceOrder of(List<ConnectionSummary> places) {
    List<ConnectionSummary> seen = new ArrayList<>(places);
    if (differ(places.stream().map(one -> one.client().routers()).toList())) {
      seen.sort(Comparator.comparingInt(one -> one.client().routers().getAsInt()));
      return new PlaceOrder(seen, true);
    }
    if (differ(places.stream().map(one -> one.server().routers()).toList())) {
      seen.sort(Comparator.comparingInt(one -> -one.server().routers().getAsInt()));
      return new PlaceOrder(seen, true);
    }
    return new PlaceOrder(seen, places.size() < 2);
  }

  /** Whether all distances are known, and each place has another one. */
  private static boolean differ(List<OptionalInt> distances) {
    return distances.stream().allMatch(OptionalInt::isPresent)
        && distances.stream().distinct().count() == distances.size();
  }

  ConnectionSummary last() {
    return seen.get(seen.size() - 1);
  }
}
