package io.hopwise.analysis.rules;

import io.hopwise.analysis.Capture;
import io.hopwise.analysis.Connection;
import io.hopwise.analysis.Draft;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Settings;
import io.hopwise.analysis.Sighting;

/** Clears resets whose IP id shows that the host itself sent them. */
final class SameMachine extends NamedRule {
  static final String ID = "same-machine";

  SameMachine() {
    super(
        ID,
        "a reset's TTL differs, but its IP id runs on from the host's other packets",
        """
        The IP id is not 0, at most 1024 further than that of the source's last packet before, \
        which was at most 10 seconds earlier and has a TTL of the baseline, and there is no strong \
        evidence: one machine, two initial TTLs or two routes.""");
  }

  @Override
  public Run start(Settings settings) {
    long tolerance = settings.get(ForgedReset.TOLERANCE);
    return new Run() {
      @Override
      public void connection(Connection connection, Findings out) {
        connection.resets().forEach(reset -> judge(reset, tolerance, out));
      }

      @Override
      public void conclude(Draft draft, Capture capture) {
        draft.says(
            ResetWords.arrived(draft, "RST")
                + " "
                + ResetWords.baseline(draft)
                + " But the IP id counter runs on from those packets to the reset: the host itself"
                + " sent it.");
      }
    };
  }

  private static void judge(Sighting reset, long tolerance, Findings out) {
    ResetVerdict verdict = ResetVerdict.of(reset, out.capture(), tolerance);
    if (verdict.outcome() != ResetVerdict.Outcome.SAME_MACHINE) {
      return;
    }
    Draft draft = out.about(reset.flow().source().host()).confidence(Grade.HIGH);
    verdict.tell(draft, reset);
  }
}
