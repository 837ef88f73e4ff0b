package io.hopwise.cli.output;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.report.json.ReportJson;
import java.io.IOException;

/**
 * An analysis as JSON lines. A finding that is written again, with the same rule and cause, takes
 * the place of the one before.
 */
public record NdjsonOutput(ReportJson json) implements AnalysisOutput {
  @Override
  public void announce(Finding finding) throws IOException {
    json.finding(finding);
  }

  @Override
  public void withdraw(Finding finding, String reason) throws IOException {
    json.withdrawn(finding, reason);
  }

  @Override
  public void end(Report report, ImmutableList<Finding> unsaid, boolean interrupted)
      throws IOException {
    for (Finding finding : unsaid) {
      json.finding(finding);
    }
    json.summary(report, interrupted);
  }
}
