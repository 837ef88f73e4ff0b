package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.place.Place;
import io.hopwise.analysis.traffic.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds out from the whole capture whether it was taken at the clients: they are on this link and
 * others are not, or so many hosts stay silent that it cannot have been taken at those.
 */
final class ClientSide {
  private static final int MANY = 3;

  private final Map<String, Place> near = new HashMap<>();
  private final Set<Place> beyond = new HashSet<>();
  private final Map<Place, Integer> silent = new HashMap<>();

  /** How many records had been read when the answer was computed; all findings share it. */
  private long records;

  /** Whether the capture was taken at these clients, named as {@link Source#cause} does. */
  boolean isOf(Set<String> clients, ObservedCapture capture) {
    if (records != capture.counts().records()) {
      records = capture.counts().records();
      find(capture);
    }
    return clients.stream().allMatch(this::isHere);
  }

  private boolean isHere(String client) {
    Place place = near.get(client);
    return place != null && (beyond.contains(place) || silent.getOrDefault(place, 0) >= MANY);
  }

  private void find(ObservedCapture capture) {
    near.clear();
    beyond.clear();
    silent.clear();
    for (Source source : capture.sources()) {
      if (source.packets() == 0) {
        silent.merge(source.place(), 1, Integer::sum);
      } else if (source.isOnThisLink() && !source.hasComeIn()) {
        near.put(source.cause(), source.place());
      } else if (!source.levels().isEmpty() && source.levels().areBeyondThisLink()) {
        beyond.add(source.place());
      }
    }
  }
}
