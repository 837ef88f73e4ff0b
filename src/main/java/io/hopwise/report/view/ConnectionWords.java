package io.hopwise.report.view;

import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.End;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;

/** What stands below a connection's line: who did it, from how far away, and how long it took. */
public final class ConnectionWords {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private ConnectionWords() {}

  /** The details on one line, empty where there are none. */
  public static String of(ConnectionSummary connection) {
    List<String> details = new ArrayList<>();
    connection
        .outcomeBy()
        .ifPresent(by -> details.add(connection.outcome().word() + " by " + who(by, connection)));
    connection.endBy().ifPresent(by -> details.add(ended(connection, by)));
    if (connection.tries() > 1) {
      boolean ping = connection.protocol() == ConnectionSummary.Protocol.PING;
      details.add(connection.tries() + (ping ? " requests" : " SYNs"));
    }
    connection
        .handshakeNanos()
        .ifPresent(nanos -> details.add("handshake " + rounded(nanos, MILLI) + " ms"));
    connection
        .nanos()
        .ifPresent(
            nanos -> {
              if (nanos > 0) {
                details.add("lasted " + lasted(nanos));
              }
            });
    addAgain(connection, details);
    addAway("client", connection.client(), details);
    addAway("server", connection.server(), details);
    if (connection.forgotten()) {
      details.add("forgotten since, to make room");
    }
    return String.join("; ", details);
  }

  private static String ended(ConnectionSummary connection, Actor by) {
    End end = connection.end().orElse(End.STILL_OPEN);
    String word =
        switch (end) {
          case RESET -> "reset";
          case IDLE_RESET -> "reset after silence";
          case HALF_CLOSED -> "closed on one side";
          case CLOSED, STILL_OPEN -> "closed first";
        };
    return word + " by " + who(by, connection);
  }

  /** Who, from what stands in the connection's line. */
  static String who(Actor by, ConnectionSummary connection) {
    boolean client = by.host().equals(connection.client().host());
    boolean server = by.host().equals(connection.server().host());
    String side = client == server ? "" : client ? "client" : "server";
    if (by.role() == Actor.Role.ROUTER || side.isEmpty()) {
      return by.words();
    }
    return switch (by.role()) {
      case HOST -> "the " + side + (by.reason().isEmpty() ? "" : ": " + by.reason());
      case DEVICE -> by.words() + " in the " + side + "'s name";
      case UNKNOWN -> "the " + side + by.words().substring("the host".length());
      case ROUTER -> by.words();
    };
  }

  private static void addAgain(ConnectionSummary connection, List<String> details) {
    long there = connection.client().retransmissions();
    long back = connection.server().retransmissions();
    if (there + back > 0) {
      details.add(
          English.count(there + back, "segment", "segments")
              + " sent again ("
              + there
              + "/"
              + back
              + ")");
    }
  }

  private static void addAway(String who, ConnectionSummary.Side side, List<String> details) {
    side.routers()
        .ifPresent(
            routers ->
                details.add(
                    who
                        + (routers == 0
                            ? " on this link"
                            : " " + English.routers(routers) + " away")));
  }

  private static String lasted(long nanos) {
    return nanos < SECOND ? rounded(nanos, MILLI) + " ms" : seconds(nanos) + " s";
  }

  /** A number of nanoseconds, in seconds. */
  static String seconds(long nanos) {
    return rounded(nanos, SECOND);
  }

  /** A number of nanoseconds in a larger unit: three decimals below 10, else one. */
  private static String rounded(long nanos, long unit) {
    long parts = nanos < 10 * unit ? 1000 : 10;
    long rounded = nanos / unit * parts + (nanos % unit * parts + unit / 2) / unit;
    String decimals = Long.toString(parts + rounded % parts).substring(1);
    return rounded / parts + "." + decimals;
  }
}
