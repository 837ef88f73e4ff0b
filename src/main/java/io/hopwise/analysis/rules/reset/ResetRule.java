package io.hopwise.analysis.rules.reset;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.analysis.traffic.ObservedPacket;

/** A rule that judges resets one by one, and keeps nothing of its own. */
public abstract class ResetRule extends NamedRule {
  protected ResetRule(String id, String summary, String documentation, Threshold... thresholds) {
    super(id, summary, documentation, thresholds);
  }

  /**
   * Judges one reset, and reports it to {@code out} if it is one of this rule's.
   *
   * @param tolerance the setting of {@link ResetVerdict#TOLERANCE}
   */
  protected abstract void judge(ObservedPacket reset, long tolerance, Findings out);

  /** Completes a finding, as {@link Run#conclude} does. */
  protected abstract void conclude(FindingBuilder draft, ObservedCapture capture);

  @Override
  public final Run start(Settings settings) {
    long tolerance = settings.get(ResetVerdict.TOLERANCE);
    return new ResetRun() {
      @Override
      public void reset(ObservedPacket reset, Findings out) {
        judge(reset, tolerance, out);
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        ResetRule.this.conclude(draft, capture);
      }
    };
  }
}
