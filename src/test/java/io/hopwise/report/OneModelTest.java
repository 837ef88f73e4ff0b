package io.hopwise.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.report.html.HtmlReport;
import io.hopwise.report.json.ReportJson;
import io.hopwise.report.text.ReportText;
import io.hopwise.report.text.Style;
import io.hopwise.report.view.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text, JSON and HTML say the same of a finding, in the same words. */
class OneModelTest {
  static List<Path> captures() throws IOException {
    try (Stream<Path> rules = Files.list(Path.of("testdata/rules"))) {
      return rules.map(rule -> rule.resolve("fires.txt")).filter(Files::exists).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void everyFormSaysTheSameWords(Path capture) throws IOException {
    Report report = Hopwise.analyze(capture);
    assertThat(report.findings()).isNotEmpty();
    String html = words(HtmlReport.of(report, "capture").replaceAll("<[^>]*>", " "));
    for (Finding finding : report.findings()) {
      String says = words(finding.says());
      String text = words(ReportText.of(finding, Style.PLAIN));
      assertThat(text).as("text").contains(says);
      assertThat(html).as("HTML").contains(says);
      assertThat(json(finding).get("says").getAsString()).as("JSON").isEqualTo(finding.says());
      // Remarks are shown without their reasons.
      for (Row row : finding.grade() == Grade.INFO ? List.<Row>of() : Row.of(finding)) {
        assertThat(html).as("HTML").contains(words(row.text(report.texts())));
      }
    }
  }

  private static JsonObject json(Finding finding) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportJson(out).finding(finding);
    return JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
  }

  /** Without what only lays words out: blanks, and characters written as entities. */
  private static String words(String text) {
    return text.replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", "");
  }
}
