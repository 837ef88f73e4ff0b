package io.hopwise.report.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
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
        .contains(
            "<h1 class=\"findings\">192.168.40.129 <em>probably did not send</em> the 3 resets of"
                + " port 22.</h1>")
        .contains("They came from 1 router away, the host&#39;s own packets from 3 routers away.")
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

  static Stream<Path> attacks() throws IOException {
    List<Path> texts = new ArrayList<>();
    for (String folder : List.of("testdata/attack", "testdata/names")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(texts::add);
      }
    }
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void theAttackCorpusIsNeverMarkup(Path file) throws Exception {
    String html = HtmlReport.of(Hopwise.analyze(file), "\"><script>alert(1)</script>");
    assertThat(html.indexOf("<script")).isEqualTo(html.lastIndexOf("<script"));
    assertWellFormed(html);
  }

  @Test
  void theSuspectConnectionIsDrawnFromWhoSentTheReset() throws IOException {
    assertThat(founding())
        .contains(
            "aria-label=\"192.168.31.128 to a device behind router 1: SYN; a device behind"
                + " router 1 to 192.168.40.129: not seen to arrive; a device behind router 1 to"
                + " 192.168.31.128: RST, ACK, TTL 63; 192.168.31.128 to a device behind router 1:"
                + " SYN; a device");
  }

  @Test
  void aSuspectHasAnotherShapeAtItsPlaceOnThePath() throws IOException {
    String drawing = founding().substring(founding().indexOf("<svg class=\"wide\""));
    drawing = drawing.substring(0, drawing.indexOf("</svg>"));
    assertThat(drawing)
        .containsOnlyOnce("class=\"sender f\"")
        .contains(">2</text>", "TTL 61 \u00b7 4 echo replies", "TTL 63 \u00b7 3 resets :22");
  }

  @Test
  void reasonsLinkToThePacketsThatShowThem() throws IOException {
    String html = founding();
    assertThat(html).contains("<a href=\"#f0l8\">8</a>", "<tr class=\"t\" id=\"f0l8\">");
    Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
    while (links.find()) {
      assertThat(html).contains("id=\"" + links.group(1) + "\"");
    }
  }

  @Test
  void ofManyFindingsEachHasALineAndTheDocumentStaysSmall() throws Exception {
    Finding one = Hopwise.analyze(FOUNDING).findings().get(0);
    List<Report.SourceRow> sources = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      sources.add(new Report.SourceRow("host" + i, one.observed(), 3, "many TTLs"));
    }
    Report report =
        new Report(
            Report.Result.FINDINGS,
            "compared",
            ImmutableList.copyOf(Collections.nCopies(500, one)),
            ImmutableList.copyOf(sources),
            new Report.Counts(200_000, 200_000, 0, 0, 9, 9, 0, 0, 0));
    String html = HtmlReport.of(report, "x");
    assertWellFormed(html);
    assertThat(html.getBytes(UTF_8).length).isLessThan(1 << 20);
    assertThat(html).contains("500 findings", "and 300 more findings", "and 4,500 more sources");
  }

  @Test
  void whatWasNotJudgedIsSaid() throws IOException {
    assertThat(founding()).contains("All was read, and no source was left out.");
    Report report = Hopwise.analyze(Path.of("testdata/attack/ascii-cut.A.txt"));
    assertThat(HtmlReport.of(report, "x")).contains("where payload text may be meant");
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
            .replace("<details open>", "<details open=\"\">")
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
