package io.hopwise.connections.tracking;

import io.hopwise.packet.Port;

/** Which side is probably the server, where the beginning was not seen. */
final class Servers {
  private static final int FIRST_FREE_PORT = 1024;
  private static final int UNKNOWN = 1 << 20;

  private Servers() {}

  /** The side that is probably the client: the one without a service's port, else the first. */
  static <H extends Half> H guessClient(Track<H> track) {
    int one = rank(track.first);
    int other = rank(track.second);
    return one < other ? track.second : track.first;
  }

  /** Less for what is rather a server's port. */
  private static int rank(Half half) {
    Port port = half.flow.port().orElse(Port.NOT_PRINTED);
    int number = port.number().orElse(UNKNOWN);
    if (port.service().isPresent() || number < FIRST_FREE_PORT) {
      return 0;
    }
    return number;
  }
}
