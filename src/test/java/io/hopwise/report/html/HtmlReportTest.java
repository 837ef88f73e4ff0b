package io.hopwise.report.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
  private static final Path FOUNDING = Path.of("testdata/reset/who-sent-the-reset.txt");

  /** What may stand for a host, and would be markup, script or a terminal sequence. */
  private static final ImmutableList<String> HOSTILE =
      ImmutableList.of(
          "<script>alert(1)</script>",
          "\"><img/src=x/onerror=alert(1)>",
          "'onmouseover='alert(1)",
          "</title><svg/onload=alert(1)>",
          "</pre></td></tr></table><iframe/src=javascript:alert(1)>",
          "]]><!--",
          "&lt;b&gt;",
          "\u001b[31mred\u001b]8;;http://x\u0007",
          "\u202egnp.exe",
          "{{7*7}}${7*7}");

  private static String founding() throws IOException {
    return HtmlReport.of(Hopwise.analyze(FOUNDING), "who-sent-the-reset.txt");
  }

  @Test
  void theAnswerComesFirst() throws IOException {
    String html = founding();
    assertThat(html)
        .contains("<h1 class=\"findings\">192.168.40.129 probably did not send the 3 resets.</h1>")
        .contains("They came from 1 router away. The host itself: 3 routers away.")
        .contains("<svg ")
        .contains("<mark>ttl  63</mark>");
    assertThat(html.indexOf("<h1")).isLessThan(html.indexOf("<svg"));
  }

  @Test
  void nothingIsLoaded() throws IOException {
    assertThat(founding())
        .contains("default-src 'none'")
        .doesNotContain("http://", "https://", "src=", "url(", "@import", "<link", "<iframe");
  }

  @Test
  void thePolicyAllowsOnlyTheDocumentsOwnStyleAndScript() throws IOException {
    String html = founding();
    assertThat(html)
        .contains("style-src 'sha256-" + hash(html, "style") + "'")
        .contains("script-src 'sha256-" + hash(html, "script") + "'")
        .doesNotContain("unsafe-inline", " style=", "onclick=");
  }

  private static String hash(String html, String tag) {
    Matcher element =
        Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL).matcher(html);
    assertThat(element.find()).isTrue();
    byte[] digest = Hashing.sha256().hashString(element.group(1), UTF_8).asBytes();
    return Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void textFromTheWireIsNeverMarkup() throws Exception {
    for (String name : HOSTILE) {
      String text = Files.readString(FOUNDING, ISO_8859_1).replace("192.168.40.129", name);
      Report report =
          Hopwise.analyze(
              Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8))), Settings.STANDARD);
      String html = HtmlReport.of(report, name);
      assertThat(html.indexOf("<script")).as(name).isEqualTo(html.lastIndexOf("<script"));
      assertThat(html)
          .as(name)
          .doesNotContain("<img", "<iframe", "<svg/", "<b>", "<!--", "\u001b", "\u202e", "\u0007");
      assertWellFormed(html);
    }
  }

  static Stream<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("testdata/rules"))) {
      return files
          .filter(p -> p.getFileName().toString().endsWith(".txt"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void everyReportIsWellFormedAndSmall(Path capture) throws Exception {
    String html = HtmlReport.of(Hopwise.analyze(capture), capture.getFileName().toString());
    assertWellFormed(html);
    assertThat(html.length()).isLessThan(1 << 20);
  }

  /** As XML, once the three elements without an end tag have one. */
  private static void assertWellFormed(String html) throws Exception {
    String xml =
        html.replace("<!doctype html>", "")
            .replaceAll("<meta ([^>]*)>", "<meta $1/>")
            .replace(" hidden data-copy", " hidden=\"\" data-copy")
            .replaceAll("<script>[^<]*</script>", "");
    byte[] bytes = xml.getBytes(UTF_8);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes)))
        .isNotNull();
  }

  @Test
  void theThreeResultsNeverLookAlike() throws IOException {
    EnumSet<Report.Result> seen = EnumSet.noneOf(Report.Result.class);
    for (Path capture : captures().toList()) {
      Report report = Hopwise.analyze(capture);
      String wanted = Ascii.toLowerCase(report.result().name());
      assertThat(HtmlReport.of(report, "x")).contains("<h1 class=\"" + wanted + "\">");
      seen.add(report.result());
    }
    assertThat(seen).containsExactlyInAnyOrder(Report.Result.values());
  }
}
