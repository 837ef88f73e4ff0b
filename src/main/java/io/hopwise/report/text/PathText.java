package io.hopwise.report.text;

import io.hopwise.report.view.HopPicture;
import io.hopwise.report.view.Lane;
import io.hopwise.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The path to a sender as a drawing of a few lines, with the capture point on the left:
 *
 * <pre>
 * you --1--2--3-- 192.0.2.80: 4 echo replies  TTL  61
 *       `- 3 resets                           TTL  63  &lt;- a device behind router 1
 * </pre>
 */
final class PathText {
  /** Up to this many routers, all are drawn; of more, only those that matter. */
  private static final int ALL_DRAWN = 8;

  /** The columns of the TTL with its gap. */
  private static final int NUMBERS = 11;

  private static final int INDENT = 2;

  /** Of a long name at least so much is shown. */
  private static final int SHORTEST = 16;

  private final HopPicture picture;
  private final Style style;

  /** For each number of routers, the column of its last digit; 0 is below "you". */
  private final int[] columns;

  private final String axis;

  private PathText(HopPicture picture, Style style) {
    this.picture = picture;
    this.style = style;
    this.columns = new int[picture.reach() + 1];
    this.axis = axis();
  }

  /** The lines of the drawing; none if there is nothing to draw. */
  static List<String> lines(HopPicture picture, Style style) {
    return picture.isWorthDrawing() ? new PathText(picture, style).lines() : List.of();
  }

  private String axis() {
    String dash = style.unicode() ? "\u2500\u2500" : "--";
    String gap = style.unicode() ? "\u2500 \u2026 " : "- ... ";
    StringBuilder line = new StringBuilder("you ");
    columns[0] = 1;
    int before = 0;
    for (int hops : drawn()) {
      line.append(hops == before + 1 ? dash : gap).append(hops);
      columns[hops] = line.length() - 1;
      before = hops;
    }
    return line.append(dash).append(' ').toString();
  }

  private Set<Integer> drawn() {
    Set<Integer> drawn = new TreeSet<>();
    int reach = picture.reach();
    for (int hops = 1; hops <= reach && reach <= ALL_DRAWN; hops++) {
      drawn.add(hops);
    }
    for (Lane lane : picture.lanes()) {
      int hops = lane.hops().orElse(0);
      if (hops > 0) {
        drawn.add(1);
        drawn.add(hops);
      }
    }
    return drawn;
  }

  private List<String> lines() {
    List<Lane> lanes = picture.lanes();
    List<String> starts = new ArrayList<>();
    int width = 0;
    for (int i = 0; i < lanes.size(); i++) {
      String start = (i == 0 ? axis : branch(lanes, i)) + label(lanes.get(i));
      starts.add(start);
      width = Math.max(width, Widths.of(start));
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      addLine(lines, starts.get(i), lanes.get(i), Math.min(width, style.columns() - NUMBERS));
    }
    if (picture.more() > 0) {
      lines.add("    " + picture.rest());
    }
    return lines;
  }

  /** The origin follows on the same line, in few words or below where there is little room. */
  private void addLine(List<String> lines, String start, Lane lane, int width) {
    String ttl = "TTL " + Widths.right(Integer.toString(lane.ttl()), 3);
    String text = Widths.left(start, width) + "  ";
    if (lane.fits()) {
      lines.add(text + style.fits(ttl));
      return;
    }
    String arrow = style.unicode() ? "  \u2190 " : "  <- ";
    String there = picture.isElsewhere(lane) ? SafeText.line(picture.standsThere()) : "";
    String full = picture.origin(lane) + (there.isEmpty() ? "" : " (" + there + ")");
    int room = style.columns() - INDENT - Widths.of(text + ttl + arrow);
    for (String origin : List.of(full, picture.origin(lane), picture.place(lane))) {
      if (Widths.of(origin) <= room) {
        lines.add(text + differs(ttl + arrow + origin));
        addBelow(lines, text, origin.equals(full) || there.isEmpty() ? "" : "(" + there + ")");
        return;
      }
    }
    lines.add(text + differs(ttl));
    addBelow(lines, text, arrow.strip() + " " + full);
  }

  private void addBelow(List<String> lines, String text, String more) {
    if (!more.isEmpty()) {
      int indent = Math.max(0, style.columns() - INDENT - Widths.of(more));
      lines.add(" ".repeat(Math.min(indent, Widths.of(text))) + differs(more));
    }
  }

  private String differs(String text) {
    return style.differs(picture.grade(), text);
  }

  private String label(Lane lane) {
    String host = picture.claim().isEmpty() ? "the host" : SafeText.line(picture.claim());
    String what = SafeText.line((lane.words() + " " + lane.ports()).strip());
    int room = style.columns() - INDENT - NUMBERS - Widths.of(axis) - Widths.of(what) - 2;
    return lane.fits() ? Widths.cut(host, Math.max(SHORTEST, room)) + ": " + what : what;
  }

  /** A line that branches off below the last router before the sender. */
  private String branch(List<Lane> lanes, int index) {
    Lane lane = lanes.get(index);
    if (lane.hops().isEmpty()) {
      return " ".repeat(4);
    }
    int turn = columns[lane.hops().getAsInt()];
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < turn; column++) {
      line.append(passes(lanes, index, column) ? style.unicode() ? '\u2502' : '|' : ' ');
    }
    return line.append(style.unicode() ? "\u2514 " : "`- ").toString();
  }

  /** Whether a later line branches off at this column. */
  private boolean passes(List<Lane> lanes, int index, int column) {
    return lanes.stream()
        .skip(index + 1L)
        .anyMatch(lane -> lane.hops().isPresent() && columns[lane.hops().getAsInt()] == column);
  }
}
