package io.hopwise.analysis.rules.path;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.text.English;

/**
 * Remarks that a capture shows sources on both sides of a router, so that their TTLs say nothing.
 */
public final class BothSidesOfRouter extends NamedRule {
  static final String ID = "both-sides-of-router";
  private static final String HOSTS = "hosts";
  private static final String COPIES = "copies";

  public BothSidesOfRouter() {
    super(
        ID,
        "the capture shows a source's packets on both sides of a router: its TTLs say nothing",
        """
        The same packet (addresses, IP id, length, sequence number) was seen twice within half a \
        second, the second time with a TTL that is 1 to 4 lower, and this at least twice and for \
        one in twenty packets of the source. It concerns this source alone: \
        others are judged. Whoever sends packets in its name, each twice, brings this about, so a \
        capture in which such a source reset a connection is never called clean.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void source(Source source, Findings out) {
        if (source.isSeenTwice() && !source.isInLoop()) {
          out.about("").name(HOSTS, source.host()).tally(COPIES, source.copies());
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        boolean one = draft.names(HOSTS).size() == 1;
        draft.says(
            English.count(draft.tally(COPIES), "packet", "packets")
                + " of "
                + ResetSentences.some(draft.names(HOSTS))
                + (draft.tally(COPIES) == 1 ? " was" : " were")
                + " seen twice, the second time with a lower TTL: the capture shows both sides of"
                + " a router. Nothing from "
                + (one ? "this address" : "these addresses")
                + " is judged by its TTL, other addresses are. Capture on one side of the router,"
                + " on one interface. Anybody who sends as many packets in such a name, each twice,"
                + " can bring this about.");
      }
    };
  }
}
