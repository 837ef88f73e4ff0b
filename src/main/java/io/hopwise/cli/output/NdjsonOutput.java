package io.hopwise.cli.output;

import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.report.json.ReportJson;
import java.io.IOException;
import java.util.Map;

/**
 * An analysis as JSON lines. A finding written again with the same id replaces the previous
 * version; its revision tells.
 */
public record NdjsonOutput(ReportJson json) implements AnalysisOutput {
  @Override
  public void announce(Finding finding, int revision) throws IOException {
    json.finding(finding, revision);
  }

  @Override
  public void withdraw(Finding finding, String reason) throws IOException {
    json.withdrawn(finding, reason);
  }

  @Override
  public void end(Report report, ImmutableMap<Finding, Integer> unannounced, boolean interrupted)
      throws IOException {
    for (Map.Entry<Finding, Integer> finding : unannounced.entrySet()) {
      json.finding(finding.getKey(), report.texts(), finding.getValue());
    }
    json.summary(report, interrupted);
  }
}
