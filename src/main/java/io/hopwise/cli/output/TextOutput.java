package io.hopwise.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.report.text.ReportText;
import io.hopwise.report.text.Style;
import java.io.IOException;
import java.io.OutputStream;

/** An analysis as text for people. */
public final class TextOutput implements AnalysisOutput {
  private final OutputStream out;
  private final Style style;
  private boolean announced;

  public TextOutput(OutputStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void announce(Finding finding) throws IOException {
    announced = true;
    write(ReportText.of(finding, style) + "\n");
  }

  @Override
  public void withdraw(Finding finding, String reason) throws IOException {
    write(ReportText.withdrawn(finding, reason, style) + "\n");
  }

  @Override
  public void end(Report report, ImmutableList<Finding> unsaid, boolean interrupted)
      throws IOException {
    StringBuilder text = new StringBuilder();
    unsaid.forEach(finding -> text.append(ReportText.of(finding, style)).append('\n'));
    if (announced) {
      text.append(ReportText.recap(report, style));
    }
    write(text + ReportText.result(report, style));
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
