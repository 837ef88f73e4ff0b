package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.settings.Vantage;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import java.util.Optional;

/** Connections that were asked for. */
public final class ConnectionAttempt {
  private ConnectionAttempt() {}

  /** The direction that asked for the connection and sent nothing else, if there is one. */
  static Optional<Flow> asking(Connection connection) {
    for (Flow flow : connection.flows()) {
      boolean asks = flow.pureSyns() > 0 && flow.afterSyn() == 0;
      if (asks && flow.reverse().pureSyns() == 0) {
        return Optional.of(flow);
      }
    }
    return Optional.empty();
  }

  /** What to look at when a SYN stays without an answer, by where the capture was taken. */
  static String advice(Vantage vantage) {
    String causes =
        "a packet filter (iptables, nftables, firewalld), or a service that is not running or"
            + " listens elsewhere";
    String server = "the packets reach the server, so look there: " + causes;
    String capture = "capture at the server to see whether they arrive";
    String client = "the packets are dropped anywhere on the way or by the server: " + capture;
    return switch (vantage) {
      case SERVER -> "Taken at the server: " + server + ".";
      case CLIENT -> "Taken at the client: " + client + ".";
      case SAME_LINK -> "Client and server share this link: " + server + ".";
      case SERVER_OR_BETWEEN ->
          "Not taken at the client: the packets come as far as here. If this is the server, look"
              + " here: "
              + causes
              + ". If it is a machine on the way, they are dropped here, further on or by the"
              + " server: "
              + capture
              + ".";
      case BETWEEN ->
          "Taken between client and server: the packets come as far as here, and are dropped from"
              + " here on or by the server: "
              + capture
              + ".";
      case UNKNOWN ->
          "If the capture was taken at the server, "
              + server
              + ". If at the client, "
              + client
              + ".";
    };
  }
}
