package io.hopwise.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.report.view.Answer;
import io.hopwise.report.view.HopPicture;
import io.hopwise.report.view.Opening;
import io.hopwise.report.view.Verdict;
import io.hopwise.text.English;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An analysis as one HTML document.
 *
 * <p>Its size is bounded: of many findings the first ones are shown in full, of the others the
 * first line, and it says how many it leaves out.
 *
 * @since 0.1
 */
public final class HtmlReport {
  private static final int MOST_FINDINGS = 200;
  private static final int MOST_NOTES = 50;

  /** Up to this number of findings, the first one is shown open. */
  private static final int FEW = 3;

  /** From this length on, in bytes, findings are shown with their first line only. */
  private static final int LONG = 600_000;

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
            .filter(finding -> !Verdict.isRemark(finding))
            .collect(Collectors.toList());
    head();
    header(answers);
    if (answers.size() == 1) {
      html.markup("<article>");
      new FindingHtml(answers.get(0), report, 0, 2, html).append();
      html.markup("</article>\n");
    } else if (!answers.isEmpty()) {
      list(answers);
    }
    remarks(report.findings().stream().filter(Verdict::isRemark).collect(Collectors.toList()));
    notJudged();
    Tables tables = new Tables(report, html);
    tables.connections();
    tables.sources();
    footer();
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
        .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .element("title", "", "Hopwise: " + headline().headline())
        .markup("\n<style>" + Assets.STYLE + "</style></head>\n<body><main>\n");
  }

  private static String hash(String text) {
    byte[] digest = Hashing.sha256().hashString(text, UTF_8).asBytes();
    return "sha256-" + BaseEncoding.base64().encode(digest);
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
    String result = Ascii.toLowerCase(report.result().name());
    html.markup("<header><small>")
        .text("Hopwise \u00b7 " + name + " \u00b7 ")
        .text(English.count(report.counts().packets(), "packet", "packets"))
        .markup("</small><h1 class=\"" + result + "\">");
    FindingHtml.headline(answer, html);
    html.markup("</h1>").element("p", "class=\"lead\"", answer.lead());
    if (!answers.isEmpty()) {
      FindingHtml.chips(answers.get(0), html);
    }
    if (answers.size() > 1) {
      String others = English.count(answers.size() - 1, "more finding", "more findings");
      html.markup("<p class=\"sum\"><a href=\"#all\">and " + others + "</a></p>");
    }
    for (Opening.OpeningLine line : Opening.lines(report)) {
      html.element("p", "class=\"sum\"", line.head() + line.text());
    }
    html.markup("</header>\n");
  }

  /** Many findings: a line each, with the path in small; the rest opens on demand. */
  private void list(List<Finding> answers) {
    html.markup("<section class=\"list\"><h2 id=\"all\">")
        .text(English.count(answers.size(), "finding", "findings"))
        .markup(" <span>\u2014 most serious first</span></h2>");
    for (int i = 0; i < Math.min(MOST_FINDINGS, answers.size()); i++) {
      Finding finding = answers.get(i);
      boolean full = html.length() < LONG;
      html.markup(
              full
                  ? i == 0 && answers.size() <= FEW ? "<details open>" : "<details>"
                  : "<div class=\"brief\">")
          .markup(full ? "<summary>" : "");
      line(finding);
      if (full) {
        html.markup("</summary>");
        html.element("p", "class=\"lead\"", Answer.of(finding).lead());
        new FindingHtml(finding, report, i, 4, html).append();
      }
      html.markup(full ? "</details>\n" : "</div>\n");
    }
    more(answers.size() - MOST_FINDINGS, "findings");
    html.markup("</section>\n");
  }

  private void line(Finding finding) {
    String grade = Verdict.word(finding.grade());
    html.element("span", "class=\"tag " + grade + "\"", grade).markup("<h3>");
    FindingHtml.headline(Answer.of(finding), html);
    html.markup("</h3>");
    if (html.length() < LONG) {
      PathDrawing.appendSmall(HopPicture.of(finding), html);
    }
  }

  private void more(long count, String words) {
    if (count > 0) {
      html.element("p", "class=\"soft\"", "and " + English.number(count) + " more " + words);
    }
  }

  private void remarks(List<Finding> remarks) {
    if (remarks.isEmpty()) {
      return;
    }
    html.markup("<section><h2>")
        .text(English.count(remarks.size(), "remark", "remarks"))
        .markup("</h2><details><summary>What else was noticed</summary><ul>");
    remarks.stream().limit(MOST_NOTES).forEach(f -> html.element("li", "", f.says()));
    html.markup("</ul>");
    more(remarks.size() - MOST_NOTES, "remarks");
    html.markup("</details></section>\n");
  }

  private void notJudged() {
    List<String> notes = Verdict.notJudged(report);
    html.markup("<section><h2>What was not judged</h2>");
    if (notes.isEmpty()) {
      html.element("p", "", "All was read, and no source was left out.");
    } else {
      html.markup("<ul>");
      notes.stream().limit(MOST_NOTES).forEach(note -> html.element("li", "", note));
      html.markup("</ul>");
      more(notes.size() - MOST_NOTES, "sources");
    }
    html.markup("</section>\n");
  }

  private void footer() {
    Verdict verdict = Verdict.of(report);
    html.markup("<footer>")
        .text(verdict.word() + ": " + verdict.sentence())
        .text(" \u2014 Made from this text alone; this file loads nothing.")
        .markup("</footer>\n");
  }
}
