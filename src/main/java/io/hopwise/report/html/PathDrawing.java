package io.hopwise.report.html;

import io.hopwise.report.view.HopPicture;
import io.hopwise.report.view.Lane;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The path from the capture point to the senders as SVG. Routers are in the middle; packets that
 * fit the host are a solid line above them, others a dashed line below.
 */
final class PathDrawing {
  private static final int LEFT = 90;
  private static final int RIGHT = 910;
  private static final int LANE = 46;

  /** Up to this many routers, all are drawn; of more, only those next to a sender. */
  private static final int ALL_DRAWN = 12;

  private final HopPicture picture;
  private final List<Lane> above;
  private final List<Lane> below;
  private final int reach;
  private final TreeSet<Integer> drawn = new TreeSet<>();
  private final int wire;
  private final Html html;

  private PathDrawing(HopPicture picture, Html html) {
    this.picture = picture;
    this.html = html;
    above = picture.lanes().stream().filter(Lane::fits).collect(Collectors.toList());
    below = picture.lanes().stream().filter(lane -> !lane.fits()).collect(Collectors.toList());
    reach = picture.reach();
    wire = 22 + LANE * Math.max(1, above.size());
    for (int hops = 1; hops <= reach; hops++) {
      if (reach <= ALL_DRAWN || isNearSender(hops)) {
        drawn.add(hops);
      }
    }
  }

  private boolean isNearSender(int hops) {
    return hops == 1
        || picture.lanes().stream()
            .anyMatch(lane -> lane.hops().isPresent() && lane.hops().getAsInt() == hops);
  }

  /** Appends the drawing, if there is anything to draw. */
  static void append(HopPicture picture, Html html) {
    if (picture.isWorthDrawing()) {
      new PathDrawing(picture, html).append();
    }
  }

  private void append() {
    int height = wire + 34 + LANE * Math.max(1, below.size());
    html.markup("<svg viewBox=\"0 0 1000 " + height + "\" role=\"img\" aria-label=\"")
        .text(picture.sentence())
        .markup("\"><line class=\"wire\" x1=\"90\" x2=\"910\"")
        .markup(" y1=\"" + wire + "\" y2=\"" + wire + "\"/>");
    box(LEFT, "you");
    drawn.forEach(this::router);
    gaps();
    for (int i = 0; i < above.size(); i++) {
      lane(above.get(i), wire - 44 - LANE * i, true);
    }
    for (int i = 0; i < below.size(); i++) {
      lane(below.get(i), wire + 56 + LANE * i, false);
    }
    end();
    html.markup("</svg>");
  }

