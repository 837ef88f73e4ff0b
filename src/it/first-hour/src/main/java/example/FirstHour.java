package example;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import io.hopwise.packet.Entry;
import io.hopwise.report.EntryWriter;
import io.hopwise.report.csv.ConnectionsCsv;
import io.hopwise.report.csv.CsvField;
import io.hopwise.report.csv.CsvWriter;
import io.hopwise.report.html.HtmlReport;
import io.hopwise.report.json.ConnectionsJson;
import io.hopwise.report.json.NdjsonWriter;
import io.hopwise.report.json.ReportJson;
import io.hopwise.report.text.ReportText;
import io.hopwise.report.text.Style;
import io.hopwise.report.text.TextWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads, analyses, and writes all formats, with nothing but the library and what it brings. */
public final class FirstHour {
  private FirstHour() {}

  public static void main(String[] args) throws IOException {
    Path capture = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    Report report = Hopwise.analyze(capture);
    Files.writeString(folder.resolve("report.txt"), ReportText.of(report, Style.PLAIN));
    Files.writeString(folder.resolve("report.html"), HtmlReport.of(report, "refused"));
    try (OutputStream out = Files.newOutputStream(folder.resolve("report.json"))) {
      new ReportJson(out).document(report, false);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("connections.json"))) {
      new ConnectionsJson(out).document(report.connections());
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("connections.csv"))) {
      ConnectionsCsv csv = new ConnectionsCsv(out);
      csv.rows(report.connections());
      csv.flush();
    }
    write(capture, new NdjsonWriter(Files.newOutputStream(folder.resolve("records.ndjson"))));
    write(capture, new TextWriter(Files.newOutputStream(folder.resolve("records.txt"))));
    ImmutableList<CsvField> all =
        CsvField.names().stream()
            .map(name -> CsvField.named(name).orElseThrow())
            .collect(ImmutableList.toImmutableList());
    write(capture, new CsvWriter(Files.newOutputStream(folder.resolve("records.csv")), all));
  }

  private static void write(Path capture, EntryWriter writer) throws IOException {
    try (writer;
        CaptureReader reader = Hopwise.open(capture)) {
      for (Entry entry : reader.entries()) {
        writer.write(entry);
      }
    }
  }
}
