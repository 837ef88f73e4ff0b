package io.hopwise.analysis.capture;

import io.hopwise.analysis.settings.Vantage;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.Source;

/** Finds out where a capture was taken, from directions, TTLs and packets seen twice. */
final class VantageFinder {
  private VantageFinder() {}

  /** Where the capture was taken, seen from the connection that the flow's sender opened. */
  static Vantage find(Flow client) {
    Source asking = client.source();
    Source asked = client.reverse().source();
    if (client.isPassedOn() || (client.hasGoneOut() && client.levels().areBeyondThisLink())) {
      return Vantage.BETWEEN;
    }
    if (asking.isCapturingHost() != asked.isCapturingHost()) {
      return asking.isCapturingHost() ? Vantage.CLIENT : Vantage.SERVER;
    }
    boolean ttlsTell = !asking.isSeenTwice() && !asked.isSeenTwice();
    if (!ttlsTell || asking.levels().isEmpty() || asked.levels().isEmpty()) {
      boolean notClient = client.onlyCameIn() || (ttlsTell && asking.levels().areBeyondThisLink());
      return notClient ? Vantage.SERVER_OR_BETWEEN : Vantage.UNKNOWN;
    }
    return byTtl(asking, asked);
  }

  private static Vantage byTtl(Source asking, Source asked) {
    if (asking.isOnThisLink() && asked.isOnThisLink()) {
      return Vantage.SAME_LINK;
    }
    // What came in here was not sent here, even where its TTL is full: its sender is a neighbour.
    if (asking.isOnThisLink() && !asking.hasComeIn()) {
      return Vantage.CLIENT;
    }
    return asked.isOnThisLink() && !asked.hasComeIn() ? Vantage.SERVER : Vantage.BETWEEN;
  }
}
