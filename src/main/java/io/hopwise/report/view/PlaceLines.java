package io.hopwise.report.view;

import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.PlaceMatch;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of connections between two places that they were captured at, a sentence each. */
public final class PlaceLines {
  /** The most connections of a kind that are listed one by one. */
  private static final int FEW = 3;

  /** The most sentences: 16 captures could give hundreds, which nobody reads. */
  private static final int MOST = 12;

  private PlaceLines() {}

  /** The sentences, at most a dozen; none where nothing was captured at two places. */
  public static List<String> lines(ConnectionTable table) {
    Map<String, List<PlaceMatch>> alike = new LinkedHashMap<>();
    for (PlaceMatch match : table.matches()) {
      alike.computeIfAbsent(what(match, table), any -> new ArrayList<>()).add(match);
    }
    List<String> lines = new ArrayList<>();
    alike.forEach(
        (what, matches) -> {
          List<String> named = new ArrayList<>();
          matches.stream().limit(FEW).forEach(match -> named.add(match.near().ends()));
          if (matches.size() > FEW) {
            named.add(English.number(matches.size() - FEW) + " more");
          }
          lines.add(English.and(named) + ": " + what);
        });
    if (lines.size() <= MOST) {
      return lines;
    }
    String more = English.number(lines.size() - MOST + 1) + " more lines like these";
    return Stream.concat(lines.stream().limit(MOST - 1), Stream.of(more))
        .collect(Collectors.toList());
  }

  private static String what(PlaceMatch match, ConnectionTable table) {
    String near = table.place(match.near().capture());
    String far = table.place(match.farCapture());
    String what =
        switch (match.fate()) {
          case SEEN_AT_BOTH -> "seen at " + near + " and at " + far + ".";
          case LOST_BETWEEN ->
              sent(match)
                  + " was seen at "
                  + near
                  + " and not at "
                  + far
                  + ", which captured at that time: dropped between the two, unless their clocks or"
                  + " filters differ.";
          case NOTHING_THERE ->
              sent(match)
                  + " was seen at "
                  + near
                  + ", and at "
                  + far
                  + " nothing at all was captured: dropped between the two, if that ran at the same"
                  + " time and its filter lets it through.";
          case ANSWER_LOST ->
              "it was answered at "
                  + far
                  + ", and the answer did not come to "
                  + near
                  + (match.near().client().routers().orElse(0) == 0
                      ? ": dropped on the way back"
                      : ": dropped on the way back, or it took another way")
                  + unless(match, near);
          case ANSWERED_BETWEEN ->
              "the answer that came to "
                  + near
                  + " was not seen at "
                  + far
                  + ", where nothing answered: somebody between the two answered it"
                  + unless(match, far);
          case UNANSWERED_THERE ->
              "it reached " + far + ", and nothing answered there: " + look(match);
          case REFUSED_BETWEEN ->
              "refused at "
                  + near
                  + match.near().outcomeBy().map(by -> " by " + by.words()).orElse("")
                  + (match.far().isPresent()
                      ? ", and " + far + " did not refuse it"
                      : ", and it did not reach " + far + ", which captured at that time")
                  + ": somebody between the two refused it"
                  + unless(match, far);
          case RESET_BETWEEN -> reset(match, near, far);
        };
    return what + order(match, near) + lastRouter(match, near);
  }

  private static String sent(PlaceMatch match) {
    return switch (match.near().protocol()) {
      case TCP -> "the SYN";
      case UDP -> "what the client sent";
      case PING -> "the request";
    };
  }

  private static String unless(PlaceMatch match, String place) {
    return match.covered() ? "." : ", unless the capture at " + place + " had ended by then.";
  }

  /** Where to look for what did not answer: how far the server is from where it was asked. */
  private static String look(PlaceMatch match) {
    OptionalInt away = match.far().map(far -> far.server().routers()).orElse(OptionalInt.empty());
    if (away.isEmpty()) {
      return "look at that machine, or at the way from there to the server.";
    }
    return away.getAsInt() == 0
        ? "look at that machine."
        : "the server is "
            + English.count(away.getAsInt(), "router", "routers")
            + " away from there, look at it and at the way to it.";
  }

  private static String reset(PlaceMatch match, String near, String far) {
    ConnectionSummary seen = match.near();
    boolean here = seen.endBy().filter(by -> by.host().equals(seen.server().host())).isPresent();
    String with = here ? near : far;
    String without = here ? far : near;
    return "the reset that came to "
        + with
        + " was not seen at "
        + without
        + ": somebody between the two sent it"
        + unless(match, without);
  }

  private static String order(PlaceMatch match, String near) {
    boolean matters = match.fate() != PlaceMatch.Fate.SEEN_AT_BOTH;
    return match.orderKnown() || !matters
        ? ""
        : " ("
            + near
            + " is taken for the place nearer to the client, as it comes first; TTLs do"
            + " not tell.)";
  }

  /** How far packets to the server are known to have come. */
  private static String lastRouter(PlaceMatch match, String near) {
    if (match.lastRouter().isEmpty()) {
      return "";
    }
    PlaceMatch.LastRouter last = match.lastRouter().get();
    String away =
        last.routers().isPresent()
            ? ", with "
                + English.count(last.routers().getAsInt(), "router", "routers")
                + " between it and "
                + near
            : "";
    return " The last router that had a packet to "
        + (last.samePort() ? "that port" : "that host")
        + " is "
        + last.host()
        + away
        + ".";
  }
}
