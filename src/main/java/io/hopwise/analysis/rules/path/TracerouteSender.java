package io.hopwise.analysis.rules.path;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Source;

/** Remarks on sources that send like traceroute. */
public final class TracerouteSender extends NamedRule {
  static final String ID = "traceroute-sender";

  public TracerouteSender() {
    super(
        ID,
        "a source sends like traceroute: its TTLs are made up, and it is not judged",
        """
        TTLs 1, 2, 3 ... or many different ones up to 32 from one address. Flows of it that keep \
        to one TTL are judged all the same. Whoever sends 4 packets in its name brings this about, \
        so a capture in which such a source reset a connection is never called clean.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void source(Source source, Findings out) {
        if (!source.isSeenTwice() && source.sendsLikeTraceroute()) {
          out.about(source.cause()).claim(source.host()).tally("ttls", source.spread());
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        draft.says(
            draft.claim()
                + " sends with "
                + draft.tally("ttls")
                + " different TTLs, counting up from small ones as traceroute does. Nothing it sent"
                + " is judged by TTL, but in flows that keep to one. Anybody who sends as many"
                + " packets in its name can bring this about.");
      }
    };
  }
}
