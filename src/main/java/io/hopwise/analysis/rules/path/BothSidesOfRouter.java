package io.hopwise.analysis.rules.path;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.text.English;

/** Remarks that a capture shows both sides of a router, so that its TTLs say nothing. */
public final class BothSidesOfRouter extends NamedRule {
  static final String ID = "both-sides-of-router";

  public BothSidesOfRouter() {
    super(
        ID,
        "the capture shows the same packets on both sides of a router: nothing is judged by TTL",
        """
        The same packet (addresses, IP id, length, sequence number) was seen twice within half a \
        second, with TTLs at most 4 apart, and this at least twice.""");
  }

  @Override
  public Run start(Settings settings) {
    return new Run() {
      @Override
      public void capture(ObservedCapture capture, Findings out) {
        if (capture.isTakenOnBothSidesOfRouter()) {
          out.about("").tally("pairs", capture.duplicates());
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        draft.says(
            English.count(draft.tally("pairs"), "packet was", "packets were")
                + " seen twice with different TTLs: the capture shows both sides of a router, and"
                + " nothing in it is judged by TTL. Capture on one interface (-i eth0 rather than"
                + " -i any).");
      }
    };
  }
}
