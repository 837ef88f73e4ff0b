package io.hopwise.report.html;

/** A drawing in the making. Its size is given when it is finished. */
final class Svg {
  private final Html body = new Html();
  private final int width;

  Svg(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  /** A text. */
  void text(String classes, String anchor, int x, int y, String text) {
    body.markup("<text");
    attribute("class", classes);
    if (!anchor.equals("start")) {
      attribute("text-anchor", anchor);
    }
    place("x", x);
    place("y", y);
    body.markup(">").text(text).markup("</text>");
  }

  /** A straight line. */
  void line(String classes, int x1, int y1, int x2, int y2) {
    body.markup("<line");
    attribute("class", classes);
    place("x1", x1);
    place("y1", y1);
    place("x2", x2);
    place("y2", y2);
    body.markup("/>");
  }

  void path(String classes, String data) {
    body.markup("<path");
    attribute("class", classes);
    attribute("d", data);
    body.markup("/>");
  }

  void circle(String classes, int x, int y, int radius) {
    body.markup("<circle");
    attribute("class", classes);
    place("cx", x);
    place("cy", y);
    place("r", radius);
    body.markup("/>");
  }

  /** A square that stands on a corner. */
  void diamond(String classes, int x, int y, int radius) {
    String edge = radius + " " + radius;
    String data = "M" + x + " " + (y - radius) + "l" + edge + " -" + edge + " -" + radius;
    path(classes, data + " -" + radius + "z");
  }

  /** A box with round corners. */
  void box(String classes, int x, int y, int boxWidth, int height) {
    body.markup("<rect");
    attribute("class", classes);
    place("x", x);
    place("y", y);
    place("width", boxWidth);
    place("height", height);
    body.markup(" rx=\"9\"/>");
  }

  /** The head of an arrow whose tip is here: direction 1 to the right, -1 to the left. */
  void tip(String classes, int x, int y, int direction) {
    path(classes, "M" + x + " " + y + "l" + -12 * direction + " -6v12z");
  }

  private void attribute(String name, String value) {
    body.markup(" " + name + "=\"" + value + "\"");
  }

  private void place(String name, int value) {
    body.markup(" " + name + "=\"" + value + "\"");
  }

  /** Appends the drawing to a document. */
  void appendTo(Html html, String classes, int height, String sentence) {
    html.markup("<svg class=\"" + classes + "\" viewBox=\"0 0 " + width + " " + height)
        .markup("\" role=\"img\" aria-label=\"")
        .text(sentence)
        .markup("\">")
        .markup(body.toString())
        .markup("</svg>");
  }

  /** About how wide a text is. */
  static int widthOf(String text) {
    return 8 * text.length();
  }

  /** A text cut to about this width. */
  static String fitted(String text, int room) {
    int most = Math.max(4, room / 8);
    return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
  }
}
