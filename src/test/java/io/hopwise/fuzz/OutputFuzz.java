package io.hopwise.fuzz;

import static com.google.common.base.Preconditions.checkState;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.report.EntryWriter;
import io.hopwise.report.csv.CsvField;
import io.hopwise.report.csv.CsvWriter;
import io.hopwise.report.json.NdjsonWriter;
import io.hopwise.report.json.ReportJson;
import io.hopwise.report.text.ReportText;
import io.hopwise.report.text.Style;
import io.hopwise.report.text.TextWriter;
import io.hopwise.text.SafeText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/** Whatever was captured: JSON is JSON and of its schema, CSV has its cells, all is safe UTF-8. */
public final class OutputFuzz {
  private static final Schema SCHEMA = schema();
  private static final ImmutableList<CsvField> FIELDS =
      CsvField.names().stream()
          .map(name -> CsvField.named(name).orElseThrow())
          .collect(ImmutableList.toImmutableList());

  private OutputFuzz() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Hopwise.read(new ByteArrayInputStream(data)).forEachRemaining(entries::add);
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    entries.forEach(analyzer::accept);
    checkEntries(entries);
    checkReport(analyzer.finish());
  }

  private static void checkEntries(List<Entry> entries) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    write(new NdjsonWriter(json), entries);
    List<String> lines = lines(json);
    checkState(lines.size() == entries.size(), "not a line for each entry");
    lines.forEach(OutputFuzz::checkJson);

    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    write(new CsvWriter(csv, FIELDS), entries);
    List<String> rows = lines(csv);
    checkState(rows.size() == 1 + entries.stream().filter(Packet.class::isInstance).count());
    rows.forEach(OutputFuzz::checkCsv);

    ByteArrayOutputStream text = new ByteArrayOutputStream();
    write(new TextWriter(text), entries);
    checkSafe(utf8(text));
  }

  private static void checkReport(Report report) throws IOException {
    checkSafe(ReportText.of(report, new Style(false, 80)));
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    new ReportJson(document).document(report, false);
    checkSafe(utf8(document));
    parse(utf8(document));

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson json = new ReportJson(out);
    for (var finding : report.findings()) {
      json.finding(finding);
    }
    json.sources(report);
    json.summary(report, false);
    lines(out).forEach(OutputFuzz::checkJson);
  }

  private static void write(EntryWriter writer, List<Entry> entries) throws IOException {
    try (writer) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
    }
  }

  private static void checkJson(String line) {
    checkState(line.codePoints().noneMatch(SafeText::isUnsafe), "unsafe: %s", line);
    parse(line);
    List<?> wrong = SCHEMA.validate(line, InputFormat.JSON);
    checkState(wrong.isEmpty(), "%s: %s", wrong, line);
  }

  /** By a parser that has nothing to do with the one that wrote. */
  private static void parse(String json) {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      reader.skipValue();
      checkState(reader.peek() == JsonToken.END_DOCUMENT, "more than one value: %s", json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  private static void checkCsv(String row) {
    List<String> cells = cells(row);
    checkState(cells.size() == FIELDS.size(), "%s cells: %s", cells.size(), row);
    for (String cell : cells) {
      boolean starts = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
      boolean number = cell.matches("-[0-9:. ]+"); // or a time difference
      checkState(!starts || number, "formula %s: %s", cell, row);
    }
    checkState(row.codePoints().noneMatch(SafeText::isUnsafe), "unsafe: %s", row);
  }

  /** What a spreadsheet makes of a line. */
  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c != '"') {
        cell.append(c);
      } else {
        boolean twice = quoted && i + 1 < row.length() && row.charAt(i + 1) == '"';
        checkState(quoted || cell.length() == 0, "a quote amid a cell: %s", row);
        cell.append(twice ? "\"" : "");
        i += twice ? 1 : 0;
        quoted ^= !twice;
      }
    }
    checkState(!quoted, "a quote without end: %s", row);
    cells.add(cell.toString());
    return cells;
  }

  private static void checkSafe(String text) {
    checkState(
        text.codePoints().allMatch(c -> c == '\n' || c == '\t' || !SafeText.isUnsafe(c)),
        "unsafe: %s",
        text);
  }

  private static List<String> lines(ByteArrayOutputStream out) {
    String text = utf8(out);
    checkState(text.isEmpty() || text.endsWith("\n"), "the last line has no end");
    return List.of(text.isEmpty() ? new String[0] : text.split("\n", -1)).stream()
        .limit(text.chars().filter(c -> c == '\n').count())
        .toList();
  }

  private static String utf8(ByteArrayOutputStream out) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException("not UTF-8", e);
    }
  }

  private static Schema schema() {
    try (InputStream in = NdjsonWriter.class.getResourceAsStream("ndjson.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
