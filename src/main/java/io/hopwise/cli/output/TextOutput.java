package io.hopwise.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.report.text.ReportText;
import io.hopwise.report.text.ReportText.Extent;
import io.hopwise.report.text.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/** An analysis as text for people. */
public final class TextOutput implements AnalysisOutput {
  private final OutputStream out;
  private final Style style;
  private final Extent extent;
  private boolean announced;

  /**
   * Writes to a stream.
   *
   * @param extent how much to tell of findings that accuse nobody
   */
  public TextOutput(OutputStream out, Style style, Extent extent) {
    this.out = out;
    this.style = style;
    this.extent = extent;
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
    if (!announced) {
      write(ReportText.of(report, extent, style));
      return;
    }
    StringBuilder text = new StringBuilder(ReportText.opening(report, style));
    for (Finding finding : shown(unannounced.keySet())) {
      int revision = unannounced.getOrDefault(finding, 1);
      text.append(ReportText.of(finding, revision, style)).append('\n');
    }
    text.append(ReportText.recap(shown(report.findings()), style)).append('\n');
    if (extent == Extent.FOLDED) {
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
    return extent == Extent.FOLDED && ReportText.isRemark(finding);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
