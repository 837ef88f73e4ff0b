package io.hopwise.analysis.rules.path;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.analysis.traffic.Source;

/** Remarks on sources with too many TTLs to have a baseline. */
public final class ManyTtls extends NamedRule {
  static final String ID = "many-ttls";

  public ManyTtls() {
    super(
        ID,
        "a source has more than 8 different TTLs: they were made up or rewritten, and it is not"
            + " judged",
        "As with anonymised captures, spoofed floods and packet generators.");
  }

  @Override
  public Run start(Settings settings) {
    return new Run() {
      @Override
      public void source(Source source, Findings out) {
        ObservedCapture capture = out.capture();
        boolean other = capture.isTakenOnBothSidesOfRouter() || source.sendsLikeTraceroute();
        if (!other && capture.isBeyondJudgement(source)) {
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
                + " judged by TTL.");
      }
    };
  }
}
