package io.hopwise.cli.output;

import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.report.json.ReportJson;
import java.io.IOException;

/** An analysis as one JSON document, at the end. */
public record JsonOutput(ReportJson json) implements AnalysisOutput {
  @Override
  public void announce(Finding finding, int revision) {}

  @Override
  public void withdraw(Finding finding, String reason) {}

  @Override
  public void end(Report report, ImmutableMap<Finding, Integer> unannounced, boolean interrupted)
      throws IOException {
    json.document(report, interrupted);
  }
}
