package io.hopwise.report.view;

import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.PlaceMatch;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of connections between two places that they were captured at, a sentence each. */
public final class PlaceLines {
  /** So many of a kind are told one by one. */
  private static final int FEW = 3;

  private PlaceLines() {}

  /** The sentences; none where nothing was captured at two places. */
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
    return lines;
  }

  private static String what(PlaceMatch match, ConnectionTable table) {
    String near = table.place(match.near().capture());
    String far = table.place(match.farCapture());
    return switch (match.fate()) {
      case SEEN_AT_BOTH -> "seen at " + near + " and at " + far + ".";
      case LOST_BETWEEN ->
          "the SYN was seen at "
              + near
              + " and not at "
              + far
              + ", which captured at that time: dropped between the two, unless their clocks"
              + " differ.";
      case ANSWER_LOST ->
          "it was answered at "
              + far
              + ", and the answer did not come to "
              + near
              + ": dropped on the way back.";
      case UNANSWERED_THERE ->
          "it reached " + far + ", and nothing answered there: look at that machine.";
      case REFUSED_BETWEEN ->
          "refused at "
              + near
              + (match.far().isPresent()
                  ? ", and " + far + " did not refuse it"
                  : ", and it did not reach " + far + ", which captured at that time")
              + ": somebody between the two refused it.";
      case RESET_BETWEEN ->
          "the reset that came to "
              + near
              + " was not seen at "
              + far
              + ": somebody between the two sent it.";
    };
  }
}
