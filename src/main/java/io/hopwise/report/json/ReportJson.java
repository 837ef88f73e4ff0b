package io.hopwise.report.json;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.packet.OtherProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * What an analysis came to, as JSON: a line for each finding and one closing summary, or all of it
 * as one document. Not for use by several threads at once.
 *
 * @since 0.1
 */
public final class ReportJson {
  private final JsonGenerator json;

  /** Writes to {@code out}, in UTF-8; each line is visible when its method returns. */
  public ReportJson(OutputStream out) throws IOException {
    json = new JsonGenerator(out);
  }

  /** Writes a finding as a line, the first version of it. */
  public void finding(Finding finding) throws IOException {
    finding(finding, 1);
  }

  /**
   * Writes a finding as a line.
   *
   * @param finding the finding as it stands
   * @param revision which version of it this is: 1 for the first, one more for each that takes the
   *     place of one written before
   */
  public void finding(Finding finding, int revision) throws IOException {
    FindingJson.write(json, finding, revision);
    endLine();
  }

  /** Writes a line that says that a finding, written before, does not hold any more. */
  public void withdrawn(Finding finding, String reason) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "withdrawn");
    json.writeStringField("rule", finding.rule());
    json.writeStringField("cause", finding.cause());
    json.writeStringField("id", finding.id());
    json.writeStringField("reason", reason);
    json.writeEndObject();
    endLine();
  }

  /**
   * Writes the summary as the last line.
   *
   * @param report what the analysis came to
   * @param interrupted whether somebody ended it early
   */
  public void summary(Report report, boolean interrupted) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "summary");
    writeResult(report, interrupted);
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule());
      json.writeStringField("grade", FindingJson.word(finding.grade()));
      json.writeStringField("cause", finding.cause());
      json.writeNumberField("count", finding.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    endLine();
  }

  /** Writes the distance table, a line for each source. */
  public void sources(Report report) throws IOException {
    for (Report.SourceRow source : report.sources()) {
      writeSource(source);
      endLine();
    }
  }

  /**
   * Writes everything as one document, indented. Nothing else may be written with it.
   *
   * @param report what the analysis came to
   * @param interrupted whether somebody ended it early
   */
  public void document(Report report, boolean interrupted) throws IOException {
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField("type", "report");
    writeResult(report, interrupted);
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      FindingJson.write(json, finding, 1);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sources");
    for (Report.SourceRow source : report.sources()) {
      writeSource(source);
    }
    json.writeEndArray();
    json.writeEndObject();
    endLine();
  }

  private void writeResult(Report report, boolean interrupted) throws IOException {
    json.writeStringField("result", FindingJson.word(report.result()));
    json.writeStringField("worst", FindingJson.word(report.worst()));
    json.writeStringField("reason", report.reason());
    json.writeBooleanField("interrupted", interrupted);
    Report.Counts counts = report.counts();
    json.writeObjectFieldStart("counts");
    json.writeNumberField("records", counts.records());
    json.writeNumberField("packets", counts.packets());
    json.writeNumberField("ambiguous", counts.ambiguous());
    json.writeNumberField("withoutTtl", counts.withoutTtl());
    json.writeNumberField("resets", counts.resets());
    json.writeNumberField("judged", counts.judged());
    json.writeNumberField("rejects", counts.rejects());
    json.writeNumberField("evictedSources", counts.evictedSources());
    json.writeNumberField("evictedConnections", counts.evictedConnections());
    json.writeEndObject();
    writeOtherPrograms(report);
  }

  private void writeOtherPrograms(Report report) throws IOException {
    if (report.otherPrograms().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("otherPrograms");
    for (Map.Entry<OtherProgram, Long> other : report.otherPrograms().entrySet()) {
      json.writeStartObject();
      json.writeStringField("program", other.getKey().id());
      json.writeNumberField("lines", other.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSource(Report.SourceRow source) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "source");
    json.writeStringField("host", source.host());
    json.writeNumberField("packets", source.packets());
    FindingJson.writeLevels(json, "levels", source.levels());
    if (!source.note().isEmpty()) {
      json.writeStringField("note", source.note());
    }
    json.writeEndObject();
  }

  private void endLine() throws IOException {
    json.writeRaw('\n');
    json.flush();
  }
}
