package io.hopwise.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.report.view.Answer;
import io.hopwise.report.view.HopPicture;
import io.hopwise.report.view.Opening;
import io.hopwise.text.English;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An analysis as one HTML document.
 *
 * <p>Its size is bounded: it shows at most {@value #MOST_FINDINGS} findings and {@value
 * #MOST_SOURCES} sources, and says how many it leaves out.
 *
 * @since 0.1
 */
public final class HtmlReport {
  private static final int MOST_FINDINGS = 100;
  private static final int MOST_SOURCES = 500;
  private static final int MOST_PACKETS = 12;
  private static final int MOST_TEXT = 2_000;

  private final Report report;
  private final String name;
  private final Html html = new Html();

  private HtmlReport(Report report, String name) {
    this.report = report;
    this.name = name;
  }

  /**
   * The document. Write it out as UTF-8.
   *
   * @param report the result of an analysis
   * @param name the name of the capture, such as its file name
   */
  public static String of(Report report, String name) {
    return new HtmlReport(report, name).document();
  }

  private String document() {
    List<Finding> answers =
        report.findings().stream()
            .filter(finding -> finding.grade() != Grade.INFO || finding.diagnosis())
            .collect(Collectors.toList());
    List<Finding> remarks =
        report.findings().stream()
            .filter(finding -> !answers.contains(finding))
            .collect(Collectors.toList());
    head();
    header(answers);
    if (answers.size() > 1) {
      contents(answers);
    }
    for (int i = 0; i < Math.min(MOST_FINDINGS, answers.size()); i++) {
      finding(answers.get(i), i, answers.size() == 1);
    }
    leftOut(answers.size() - MOST_FINDINGS, "more findings are not shown here");
    remarks(remarks);
    sources();
    notJudged();
    html.markup("</main><script>" + Assets.SCRIPT + "</script></body></html>\n");
    return html.toString();
  }

  private void head() {
    html.markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .markup(
            "style-src '" + hash(Assets.STYLE) + "'; script-src '" + hash(Assets.SCRIPT) + "'; ")
        .markup("base-uri 'none'; form-action 'none'\">\n")
        .markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .element("title", "", title())
        .markup("\n<style>" + Assets.STYLE + "</style></head>\n<body><main>\n");
  }

  private static String hash(String text) {
    byte[] digest = Hashing.sha256().hashString(text, UTF_8).asBytes();
    return "sha256-" + BaseEncoding.base64().encode(digest);
  }

  private String title() {
    return "Hopwise: " + headline().headline();
  }

  private Answer headline() {
    return switch (report.result()) {
      case FINDINGS ->
          report.findings().isEmpty()
              ? new Answer("Findings", report.reason())
              : Answer.of(report.findings().get(0));
      case CLEAN -> new Answer("Nothing disagrees.", sentence(report.reason()));
      case CANNOT_JUDGE -> new Answer("Cannot judge.", sentence(report.reason()));
    };
  }

  private static String sentence(String text) {
    return text.isEmpty()
        ? ""
        : Ascii.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
  }

  private void header(List<Finding> answers) {
    Answer answer = headline();
    html.markup("<header><small>")
        .text("Hopwise \u00b7 " + name + " \u00b7 ")
        .text(English.count(report.counts().packets(), "packet", "packets"))
        .markup("</small>")
        .element(
            "h1", "class=\"" + Ascii.toLowerCase(report.result().name()) + "\"", answer.headline())
        .element("p", "class=\"lead\"", answer.lead());
    for (Opening.Line line : Opening.lines(report)) {
      html.element("p", "class=\"sum\"", line.head() + line.text());
    }
    if (!answers.isEmpty()) {
      chips(answers.get(0));
    }
    html.markup("</header>\n");
  }

  private void chips(Finding finding) {
    html.markup("<ul class=\"chips\">")
        .element("li", "class=\"grade\"", "Confidence: " + word(finding.confidence()))
        .element("li", "", finding.rule());
    if (finding.count() > 0) {
      html.element("li", "", English.count(finding.count(), "packet", "packets"));
    }
    html.markup("</ul>");
  }

  private static String word(Grade grade) {
    return Ascii.toLowerCase(grade.name());
  }

  private void contents(List<Finding> answers) {
    html.markup("<section aria-labelledby=\"all\"><h2 id=\"all\">")
        .text(English.count(answers.size(), "finding", "findings"))
        .markup(" <span>\u2014 most serious first</span></h2><ol class=\"all\">");
    for (int i = 0; i < Math.min(MOST_FINDINGS, answers.size()); i++) {
      Finding finding = answers.get(i);
      html.markup("<li><a href=\"#f" + i + "\">")
          .element("span", "class=\"tag " + word(finding.grade()) + "\"", word(finding.grade()))
          .markup(" ")
          .text(Answer.of(finding).headline())
          .markup("</a></li>");
    }
    html.markup("</ol></section>\n");
  }

  private void finding(Finding finding, int number, boolean only) {
    html.markup("<article id=\"f" + number + "\">");
    if (!only) {
      Answer answer = Answer.of(finding);
      html.element("h2", "class=\"big\"", answer.headline())
          .element("p", "class=\"lead\"", answer.lead());
      chips(finding);
    }
    path(finding);
    html.markup("<section><h2>To pass on</h2><blockquote id=\"s" + number + "\">")
        .text(finding.says())
        .markup("</blockquote><button type=\"button\" hidden data-copy=\"s" + number)
        .markup("\">Copy</button></section>\n");
    chart(finding);
    reasons(finding);
    packets(finding);
    html.markup("</article>\n");
  }

  private void path(Finding finding) {
    HopPicture picture = HopPicture.of(finding);
    if (!picture.isWorthDrawing()) {
      return;
    }
    html.markup("<section><h2>The way <span>\u2014 each router takes one off the TTL; ")
        .markup("what arrives tells how many were passed</span></h2>");
    PathDrawing.append(picture, html);
    if (!finding.suspects().isEmpty()) {
      html.element("p", "", "At the same distance stands " + English.and(finding.suspects()) + ".");
    }
    html.markup("</section>\n");
  }

  private void chart(Finding finding) {
    Html drawn = new Html();
    TtlChart.append(finding, drawn);
    if (drawn.length() > 0) {
      html.markup("<section><h2>TTL, record by record <span>\u2014 diamonds do not fit</span></h2>")
          .markup(drawn.toString())
          .markup("</section>\n");
    }
  }

  private void reasons(Finding finding) {
    texts("For", finding.evidence().stream().map(Evidence::text).toList());
    texts("Against", finding.against().stream().map(Evidence::text).toList());
    texts("Or else \u2014 what would look the same", finding.innocentExplanations());
  }

  private void texts(String title, List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    html.markup("<section>").element("h2", "", title).markup("<ul>");
    texts.forEach(text -> html.element("li", "", text));
    html.markup("</ul></section>\n");
  }

  private void packets(Finding finding) {
    if (finding.packets().isEmpty()) {
      return;
    }
    html.markup("<section><h2>The packets</h2><table><thead><tr><th>line</th><th>text</th></tr>")
        .markup("</thead><tbody>");
    finding.packets().stream().limit(MOST_PACKETS).forEach(p -> packet(finding, p, "f"));
    finding.baseline().stream()
        .flatMap(baseline -> baseline.levels().stream())
        .flatMap(level -> level.examples().stream())
        .distinct()
        .limit(MOST_PACKETS)
        .forEach(p -> packet(finding, p, "t"));
    html.markup("</tbody></table>");
    leftOut(finding.count() - MOST_PACKETS, "more packets of this finding");
    html.markup("</section>\n");
  }

  private void packet(Finding finding, PacketRef packet, String tone) {
    html.markup("<tr class=\"" + tone + "\"><td class=\"n\">" + packet.line() + "</td><td><pre>");
    String text = packet.text().toString().stripTrailing();
    if (text.length() > MOST_TEXT) {
      text = text.substring(0, MOST_TEXT) + "\u2026";
    }
    Marked.append(html, text, finding.claim(), packet.ttl());
    html.markup("</pre></td></tr>");
  }

  private void leftOut(long count, String words) {
    if (count > 0) {
      html.element("p", "class=\"soft\"", count + " " + words + ".");
    }
  }

  private void remarks(List<Finding> remarks) {
    if (remarks.isEmpty()) {
      return;
    }
    html.markup("<section><details><summary>")
        .text(English.count(remarks.size(), "remark", "remarks"))
        .markup("</summary><ul>");
    remarks.stream().limit(MOST_FINDINGS).forEach(f -> html.element("li", "", f.says()));
    html.markup("</ul>");
    leftOut(remarks.size() - MOST_FINDINGS, "more remarks");
    html.markup("</details></section>\n");
  }

  private void sources() {
    if (report.sources().isEmpty()) {
      return;
    }
    html.markup("<section><h2>How far each source is</h2><table><thead><tr><th>source</th>")
        .markup("<th>TTL</th><th>routers</th><th>packets</th><th></th></tr></thead><tbody>");
    report.sources().stream().limit(MOST_SOURCES).forEach(this::source);
    html.markup("</tbody></table>");
    leftOut(report.sources().size() - MOST_SOURCES, "more sources");
    html.markup("</section>\n");
  }

  private void source(Report.SourceRow row) {
    String ttls =
        row.levels().stream().map(l -> Integer.toString(l.ttl())).collect(Collectors.joining(", "));
    html.markup("<tr><td class=\"mono\">")
        .text(row.host())
        .markup("</td><td>" + ttls + "</td><td>")
        .text(
            row.levels().stream()
                .map(HtmlReport::hops)
                .distinct()
                .collect(Collectors.joining(", ")))
        .markup("</td><td>" + row.packets() + "</td><td>")
        .text(row.note())
        .markup("</td></tr>");
  }

  private static String hops(TtlLevel level) {
    HopSet hops = level.hops();
    return hops.hops().isPresent() ? Integer.toString(hops.hops().getAsInt()) : "?";
  }

  private void notJudged() {
    Report.Counts counts = report.counts();
    html.markup("<footer>")
        .text(sentence(report.reason()) + " ")
        .text(English.count(counts.packets(), "packet", "packets"))
        .text(", " + counts.withoutTtl() + " without a TTL, ")
        .text(counts.ambiguous() + " not judged because they may be payload, ")
        .text(English.count(counts.rejects(), "piece of text unread", "pieces of text unread"))
        .text(", " + (counts.evictedSources() + counts.evictedConnections()) + " forgotten.")
        .text(" Made from this text alone; this file loads nothing.")
        .markup("</footer>\n");
  }
}
