package io.hopwise.cli.output;

import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import java.io.IOException;

/** Writes an analysis in one of the formats. */
public interface AnalysisOutput {
  /**
   * Writes a finding during reading.
   *
   * @param revision 1 for the first version, one more for each later one
   */
  void announce(Finding finding, int revision) throws IOException;

  /** Withdraws an announced finding. */
  void withdraw(Finding finding, String reason) throws IOException;

  /**
   * Writes the rest of the analysis.
   *
   * @param report the result of the analysis
   * @param unannounced the findings not yet announced in their final version, each with its
   *     revision
   * @param interrupted whether the analysis was stopped early
   */
  void end(Report report, ImmutableMap<Finding, Integer> unannounced, boolean interrupted)
      throws IOException;
}
