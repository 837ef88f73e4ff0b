package io.hopwise.connections.places;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.traffic.IcmpError;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.PlaceMatch.LastRouter;
import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the last router that packets to a server are known to have reached. */
final class LastRouters {
  private static final int TCP = 6;
  private static final int UDP = 17;

  private final ObservedCapture capture;

  LastRouters(ObservedCapture capture) {
    this.capture = capture;
  }

  /**
   * The router farthest from where a connection was seen that had a packet to its server: one to
   * its port, if there was any.
   */
  Optional<LastRouter> of(ConnectionSummary near) {
    Optional<LastRouter> samePort = farthest(near, true);
    return samePort.isPresent() ? samePort : farthest(near, false);
  }

  private Optional<LastRouter> farthest(ConnectionSummary near, boolean samePort) {
    LastRouter last = null;
    for (Source router : capture.errorSources()) {
      boolean here = router.place().number() + 1 == near.capture();
      for (IcmpError error : router.sentErrors().first()) {
        boolean about = here && error.isTimeExceeded() && error.isTo(near.server().host());
        if (!about || (samePort && !isToPort(error, near))) {
          continue;
        }
        OptionalInt routers = capture.routersTo(error.error());
        if (last == null || routers.orElse(-1) > last.routers().orElse(-1)) {
          last = new LastRouter(router.host(), routers, samePort);
        }
      }
    }
    return Optional.ofNullable(last);
  }

  private static boolean isToPort(IcmpError error, ConnectionSummary near) {
    int protocol =
        switch (near.protocol()) {
          case TCP -> TCP;
          case UDP -> UDP;
          case PING -> -1;
        };
    Optional<Port> asked = near.server().port();
    return asked.isPresent()
        && error.protocol().equals(OptionalInt.of(protocol))
        && error.targetPort().equals(asked);
  }
}
