package io.hopwise.report.json;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.packet.OtherProgram;
import io.hopwise.text.PastedForm;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * The result of an analysis as JSON: either a line for each finding and a summary line, or one
 * document. Not thread-safe.
 *
 * @since 0.1
 */
public final class ReportJson {
  private final JsonGenerator json;

  /** Writes to {@code out}, in UTF-8; each line is flushed when its method returns. */
  public ReportJson(OutputStream out) throws IOException {
    json = new JsonGenerator(out);
  }

  /** Writes the first version of a finding as a line. */
  public void finding(Finding finding) throws IOException {
    finding(finding, 1);
  }

  /**
   * Writes a finding as a line.
   *
   * @param finding the finding as it is now
   * @param revision 1 for the first version; one more for each version that replaces it
   */
  public void finding(Finding finding, int revision) throws IOException {
    finding(finding, CaptureTexts.PLAIN, revision);
  }

  /**
   * Writes a finding of several captures as a line.
   *
   * @param texts the texts that its packets stand in, as {@link Report#texts} has them
   * @param revision 1 for the first version; one more for each version that replaces it
   */
  public void finding(Finding finding, CaptureTexts texts, int revision) throws IOException {
    FindingJson.write(json, finding, texts, revision);
    endLine();
  }

  /** Writes a line that withdraws a finding written before. */
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
   * @param report the result of an analysis
   * @param interrupted whether the analysis was stopped early
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

  /** Writes the table of distances, a line for each source. */
  public void sources(Report report) throws IOException {
    for (Report.SourceRow source : report.sources()) {
      writeSource(source, report.texts());
      endLine();
    }
  }

  /**
   * Writes everything as one indented document. Do not write anything else with this object.
   *
   * @param report the result of an analysis
   * @param interrupted whether the analysis was stopped early
   */
  public void document(Report report, boolean interrupted) throws IOException {
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField("type", "report");
    writeResult(report, interrupted);
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      FindingJson.write(json, finding, report.texts(), 1);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sources");
    for (Report.SourceRow source : report.sources()) {
      writeSource(source, report.texts());
    }
    json.writeEndArray();
    if (!report.connections().services().isEmpty()) {
      json.writeArrayFieldStart("services");
      report.connections().services().forEach(service -> ConnectionsJson.write(json, service));
      json.writeEndArray();
    }
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
    writePasted(report);
    writeOtherPrograms(report);
    writeAnswers(report);
  }

  private void writeAnswers(Report report) {
    if (report.answers().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("answers");
    report.answers().forEach(answer -> ConnectionsJson.write(json, answer));
    json.writeEndArray();
  }

  private void writePasted(Report report) throws IOException {
    if (report.pasted().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("pasted");
    for (PastedForm form : report.pasted()) {
      json.writeStartObject();
      json.writeArrayFieldStart("ways");
      for (String way : form.ways()) {
        json.writeString(way);
      }
      json.writeEndArray();
      json.writeStringField("words", form.words());
      json.writeNumberField("firstLine", form.firstLine());
      json.writeNumberField("lines", form.lines());
      json.writeEndObject();
    }
    json.writeEndArray();
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

  private void writeSource(Report.SourceRow source, CaptureTexts texts) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "source");
    json.writeStringField("host", source.host());
    json.writeNumberField("packets", source.packets());
    FindingJson.writeLevels(json, "levels", source.levels(), texts);
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
