package io.hopwise.connections.tracking;

import io.hopwise.analysis.traffic.Connection;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The track of each connection that is remembered, found by {@link Connection#slot}; of pings the
 * first one, which knows the others.
 */
final class TrackTable {
  private @Nullable Track<?>[] bySlot = new Track<?>[64];

  @Nullable Track<?> get(Connection connection) {
    int slot = connection.slot();
    return slot < bySlot.length ? bySlot[slot] : null;
  }

  void put(Connection connection, Track<?> track) {
    int slot = connection.slot();
    if (slot >= bySlot.length) {
      bySlot = Arrays.copyOf(bySlot, Math.max(slot + 1, 2 * bySlot.length));
    }
    bySlot[slot] = track;
  }

  /** Takes it out; null if there is none. */
  @Nullable Track<?> remove(Connection connection) {
    Track<?> track = get(connection);
    if (track != null) {
      bySlot[connection.slot()] = null;
    }
    return track;
  }

  void addTo(Collection<Track<?>> all) {
    for (Track<?> track : bySlot) {
      if (track instanceof PingTrack ping) {
        ping.addAllTo(all);
      } else if (track != null) {
        all.add(track);
      }
    }
  }
}
