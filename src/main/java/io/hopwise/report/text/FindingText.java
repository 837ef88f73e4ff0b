package io.hopwise.report.text;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.report.view.FindingHead;
import io.hopwise.report.view.HopPicture;
import io.hopwise.report.view.Row;
import io.hopwise.text.SafeText;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a finding as text for people. */
final class FindingText {
  private static final int INDENT = 2;
  private static final int LABEL = 11;
  private static final int LINES_NAMED = 12;
  private static final int TEXT_LINES = 4;
  private static final int NARROWEST = 24;

  private final Finding finding;
  private final CaptureTexts texts;
  private final Style style;
  private final TtlMarks numbers;
  private final StringBuilder out;

  private FindingText(Finding finding, CaptureTexts texts, Style style, StringBuilder out) {
    this.finding = finding;
    this.texts = texts;
    this.style = style;
    this.numbers = new TtlMarks(finding, style);
    this.out = out;
  }

  /** Appends what the finding is about: one line, where the terminal is wide enough. */
  static void appendHead(StringBuilder out, Finding finding, Style style) {
    out.append(head(finding, style)).append('\n');
  }

  private static String head(Finding finding, Style style) {
    String grade = finding.grade().name();
    String start = grade + "  " + finding.rule();
    String about = SafeText.line(FindingHead.of(finding));
    String plain = about.isEmpty() ? start : start + "  " + about;
    List<String> lines = Wrapped.lines(plain, style.columns(), " ".repeat(INDENT + INDENT));
    String rest = String.join("\n", lines).substring(start.length());
    return style.grade(finding.grade(), grade) + "  " + style.bold(finding.rule()) + rest;
  }

  /** Appends the finding without its head, ending with a line end. */
  static void appendBody(
      StringBuilder out,
      Finding finding,
      CaptureTexts texts,
      boolean withPath,
      boolean withReasons,
      Style style) {
    FindingText text = new FindingText(finding, texts, style, out);
    if (withPath && text.appendPath()) {
      out.append('\n');
    }
    text.appendSentences();
    if (withReasons) {
      out.append('\n');
      text.appendReasons();
    }
  }

  /** Appends the drawing of the path, if there is anything to draw; returns whether there is. */
  static boolean appendPath(StringBuilder out, Finding finding, Style style) {
    return new FindingText(finding, CaptureTexts.PLAIN, style, out).appendPath();
  }

  private boolean appendPath() {
    List<String> lines = PathText.lines(HopPicture.of(finding), style);
    lines.forEach(line -> out.append("  ").append(line).append('\n'));
    return !lines.isEmpty();
  }

  private void appendSentences() {
    String says = numbers.joined(SafeText.line(finding.says()));
    for (String line : Wrapped.lines(says, style.proseColumns() - INDENT)) {
      out.append("  ").append(numbers.marked(line)).append('\n');
    }
  }

  private void appendReasons() {
    finding.first().ifPresent(this::appendPackets);
    for (Row row : Row.of(finding)) {
      row(row.kind().label(), row.text(texts));
    }
  }

  private void appendPackets(PacketRef first) {
    row("packet", where(first) + time(first) + ":");
    String text = SafeText.block(first.text().toString().stripTrailing());
    String margin = " ".repeat(LABEL + INDENT);
    int width = Math.max(NARROWEST, style.columns() - margin.length());
    Stream.of(text.split("\\R", -1))
        .limit(TEXT_LINES)
        .flatMap(line -> Wrapped.indented(line, width).stream())
        .forEach(line -> out.append(margin).append(numbers.marked(line)).append('\n'));
    if (finding.count() > 1) {
      row("", "and " + others());
    }
    if (texts.areCitedBy(Citation.FRAME) && !texts.areSeveral()) {
      finding.facts().displayFilter().ifPresent(filter -> row("filter", filter));
    }
  }

  private String where(PacketRef packet) {
    PacketNumber number = packet.number();
    long record = texts.record(number);
    String cited = Row.cited(List.of(packet), texts);
    return texts.line(number) == record || texts.number(number) == record
        ? cited
        : cited + ", record " + record;
  }

  private static String time(PacketRef packet) {
    return packet.time().map(time -> ", " + time).orElse("");
  }

  private String others() {
    List<PacketRef> rest = finding.packets().subList(1, finding.packets().size());
    int named = Math.min(rest.size(), LINES_NAMED);
    String lines = Row.cited(rest.subList(0, named), texts);
    long more = finding.count() - 1 - named;
    if (more <= 0) {
      return lines;
    }
    return lines.isEmpty() ? more + " more" : lines + " and " + more + " more";
  }

  private void row(String label, String text) {
    String padded = Widths.left(label, LABEL);
    int width = Math.max(NARROWEST, style.proseColumns() - LABEL - INDENT);
    for (String line : Wrapped.lines(numbers.joined(SafeText.line(text)), width)) {
      out.append("  ").append(style.label(padded)).append(numbers.marked(line)).append('\n');
      padded = " ".repeat(LABEL);
    }
  }
}
