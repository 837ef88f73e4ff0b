package io.hopwise.report.html;

import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.packet.PrintedTime;
import io.hopwise.report.view.Distances;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The TTLs of the packets that a finding cites, one after the other, as SVG. */
final class TtlChart {
  private static final int WIDTH = 440;
  private static final int ROW = 46;
  private static final int TOP = 34;
  private static final int LEFT = 56;
  private static final int RIGHT = 420;
  private static final int MOST_ROWS = 12;
  private static final int MOST_LABELS = 10;
  private static final int FEW = 40;

  /** A packet of the chart. */
  private record Mark(int ttl, boolean fits, Optional<PrintedTime> time) {}

  private final TreeMap<Long, Mark> marks = new TreeMap<>();
  private final TreeSet<Integer> ttls = new TreeSet<>((a, b) -> b - a);

  private TtlChart(Finding finding) {
    for (PacketRef packet : finding.packets()) {
      packet.ttl().ifPresent(ttl -> marks.put(packet.line(), new Mark(ttl, false, packet.time())));
    }
    for (Baseline baseline : finding.baseline()) {
      for (TtlLevel level : baseline.levels()) {
        for (PacketRef packet : level.examples()) {
          marks.putIfAbsent(packet.line(), new Mark(level.ttl(), true, packet.time()));
        }
      }
    }
    marks.values().forEach(mark -> ttls.add(mark.ttl()));
  }

  /** Appends the chart, if it shows more than one TTL. */
  static void append(Finding finding, Html html) {
    TtlChart chart = new TtlChart(finding);
    if (chart.ttls.size() > 1 && chart.ttls.size() <= MOST_ROWS) {
      chart.append(html);
    }
  }

  private void append(Html html) {
    Svg svg = new Svg(WIDTH);
    int height = TOP + ROW * ttls.size() + 22;
    for (int ttl : ttls) {
      String tone = tone(ttl);
      int y = y(ttl);
      svg.line("rule", LEFT, y, RIGHT + 14, y);
      svg.text("mono b " + tone, "end", LEFT - 10, y + 5, Integer.toString(ttl));
      HopSet hops = HopSet.of(ttl);
      if (hops.isPlausible()) {
        svg.text(tone, "end", RIGHT + 14, y - 15, Distances.away(hops.hops().orElse(0)));
      }
    }
    int index = 0;
    int every = (marks.size() + MOST_LABELS - 1) / MOST_LABELS;
    for (Map.Entry<Long, Mark> entry : marks.entrySet()) {
      int x = LEFT + 18 + (RIGHT - LEFT - 18) * index / Math.max(1, marks.size() - 1);
      point(svg, x, entry.getValue());
      if (index % every == 0) {
        svg.text("mono soft", "middle", x, height - 20, Long.toString(entry.getKey()));
      }
      index++;
    }
    times(svg, height);
    svg.appendTo(html, "half", height, sentence());
  }

  /** When the first and the last packet came. */
  private void times(Svg svg, int height) {
    Optional<PrintedTime> first = marks.firstEntry().getValue().time();
    Optional<PrintedTime> last = marks.lastEntry().getValue().time();
    if (first.isPresent() && last.isPresent()) {
      svg.text("mono soft", "start", LEFT, height - 3, first.get().toString());
      svg.text("mono soft", "end", RIGHT + 14, height - 3, last.get().toString());
    }
  }

  private String tone(int ttl) {
    boolean fits = marks.values().stream().anyMatch(mark -> mark.ttl() == ttl && mark.fits());
    return fits ? "t" : "f";
  }

  private void point(Svg svg, int x, Mark mark) {
    int radius = marks.size() > FEW ? 4 : 7;
    if (mark.fits()) {
      svg.circle("point t", x, y(mark.ttl()), radius);
    } else {
      svg.diamond("point f", x, y(mark.ttl()), radius + 3);
    }
  }

  private int y(int ttl) {
    return TOP + 6 + ROW * ttls.headSet(ttl).size();
  }

  private String sentence() {
    StringBuilder text = new StringBuilder("Lines and the TTLs of their packets:");
    marks.forEach(
        (line, mark) ->
            text.append(' ').append(line).append(" has ").append(mark.ttl()).append(','));
    return text.substring(0, text.length() - 1) + ".";
  }
}
