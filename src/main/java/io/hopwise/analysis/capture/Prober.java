package io.hopwise.analysis.capture;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.place.Place;
import io.hopwise.analysis.traffic.Traffic;
import java.util.List;

/**
 * A device that sends ACKs in the names of several hosts, to see whether their connections live.
 *
 * @param ttl their TTL, 0 to 255
 * @param window their window, 0 to 65535
 * @param hosts the first few hosts, at least three
 * @since 0.1
 */
public record Prober(int ttl, int window, ImmutableList<String> hosts) {
  static ImmutableList<Prober> find(List<Place> places, Traffic traffic) {
    ImmutableList.Builder<Prober> all = ImmutableList.builder();
    for (Place place : places) {
      for (Place.AckKind acks : place.acks()) {
        ImmutableList<String> probed = traffic.probed(acks, place);
        if (!probed.isEmpty()) {
          all.add(new Prober(acks.ttl(), acks.window(), probed));
        }
      }
    }
    return all.build();
  }
}
