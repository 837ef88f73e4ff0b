package io.hopwise.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.report.text.ReportText;
import io.hopwise.report.text.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/** An analysis as text for people. */
public final class TextOutput implements AnalysisOutput {
  private final OutputStream out;
  private final Style style;
  private final boolean remarks;
  private boolean announced;

  /**
   * Writes to a stream.
   *
   * @param remarks whether to show remarks in full; otherwise one line at the end counts them
   */
  public TextOutput(OutputStream out, Style style, boolean remarks) {
    this.out = out;
    this.style = style;
    this.remarks = remarks;
  }

  @Override
  public void announce(Finding finding, int revision) throws IOException {
    if (isFolded(finding)) {
      return;
    }
    announced = true;
    write(ReportText.of(finding, revision, style) + "\n");
  }

  @Override
  public void withdraw(Finding finding, String reason) throws IOException {
    if (isFolded(finding)) {
      return;
    }
    write(ReportText.withdrawn(finding, reason, style) + "\n");
  }

  @Override
  public void end(Report report, ImmutableMap<Finding, Integer> unannounced, boolean interrupted)
      throws IOException {
    StringBuilder text = new StringBuilder(ReportText.opening(report, style));
    List<Finding> shown = shown(unannounced.keySet());
    if (!announced && shown.size() > 1) {
      text.append(ReportText.recap(shown, style)).append('\n');
    }
    shown.forEach(
        finding ->
            text.append(ReportText.of(finding, unannounced.getOrDefault(finding, 1), style))
                .append('\n'));
    if (announced) {
      text.append(ReportText.recap(shown(report.findings()), style));
    }
    if (!remarks) {
      text.append(ReportText.remarks(report, style));
    }
    write(text + ReportText.result(report, style));
  }

  private List<Finding> shown(Collection<Finding> findings) {
    return findings.stream()
        .filter(finding -> !isFolded(finding))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean isFolded(Finding finding) {
    return !remarks && ReportText.isRemark(finding);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
