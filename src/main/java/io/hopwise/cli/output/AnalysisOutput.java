package io.hopwise.cli.output;

import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import java.io.IOException;

/** Where an analysis is written to, in one of the formats. */
public interface AnalysisOutput {
  /**
   * Writes a finding while reading goes on.
   *
   * @param revision 1 when it is first written, one more each time it is written anew
   */
  void announce(Finding finding, int revision) throws IOException;

  /** Says that an announced finding does not hold any more. */
  void withdraw(Finding finding, String reason) throws IOException;

  /**
   * Writes the end.
   *
   * @param report what the analysis came to
   * @param unsaid those of its findings that were not announced as they are now, each with its
   *     revision
   * @param interrupted whether somebody ended it early
   */
  void end(Report report, ImmutableMap<Finding, Integer> unsaid, boolean interrupted)
      throws IOException;
}
