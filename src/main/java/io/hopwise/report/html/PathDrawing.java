package io.hopwise.report.html;

import io.hopwise.analysis.distance.HopSet;
import io.hopwise.report.view.HopPicture;
import io.hopwise.report.view.Lane;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The path from the capture point to the senders as SVG. A sender that is so many routers away
 * stands at the next place. Packets that fit the host run above the path as a solid line, others
 * below it as a dashed one from a diamond.
 */
final class PathDrawing {
  /** The width of a drawing for screens, in its own units. */
  static final int WIDE = 1000;

  /** The width of a drawing for phones. */
  static final int NARROW = 420;

  private static final int BOX = 84;
  private static final int LANE = 48;
  private static final int LINE = 24;
  private static final int FAR = 64;
  private static final int ROUTER = 16;
  private static final int SUSPECT = 22;

  private final HopPicture picture;
  private final Svg svg;
  private final List<Lane> above;
  private final List<Lane> below;

  /** Places that are drawn: a sender at place n is n - 1 routers away. */
  private final NavigableSet<Integer> places = new TreeSet<>();

  private final int last;
  private final int left;
  private final int right;
  private final int wire;

  private PathDrawing(HopPicture picture, int width) {
    this.picture = picture;
    svg = new Svg(width);
    above = lanes(picture, true);
    below = lanes(picture, false);
    picture
        .lanes()
        .forEach(
            lane -> {
              lane.hops().ifPresent(hops -> places.add(hops + 1));
              if (!lane.fits()) {
                lane.unusual().stream().map(HopSet.Candidate::hops).forEach(h -> places.add(h + 1));
              }
            });
    last = places.last();
    fill(width < WIDE ? 4 : 13);
    left = 24 + BOX / 2;
    right = width - 24 - BOX / 2;
    wire = 34 + LANE * Math.max(1, above.size());
  }

  private static List<Lane> lanes(HopPicture picture, boolean fits) {
    return picture.lanes().stream()
        .filter(lane -> lane.fits() == fits)
        .sorted(Comparator.comparingInt(lane -> lane.hops().orElse(HopSet.MAX_HOPS + 1)))
        .collect(Collectors.toList());
  }

  private void fill(int most) {
    for (int place = 1; place < last && last <= most; place++) {
      places.add(place);
    }
    places.add(1);
  }

  /** Appends the drawing, if there is anything to draw. */
  static void append(HopPicture picture, Html html) {
    if (picture.isWorthDrawing()) {
      new PathDrawing(picture, WIDE).draw(html, "wide");
      new PathDrawing(picture, NARROW).draw(html, "narrow");
    }
  }

  /** Appends the drawing in a small size, if there is anything to draw. */
  static void appendSmall(HopPicture picture, Html html) {
    if (picture.isWorthDrawing()) {
      new PathDrawing(picture, NARROW).small(html);
    }
  }

  private void small(Html html) {
    svg.line("wire", 20, 20, 400, 20);
    svg.box("router", 4, 8, 34, 24);
    for (Lane lane : picture.lanes()) {
      if (lane.hops().isEmpty()) {
        svg.diamond("maybe", 120, 20, 13);
        svg.text("f b", "middle", 120, 25, "?");
        continue;
      }
      int x = 38 + 362 * (lane.hops().getAsInt() + 1) / (last + 1);
      if (lane.fits()) {
        svg.circle("sender t", x, 20, 9);
      } else {
        svg.diamond("sender f", x, 20, 13);
      }
    }
    svg.appendTo(html, "small", 40, picture.sentence());
  }

  private void draw(Html html, String classes) {
    svg.line("wire", left, wire, right, wire);
    box(left, "you");
    routers();
    gaps();
    hosts();
    for (int i = 0; i < above.size(); i++) {
      lane(above.get(i), wire - 48 - LANE * i, i, true);
    }
    int y = wire + 62;
    int height = y;
    for (int i = 0; i < below.size(); i++) {
      boolean known = below.get(i).hops().isPresent();
      lane(below.get(i), y, i, false);
      height = y + (known ? LINE : 8);
      y += known ? LANE : LINE;
    }
    for (String note : List.of(picture.standsThere(), picture.rest())) {
      if (!note.isEmpty()) {
        svg.text("soft", "middle", (left + right) / 2, height + 8, Svg.fitted(note, svg.width()));
        height += LINE;
      }
    }
    svg.appendTo(html, classes, height, picture.sentence());
  }

  private void box(int x, String label) {
    svg.box("router", x - BOX / 2, wire - 20, BOX, 40);
    svg.text("b", "middle", x, wire + 5, label);
  }

  private void routers() {
    for (int place : places) {
      if (place == last && isHost(place)) {
        continue;
      }
      svg.circle("router", x(place), wire, ROUTER);
      svg.text("", "middle", x(place), wire + 5, Integer.toString(place));
    }
  }

