package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings and summaries are JSON, and Jackson writes the same bytes. */
class JsonGeneratorTest {
  static Stream<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("testdata/rules"))) {
      return files.filter(p -> p.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void theReportOfTheCaptureIsAsJacksonWritesIt(Path capture) throws IOException {
    Report report = Hopwise.analyze(capture);
    String document = document(report);
    assertThat(document).isEqualTo(Jackson.rewritten(document, true) + "\n");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    ReportJson json = new ReportJson(lines);
    report.findings().forEach(finding -> write(() -> json.finding(finding)));
    json.summary(report, false);
    for (String line : lines.toString(UTF_8).lines().toList()) {
      assertThat(line).isEqualTo(Jackson.rewritten(line, false));
    }
  }

  private static String document(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportJson(out).document(report, false);
    return out.toString(UTF_8);
  }

  private interface Writing {
    void write() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void emptyAndNestedValuesAreAsJacksonWritesThem(boolean pretty) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonGenerator json = new JsonGenerator(out);
    if (pretty) {
      json.useDefaultPrettyPrinter();
    }
    json.writeStartObject();
    json.writeArrayFieldStart("none");
    json.writeEndArray();
    json.writeObjectFieldStart("empty");
    json.writeEndObject();
    json.writeArrayFieldStart("some");
    json.writeStartObject();
    json.writeNumberField("a", Long.MIN_VALUE);
    json.writeBooleanField("b", true);
    json.writeEndObject();
    json.writeStartObject();
    json.writeEndObject();
    json.writeString("x");
    json.writeNumber(0);
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    String written = out.toString(UTF_8);
    assertThat(written).isEqualTo(Jackson.rewritten(written, pretty));
  }

  @Test
  void everyCharacterIsAsJacksonWritesIt() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c <= 0xffff; c++) {
      if (!Character.isSurrogate((char) c)) {
        text.append((char) c);
      }
    }
    new Random(1).ints(1_000, 0x10000, 0x10ffff).forEach(text::appendCodePoint);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonGenerator json = new JsonGenerator(out);
    json.writeString(text.toString());
    json.flush();
    String written = out.toString(UTF_8);
    assertThat(written).isEqualTo(Jackson.rewritten(written, false));
  }
}
