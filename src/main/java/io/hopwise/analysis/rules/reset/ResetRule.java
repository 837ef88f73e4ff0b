package io.hopwise.analysis.rules.reset;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.connections.Actor;
import java.util.Optional;

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

  /** Judges a source; most rules about resets have nothing to say of one. */
  protected void judge(Source source, Findings out) {}

  /** Who sent a reset, as {@link Run#sender} says; empty where the rule does not say. */
  protected Optional<Actor> sender(ObservedPacket reset, ObservedCapture capture, long tolerance) {
    return Optional.empty();
  }

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
      public void source(Source source, Findings out) {
        judge(source, out);
      }

      @Override
      public Optional<Actor> sender(ObservedPacket reset, ObservedCapture capture) {
        return ResetRule.this.sender(reset, capture, tolerance);
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        ResetRule.this.conclude(draft, capture);
      }
    };
  }
}