  private void end() {
    boolean host = picture.hostHops().isPresent() && picture.hostHops().getAsInt() == reach;
    String name = picture.claim().isEmpty() ? "host" : picture.claim();
    box(RIGHT, host ? "host" : "sender");
    html.markup(
            "<text class=\"mono soft\" text-anchor=\"end\" x=\"952\" y=\"" + (wire + 36) + "\">")
        .text(host ? shortened(name) : "")
        .markup("</text>");
  }

  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.substring(0, 39) + "\u2026";
  }

  private void box(int x, String label) {
    html.markup("<rect class=\"router\" rx=\"9\" width=\"84\" height=\"36\" x=\"" + (x - 42))
        .markup("\" y=\"" + (wire - 18) + "\"/><text class=\"b\" text-anchor=\"middle\" x=\"" + x)
        .markup("\" y=\"" + (wire + 5) + "\">" + label + "</text>");
  }

  private void router(int hops) {
    int x = x(hops);
    html.markup("<circle class=\"router\" r=\"16\" cx=\"" + x + "\" cy=\"" + wire + "\"/>")
        .markup("<text text-anchor=\"middle\" x=\"" + x + "\" y=\"" + (wire + 5) + "\">")
        .markup(hops + "</text>");
  }

  private void gaps() {
    int before = 0;
    for (int hops : drawn) {
      if (hops > before + 1) {
        int x = (before == 0 ? LEFT + x(hops) : x(before) + x(hops)) / 2;
        html.markup("<text class=\"soft\" text-anchor=\"middle\" x=\"" + x)
            .markup("\" y=\"" + (wire - 8) + "\">\u2026</text>");
      }
      before = hops;
    }
  }

  /** The position of a router. */
  private int x(int hops) {
    int slots = drawn.size() + 1;
    int slot = drawn.headSet(hops, true).size();
    return LEFT + (RIGHT - LEFT) * slot / slots;
  }

  /** The position of a sender this many routers away: beyond the last of them. */
  private int senderX(int hops) {
    if (hops >= reach) {
      return RIGHT - 44;
    }
    return hops == 0 ? LEFT + (x(drawn.first()) - LEFT) / 2 : (x(hops) + nextX(hops)) / 2;
  }

  private int nextX(int hops) {
    Integer next = drawn.higher(hops);
    return next == null ? RIGHT : x(next);
  }

  private void lane(Lane lane, int y, boolean fits) {
    String tone = fits ? "t" : "f";
    if (lane.hops().isEmpty()) {
      label(lane, tone, RIGHT, y, lane.words() + ": the TTL tells no distance");
      return;
    }
    int hops = lane.hops().getAsInt();
    int from = senderX(hops);
    html.markup("<path class=\"way " + tone + "\" d=\"M" + from + ' ' + y + " L" + (LEFT - 20))
        .markup(" " + y + "\"/><path class=\"arrow " + tone + "\" d=\"M" + (LEFT - 32) + ' ' + y)
        .markup(" l12 -6 v12 z\"/>");
    mark(from, y, fits, tone);
    ttls(lane, y, tone);
    label(lane, tone, from, y, lane.words() + ", " + HopPicture.away(lane));
  }

  /**
   * The sender: a circle if it fits, a diamond if not, so that the difference does not depend on
   * colour.
   */
  private void mark(int x, int y, boolean fits, String tone) {
    String shape =
        fits
            ? "<circle class=\"sender " + tone + "\" r=\"8\" cx=\"" + x + "\" cy=\"" + y + "\"/>"
            : "<path class=\"sender "
                + tone
                + "\" d=\"M"
                + x
                + ' '
                + (y - 11)
                + " l11 11 -11 11 -11 -11z\"/>";
    html.markup(shape);
  }

  /** The TTL at each router, down to the one that arrived. */
  private void ttls(Lane lane, int y, String tone) {
    int hops = lane.hops().orElse(0);
    for (int router : drawn) {
      if (router <= hops && router > 0) {
        int left = lane.initial().orElse(0) - (hops - router) - 1;
        html.markup("<text class=\"mono soft\" text-anchor=\"middle\" x=\"" + x(router))
            .markup("\" y=\"" + (y + 15) + "\">" + left + "</text>");
      }
    }
    html.markup("<text class=\"mono b " + tone + "\" text-anchor=\"end\" x=\"" + (LEFT - 38))
        .markup("\" y=\"" + (y + 4) + "\">TTL " + lane.ttl() + "</text>");
  }

  /** The label above the middle of its line, or beside the sender if the line is too short. */
  private void label(Lane lane, String tone, int from, int y, String words) {
    boolean room = from - LEFT > 8 * words.length();
    String anchor = room ? "middle" : "start";
    int x = room ? (from + LEFT) / 2 : from + 20;
    String unusual =
        lane.unusual().isEmpty()
            ? ""
            : " (or " + lane.unusual().get(0).hops() + ", from an old system)";
    html.markup("<text class=\"b " + tone + "\" text-anchor=\"" + anchor + "\" x=\"" + x)
        .markup("\" y=\"" + (room ? y - 7 : y + 5) + "\">")
        .text(words + unusual)
        .markup("</text>");
  }
}
