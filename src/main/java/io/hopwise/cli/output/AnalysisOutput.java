package io.hopwise.cli.output;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import java.io.IOException;

/** Where an analysis is written to, in one of the formats. */
public interface AnalysisOutput {
  /** Writes a finding while reading goes on. */
  void announce(Finding finding) throws IOException;

  /** Says that an announced finding does not hold any more. */
  void withdraw(Finding finding, String reason) throws IOException;

  /**
   * Writes the end.
   *
   * @param report what the analysis came to
   * @param unsaid those of its findings that were not announced as they are now
   * @param interrupted whether somebody ended it early
   */
  void end(Report report, ImmutableList<Finding> unsaid, boolean interrupted) throws IOException;
}
