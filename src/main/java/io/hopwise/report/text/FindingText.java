package io.hopwise.report.text;

import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Facts;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Several;
import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.settings.Citation;
import io.hopwise.packet.Port;
import io.hopwise.report.SafeText;
import io.hopwise.report.picture.HopPicture;
import io.hopwise.text.English;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding as text for people: first what it says, then the evidence. */
final class FindingText {
  private static final int LABEL = 11;
  private static final int LINES_NAMED = 12;
  private static final int TEXT_LINES = 4;
  private static final int PORTS_NAMED = 4;

  private final Style style;
  private final StringBuilder out;

  private FindingText(Style style, StringBuilder out) {
    this.style = style;
    this.out = out;
  }

  /** Appends the finding and a line end. */
  static void append(StringBuilder out, Finding finding, Style style) {
    new FindingText(style, out).append(finding);
  }

  /** Appends a line that says what the finding is about. */
  static void appendHead(StringBuilder out, Finding finding, Style style) {
    new FindingText(style, out).appendHead(finding);
  }

  private void append(Finding finding) {
    appendHead(finding);
    Wrapped.lines(SafeText.line(finding.says()), style.columns() - 2)
        .forEach(line -> out.append("  ").append(line).append('\n'));
    if (finding.grade() != Grade.INFO || finding.diagnosis()) {
      out.append('\n');
      appendPath(finding);
      appendDetails(finding);
    }
  }

  private void appendHead(Finding finding) {
    String grade = finding.grade().name();
    String ends = SafeText.line(ends(finding));
    String claim = ends.isEmpty() ? "" : "  " + ends;
    String count =
        finding.count() == 0 ? "" : ", " + English.count(finding.count(), "packet", "packets");
    out.append(style.grade(finding.grade(), grade))
        .append("  ")
        .append(style.bold(finding.rule()))
        .append(claim)
        .append(count)
        .append('\n');
  }

  /**
   * {@code 192.0.2.10 > 198.51.100.20 ports 22 and 2222}; the claim if the finding has no packets.
   */
  private static String ends(Finding finding) {
    Facts facts = finding.facts();
    if (facts.receivers().count() == 0) {
      return finding.claim();
    }
    return hosts(facts.senders()) + " > " + hosts(facts.receivers()) + ports(facts.servicePorts());
  }

  private static String hosts(Several<String> hosts) {
    return hosts.isOne() ? hosts.values().get(0) : number(hosts) + " hosts";
  }

  private static String ports(Several<Port> ports) {
    if (ports.count() == 0) {
      return "";
    }
    if (ports.count() > PORTS_NAMED) {
      return " " + number(ports) + " ports";
    }
    List<String> names = ports.values().stream().map(Port::toString).toList();
    return (ports.isOne() ? " port " : " ports ") + English.and(names);
  }

  private static String number(Several<?> several) {
    return (several.complete() ? "" : "at least ") + English.number(several.count());
  }

  private void appendPath(Finding finding) {
    List<String> lines = PathText.lines(HopPicture.of(finding), style);
    lines.forEach(line -> out.append("  ").append(line).append('\n'));
    if (!lines.isEmpty()) {
      out.append('\n');
    }
  }

  private void appendDetails(Finding finding) {
    finding.first().ifPresent(first -> appendPackets(finding, first));
    finding.observed().forEach(level -> row("arrived", level(level, finding.distanceKnown())));
    for (Baseline baseline : finding.baseline()) {
      baseline.levels().forEach(level -> row("compared", baseline(baseline, level)));
    }
    finding.evidence().stream().map(Evidence::text).forEach(text -> row("for", text));
    finding.against().stream().map(Evidence::text).forEach(text -> row("against", text));
    finding.innocentExplanations().forEach(text -> row("or else", text));
    if (!finding.suspects().isEmpty()) {
      row("also there", English.and(finding.suspects()));
    }
    if (finding.confidence() != finding.grade()) {
      row("confidence", finding.confidence().name().toLowerCase(Locale.ROOT));
    }
  }

  private void appendPackets(Finding finding, PacketRef first) {
    row("packet", where(first) + time(first) + ":");
    String text = SafeText.block(first.text().toString().stripTrailing());
    Stream.of(text.split("\\R", -1))
        .limit(TEXT_LINES)
        .forEach(line -> out.append(" ".repeat(LABEL + 4)).append(line).append('\n'));
    if (finding.count() > 1) {
      row("", "and " + others(finding));
    }
    if (style.citation() == Citation.FRAME) {
      finding.facts().displayFilter().ifPresent(filter -> row("filter", filter));
    }
  }

  private String where(PacketRef packet) {
    String place = cited(List.of(packet));
    boolean alike = style.citation() == Citation.FRAME || packet.line() == packet.record();
    return alike ? place : place + ", record " + packet.record();
  }

  private static String time(PacketRef packet) {
    return packet.time().map(time -> ", " + time).orElse("");
  }

  private String others(Finding finding) {
    List<PacketRef> rest = finding.packets().subList(1, finding.packets().size());
    String lines = cited(rest.subList(0, Math.min(rest.size(), LINES_NAMED)));
    long more = finding.count() - 1 - Math.min(rest.size(), LINES_NAMED);
    if (more <= 0) {
      return lines;
    }
    return lines.isEmpty() ? more + " more" : lines + " and " + more + " more";
  }

  /** {@code line 4}, {@code lines 4, 6}, {@code frames 4, 6}; empty without packets. */
  private String cited(List<PacketRef> packets) {
    Citation citation = style.citation();
    return packets.isEmpty()
        ? ""
        : packets.stream()
            .map(packet -> Long.toString(citation.number(packet.line(), packet.record())))
            .collect(Collectors.joining(", ", citation.word(packets.size()) + " ", ""));
  }

  private static String level(TtlLevel level, boolean distanceKnown) {
    String distance =
        distanceKnown ? Distances.words(level.hops()) : "which says nothing of the distance";
    return level.words() + " with TTL " + level.ttl() + ": " + distance;
  }

  private String baseline(Baseline baseline, TtlLevel level) {
    String examples = level.examples().isEmpty() ? "" : " (" + cited(level.examples()) + ")";
    return level.words()
        + " of "
        + baseline.scope().words()
        + " with TTL "
        + level.ttl()
        + ": "
        + Distances.words(level.hops())
        + examples;
  }

  private void row(String label, String text) {
    String padded = Widths.left(label, LABEL);
    for (String line :
        Wrapped.lines(SafeText.line(text), Math.max(24, style.columns() - LABEL - 2))) {
      out.append("  ").append(style.label(padded)).append(line).append('\n');
      padded = " ".repeat(LABEL);
    }
  }
}