  private void gaps() {
    int before = 0;
    for (int place : places) {
      if (place > before + 1) {
        int from = before == 0 ? left + BOX / 2 : x(before);
        svg.text("soft b", "middle", (from + x(place)) / 2, wire - 8, "\u2026");
      }
      before = place;
    }
  }

  private boolean isHost(int place) {
    return above.stream().anyMatch(lane -> isAt(lane, place));
  }

  private static boolean isAt(Lane lane, int place) {
    return lane.hops().isPresent() && lane.hops().getAsInt() + 1 == place;
  }

  /** The host at each of its distances, and what speaks in its name. */
  private void hosts() {
    String name = picture.claim().isEmpty() ? "the host" : picture.claim();
    boolean named = false;
    for (int place : places) {
      if (isHost(place)) {
        box(x(place), "host");
        boolean end = place == last;
        if (!named) {
          svg.text(
              "mono soft",
              end ? "end" : "middle",
              end ? right + BOX / 2 : x(place),
              wire + 36,
              Svg.fitted(name, roomForName(end)));
        }
        named = true;
      }
    }
    for (Lane lane : below) {
      suspect(lane);
    }
  }

  /** The lines of the suspects go down from the path beside the name. */
  private int roomForName(boolean end) {
    int room = svg.width() * 2 / 5;
    for (Lane lane : below) {
      if (end && lane.hops().isPresent()) {
        int x = suspectX(lane.hops().getAsInt() + 1);
        room = Math.min(room, Math.max(BOX, right + BOX / 2 - x - 8));
      }
    }
    return room;
  }

  private void suspect(Lane lane) {
    lane.unusual().forEach(candidate -> maybe(candidate.hops() + 1));
    if (lane.hops().isEmpty()) {
      return;
    }
    int place = lane.hops().getAsInt() + 1;
    int x = suspectX(place);
    svg.diamond("sender f", x, wire, SUSPECT);
    svg.text("f b", "middle", x, wire + 5, isHost(place) ? "?" : Integer.toString(place));
  }

  private int suspectX(int place) {
    return isHost(place) ? x(place) - BOX / 2 - SUSPECT : x(place);
  }

  /** Where the sender stands if its system is an unusual one. */
  private void maybe(int place) {
    svg.diamond("maybe", isHost(place) ? suspectX(place) : x(place), wire, SUSPECT);
    svg.text("soft", "middle", suspectX(place), wire + 5, isHost(place) ? "?" : "" + place);
  }

  private int x(int place) {
    int slot = places.headSet(place, true).size();
    return left + (right - left) * slot / places.size();
  }

  private void lane(Lane lane, int y, int index, boolean fits) {
    String tone = fits ? "t" : "f";
    String words = lane.words() + (lane.ports().isEmpty() ? "" : " " + lane.ports());
    if (lane.hops().isEmpty()) {
      String more = lane.unusual().isEmpty() ? ": the TTL tells no distance" : unusual(lane);
      svg.diamond("sender f", FAR + left, y - 5, 8);
      String text = "TTL " + lane.ttl() + "  " + words + more;
      svg.text(tone + " b", "start", FAR + left + 16, y, Svg.fitted(text, svg.width() - 130));
      return;
    }
    int from = fits ? x(lane.hops().getAsInt() + 1) : suspectX(lane.hops().getAsInt() + 1);
    int to = Math.max(left - 30, left + 26 - 14 * index);
    int out = fits ? -1 : 1;
    int edge = wire + 22 * out;
    int turn = y - 10 * out;
    svg.path(
        "way " + tone,
        "M"
            + from
            + " "
            + edge
            + "V"
            + turn
            + "Q"
            + from
            + " "
            + y
            + " "
            + (from - 10)
            + " "
            + y
            + "H"
            + (to + 10)
            + "Q"
            + to
            + " "
            + y
            + " "
            + to
            + " "
            + turn
            + "V"
            + (edge + 6 * out));
    svg.path("arrow " + tone, "M" + to + " " + edge + "l-6 " + 12 * out + "h12z");
    ttls(lane, y, tone);
    String text = "TTL " + lane.ttl() + " \u00b7 " + words + (fits ? "" : unusual(lane));
    String label = Svg.fitted(text, svg.width() - to - 20);
    svg.text(tone + " b", "start", to + 12, y + (fits ? -8 : 17), label);
  }

  private static String unusual(Lane lane) {
    String hops =
        lane.unusual().stream()
            .map(candidate -> Integer.toString(candidate.hops()))
            .collect(Collectors.joining(" or "));
    return hops.isEmpty() ? "" : ", or " + hops + " routers away (an old system)";
  }

  /** The TTL as it falls from router to router, down to the one that arrived. */
  private void ttls(Lane lane, int y, String tone) {
    int hops = lane.hops().orElse(0);
    for (int place : places) {
      if (place <= hops) {
        int after = lane.initial().orElse(0) - (hops - place) - 1;
        svg.text("mono tick " + tone, "middle", x(place), y + (lane.fits() ? 16 : -7), "" + after);
      }
    }
  }
}
