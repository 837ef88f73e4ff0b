package io.hopwise.report.html;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.report.view.Answer;
import io.hopwise.report.view.Exchange;
import io.hopwise.report.view.HopPicture;
import io.hopwise.report.view.Row;
import io.hopwise.report.view.Verdict;
import io.hopwise.text.English;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A finding in full: the path, the sentence to pass on, the connection, reasons and packets. */
final class FindingHtml {
  private static final int MOST_PACKETS = 12;
  private static final int MOST_TEXT = 2_000;

  private final Finding finding;
  private final Report report;
  private final CaptureTexts texts;
  private final String id;
  private final String heading;
  private final Html html;
  private final Map<Long, PacketRef> suspects = new LinkedHashMap<>();
  private final Map<Long, PacketRef> compared = new LinkedHashMap<>();

  /**
   * A finding.
   *
   * @param number which of the document's findings it is
   * @param level the level of its headings
   */
  FindingHtml(Finding finding, Report report, int number, int level, Html html) {
    this.finding = finding;
    this.report = report;
    this.texts = report.texts();
    this.id = "f" + number;
    this.heading = "h" + level;
    this.html = html;
    finding.packets().stream().limit(MOST_PACKETS).forEach(p -> suspects.put(p.line(), p));
    finding.baseline().stream()
        .flatMap(baseline -> baseline.levels().stream())
        .flatMap(known -> known.examples().stream())
        .distinct()
        .limit(MOST_PACKETS)
        .forEach(packet -> compared.putIfAbsent(packet.line(), packet));
    compared.keySet().removeAll(suspects.keySet());
  }

  /** Appends the headline with an emphasis on what decides. */
  static void headline(Answer answer, Html html) {
    if (answer.verb().isEmpty()) {
      html.text(answer.headline());
      return;
    }
    html.text(answer.subject() + " ").element("em", "", answer.verb()).text(" " + answer.object());
  }

  /** Appends how sure the finding is, and what it is. */
  static void chips(Finding finding, Html html) {
    html.markup("<ul class=\"chips\">")
        .element("li", "class=\"grade\"", "Confidence: " + Verdict.word(finding.confidence()))
        .element("li", "", finding.rule());
    if (finding.count() > 0) {
      html.element("li", "", English.count(finding.count(), "packet", "packets"));
    }
    html.markup("</ul>");
  }

  void append() {
    path();
    section("To pass on", "");
    html.markup("<blockquote id=\"" + id + "s\">")
        .text(finding.says())
        .markup("</blockquote><button type=\"button\" hidden data-copy=\"" + id)
        .markup("s\">Copy</button></section>\n");
    drawings();
    reasons();
    packets();
  }

  private void section(String title, String more) {
    html.markup("<section><" + heading + ">").text(title);
    if (!more.isEmpty()) {
      html.markup(" ").element("span", "", "\u2014 " + more);
    }
    html.markup("</" + heading + ">");
  }

  private void path() {
    HopPicture picture = HopPicture.of(finding);
    if (!picture.isWorthDrawing()) {
      return;
    }
    section("The way", "each router takes one off the TTL; what arrives tells how many it passed");
    PathDrawing.append(picture, html);
    html.markup("</section>\n");
  }

  private void drawings() {
    Html chart = new Html();
    TtlChart.append(finding, report, chart);
    Optional<Exchange> exchange = Exchange.of(finding, report);
    if (exchange.isEmpty() && chart.length() == 0) {
      return;
    }
    html.markup("<div class=\"two\">");
    if (exchange.isPresent()) {
      section("One connection", "as far as it was seen, each packet from who sent it");
      SequenceDrawing.append(exchange.get(), html);
      html.markup("</section>");
    }
    if (chart.length() > 0) {
      section("TTL over time", "from the first packet to the last; diamonds do not fit");
      html.markup(chart.toString()).markup("</section>");
    }
    html.markup("</div>\n");
  }

  private void reasons() {
    List<Row> rows = Row.of(finding);
    if (rows.isEmpty()) {
      return;
    }
    section("What it rests on", "");
    html.markup("<dl>");
    Row.Heading before = null;
    for (Row row : rows) {
      if (row.kind() != before) {
        html.element("dt", "", row.kind().label());
      }
      before = row.kind();
      html.markup("<dd>");
      if (row.kind() == Row.Heading.TO_TELL) {
        html.element("code", "", row.text());
      } else {
        html.text(row.text());
      }
      links(row.kind() == Row.Heading.ARRIVED ? arrived(row) : row.packets());
      html.markup("</dd>");
    }
    html.markup("</dl></section>\n");
  }

  /** The packets that arrived so: the text report names them at the packet, the table is below. */
  private List<PacketRef> arrived(Row row) {
    return suspects.values().stream()
        .filter(packet -> packet.ttl().equals(row.ttl()))
        .collect(Collectors.toList());
  }

  /** Where packets stand, each with a link to its text. */
  private void links(List<PacketRef> packets) {
    if (!packets.isEmpty()) {
      List<PacketNumber> numbers = packets.stream().map(PacketRef::number).toList();
      html.markup(" (" + texts.words(numbers, this::link, Html::escape) + ")");
    }
  }

  private String link(PacketNumber packet) {
    long line = packet.line();
    long number = texts.number(packet);
    return suspects.containsKey(line) || compared.containsKey(line)
        ? "<a href=\"#" + id + "l" + line + "\">" + number + "</a>"
        : Long.toString(number);
  }

  private void packets() {
    if (finding.packets().isEmpty()) {
      return;
    }
    section("The packets", "\u25c6 do not fit, \u25cf are what they were compared with");
    html.markup("<table><thead><tr><th scope=\"col\">" + unit() + "</th>")
        .markup("<th scope=\"col\">text</th></tr></thead><tbody>");
    Marked marked = new Marked(finding);
    suspects.values().forEach(packet -> packet(packet, true, marked));
    compared.values().forEach(packet -> packet(packet, false, marked));
    html.markup("</tbody></table>");
    long more = finding.count() - suspects.size();
    if (more > 0) {
      html.element("p", "class=\"soft\"", "and " + English.number(more) + " more");
    }
    if (texts.areCitedBy(Citation.FRAME) && !texts.areSeveral()) {
      finding.facts().displayFilter().ifPresent(filter -> html.element("code", "", filter));
    }
    html.markup("</section>\n");
  }

  /** What the numbers of packets count. */
  private String unit() {
    for (Citation citation : Citation.values()) {
      if (texts.areCitedBy(citation)) {
        return citation.word(1);
      }
    }
    return "packet";
  }

  private void packet(PacketRef packet, boolean suspect, Marked marked) {
    html.markup("<tr class=\"" + (suspect ? "f" : "t") + "\" id=\"" + id + "l" + packet.line())
        .markup("\"><td class=\"n\">" + (suspect ? "\u25c6 " : "\u25cf "))
        .markup(Long.toString(texts.number(packet.number())));
    if (texts.areSeveral()) {
      html.markup("<br>").element("span", "class=\"soft\"", texts.name(packet.number()));
    }
    html.markup("</td><td><pre>");
    String text = packet.text().toString().stripTrailing();
    boolean cut = text.length() > MOST_TEXT;
    marked.append(html, cut ? text.substring(0, MOST_TEXT) + "\u2026" : text);
    html.markup("</pre></td></tr>");
  }
}
