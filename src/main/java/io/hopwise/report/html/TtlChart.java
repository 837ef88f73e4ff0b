package io.hopwise.report.html;

import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The TTLs of the packets that a finding cites, in the order of their records, as SVG. */
final class TtlChart {
  private static final int WIDTH = 1000;
  private static final int ROW = 44;

  /** A packet of the chart. */
  private record Mark(int ttl, boolean fits) {}

  private final TreeMap<Long, Mark> marks = new TreeMap<>();
  private final TreeSet<Integer> ttls = new TreeSet<>((a, b) -> b - a);

  private TtlChart(Finding finding) {
    for (PacketRef packet : finding.packets()) {
      packet.ttl().ifPresent(ttl -> marks.put(packet.record(), new Mark(ttl, false)));
    }
    for (Baseline baseline : finding.baseline()) {
      for (TtlLevel level : baseline.levels()) {
        level.examples().forEach(p -> marks.putIfAbsent(p.record(), new Mark(level.ttl(), true)));
      }
    }
    marks.values().forEach(mark -> ttls.add(mark.ttl()));
  }

  /** Appends the chart, if it shows more than one TTL. */
  static void append(Finding finding, Html html) {
    TtlChart chart = new TtlChart(finding);
    if (chart.ttls.size() > 1 && chart.ttls.size() <= 8) {
      chart.append(html);
    }
  }

  private void append(Html html) {
    int height = 34 + ROW * ttls.size();
    html.markup("<svg viewBox=\"0 0 " + WIDTH + ' ' + height + "\" role=\"img\" aria-label=\"")
        .text(sentence())
        .markup("\">");
    for (int ttl : ttls) {
      int y = y(ttl);
      html.markup("<line class=\"rule\" x1=\"70\" x2=\"980\" y1=\"" + y + "\" y2=\"" + y + "\"/>")
          .markup("<text class=\"mono\" text-anchor=\"end\" x=\"58\" y=\"" + (y + 4) + "\">" + ttl)
          .markup("</text>");
    }
    int index = 0;
    for (Map.Entry<Long, Mark> entry : marks.entrySet()) {
      int x = 90 + 870 * index / Math.max(1, marks.size() - 1);
      point(html, x, entry.getValue());
      if (marks.size() <= 24 || index % (marks.size() / 12) == 0) {
        html.markup("<text class=\"mono soft\" text-anchor=\"middle\" x=\"" + x + "\" y=\"")
            .markup((height - 8) + "\">" + entry.getKey() + "</text>");
      }
      index++;
    }
    html.markup("</svg>");
  }

  private void point(Html html, int x, Mark mark) {
    int y = y(mark.ttl());
    html.markup(
        mark.fits()
            ? "<circle class=\"point t\" r=\"7\" cx=\"" + x + "\" cy=\"" + y + "\"/>"
            : "<path class=\"point f\" d=\"M" + x + ' ' + (y - 10) + " l10 10 -10 10 -10 -10z\"/>");
  }

  private int y(int ttl) {
    return 26 + ROW * ttls.headSet(ttl).size();
  }

  private String sentence() {
    StringBuilder text = new StringBuilder("Records and their TTLs:");
    marks.forEach(
        (record, mark) ->
            text.append(' ').append(record).append(" has ").append(mark.ttl()).append(','));
    return text.substring(0, text.length() - 1) + ".";
  }
}
