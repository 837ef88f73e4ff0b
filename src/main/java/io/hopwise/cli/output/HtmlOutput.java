package io.hopwise.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.report.html.HtmlReport;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An analysis as one HTML document, at the end.
 *
 * @param out the stream to write to
 * @param name the name of the capture
 */
public record HtmlOutput(OutputStream out, String name) implements AnalysisOutput {
  @Override
  public void announce(Finding finding, int revision) {}

  @Override
  public void withdraw(Finding finding, String reason) {}

  @Override
  public void end(Report report, ImmutableMap<Finding, Integer> unannounced, boolean interrupted)
      throws IOException {
    out.write(HtmlReport.of(report, name).getBytes(UTF_8));
    out.flush();
  }
}
