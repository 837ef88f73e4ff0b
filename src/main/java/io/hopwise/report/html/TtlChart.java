package io.hopwise.report.html;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.packet.PrintedTime;
import io.hopwise.report.view.Distances;
import io.hopwise.report.view.TtlTimeline;
import io.hopwise.report.view.TtlTimeline.Mark;
import io.hopwise.report.view.TtlTimeline.Tone;
import io.hopwise.report.view.TtlTimeline.TtlRow;
import java.util.List;
import java.util.Optional;

/** The TTLs of a source over time, as SVG. */
final class TtlChart {
  private static final int WIDTH = 440;
  private static final int ROW = 46;
  private static final int TOP = 34;
  private static final int LEFT = 56;
  private static final int RIGHT = 420;
  private static final int END = RIGHT + 14;

  /** How far apart the numbers of lines stand at least, and the times. */
  private static final int LABEL = 44;

  private static final int TIME = 250;
  private static final int FEW = 40;

  private final TtlTimeline timeline;

  private final CaptureTexts texts;

  private TtlChart(TtlTimeline timeline, CaptureTexts texts) {
    this.timeline = timeline;
    this.texts = texts;
  }

  /** Appends the chart, if it shows more than one TTL. */
  static void append(Finding finding, Report report, Html html) {
    TtlTimeline timeline = TtlTimeline.of(finding, report);
    if (timeline.rows().size() > 1) {
      new TtlChart(timeline, report.texts()).append(html);
    }
  }

  private void append(Html html) {
    Svg svg = new Svg(WIDTH);
    List<TtlRow> rows = timeline.rows();
    int height = TOP + ROW * rows.size() + 22;
    int radius = rows.stream().mapToInt(row -> row.marks().size()).sum() > FEW ? 4 : 7;
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), TOP + 6 + ROW * i, radius);
    }
    lines(svg, height - 20);
    times(svg, height - 3);
    svg.appendTo(html, "half", height, timeline.sentence());
  }

  private void row(Svg svg, TtlRow row, int y, int radius) {
    String tone = tone(row.tone());
    svg.line("rule", LEFT, y, END, y);
    svg.text("mono b " + tone, "end", LEFT - 10, y + 5, Integer.toString(row.ttl()));
    HopSet hops = HopSet.of(row.ttl());
    if (hops.isPlausible()) {
      svg.text(tone, "end", END, y - 15, Distances.away(hops.hops().orElse(0)));
    }
    if (row.first() < row.last()) {
      svg.line("span " + tone, x(row.first()), y, x(row.last()), y);
    }
    for (Mark mark : row.marks()) {
      if (row.tone() == Tone.DIFFERS) {
        svg.diamond("point f", x(mark.record()), y, radius + 3);
      } else {
        svg.circle("point " + tone, x(mark.record()), y, radius);
      }
    }
  }

  private static String tone(Tone tone) {
    return switch (tone) {
      case FITS -> "t";
      case DIFFERS -> "f";
      case OTHER -> "soft";
    };
  }

  /** The numbers of packets, as far as there is room. */
  private void lines(Svg svg, int y) {
    int before = -LABEL;
    for (Mark mark : timeline.marks()) {
      int x = x(mark.record());
      if (x - before >= LABEL) {
        svg.text(
            "mono soft",
            "middle",
            x,
            y,
            Long.toString(texts.number(new PacketNumber(mark.record(), mark.line()))));
        before = x;
      }
    }
  }

  /** When the first and the last packet came that are drawn one by one. */
  private void times(Svg svg, int y) {
    List<Mark> marks = timeline.marks();
    Mark first = marks.get(0);
    Mark last = marks.get(marks.size() - 1);
    Optional<PrintedTime> from = first.time();
    Optional<PrintedTime> to = last.time();
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (x(last.record()) - x(first.record()) < TIME) {
      svg.text("mono soft", "start", LEFT, y, "from " + from.get() + " to " + to.get());
      return;
    }
    svg.text("mono soft", "start", LEFT, y, from.get().toString());
    svg.text("mono soft", "end", END, y, to.get().toString());
  }

  private int x(long record) {
    long length = Math.max(1, timeline.last() - timeline.first());
    return LEFT + 18 + (int) ((RIGHT - LEFT - 18) * (record - timeline.first()) / length);
  }
}
