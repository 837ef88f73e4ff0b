package io.hopwise.analysis.rules.path;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Source;

/** Remarks on sources with too many TTLs to have a baseline. */
public final class ManyTtls extends NamedRule {
  static final String ID = "many-ttls";

  public ManyTtls() {
    super(
        ID,
        "a source has more than 8 different TTLs: they were made up or rewritten, and it is not"
            + " judged",
        """
        As with anonymised captures, spoofed floods and packet generators. Of a source that opens \
        connections only its SYNs count, so that answers forged in its name do not hide it; flows \
        that keep to one TTL are judged all the same. Whoever sends 9 SYNs in its name brings this \
        about, so a capture in which such a source reset a connection is never called clean.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void source(Source source, Findings out) {
        boolean other = source.isSeenTwice() || source.sendsLikeTraceroute();
        if (!other && source.hasManyTtls()) {
          out.about(source.cause()).claim(source.host()).tally("ttls", source.spread());
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        draft.says(
            draft.claim()
                + " was seen with "
                + draft.tally("ttls")
                + " different TTLs: they are random, spoofed or rewritten. Nothing it sent is"
                + " judged by TTL, but in flows that keep to one. Anybody who sends as many packets"
                + " in its name can bring this about.");
      }
    };
  }
}
