package io.hopwise.report.html;

import io.hopwise.report.view.Exchange;
import io.hopwise.report.view.Exchange.Party;
import io.hopwise.report.view.Exchange.Sort;
import io.hopwise.report.view.Exchange.Step;

/** A connection as a sequence of messages, with the suspect ones drawn from who sent them. */
final class SequenceDrawing {
  private static final int WIDTH = 440;
  private static final int TOP = 44;
  private static final int STEP = 34;

  private SequenceDrawing() {}

  static void append(Exchange exchange, Html html) {
    Svg svg = new Svg(WIDTH);
    int height = TOP + STEP * exchange.steps().size() + 16;
    life(
        svg,
        Party.RECEIVER,
        (exchange.here() ? "you " : "receiver ") + exchange.receiverPort(),
        height,
        "");
    life(svg, Party.DEVICE, exchange.sender(), height, " f");
    life(svg, Party.HOST, "host " + exchange.hostPort(), height, "");
    svg.text("soft", "middle", x(Party.DEVICE), 32, exchange.device());
    svg.text("soft mono", "start", 4, 32, Svg.fitted(exchange.receiver(), 150));
    svg.text("soft mono", "end", WIDTH - 4, 32, Svg.fitted(exchange.host(), 150));
    int y = TOP + 26;
    for (Step step : exchange.steps()) {
      step(svg, step, y);
      y += STEP;
    }
    svg.appendTo(html, "half", height, exchange.sentence());
  }

  private static void life(Svg svg, Party party, String label, int height, String tone) {
    boolean first = party == Party.RECEIVER;
    String anchor = first ? "start" : party == Party.HOST ? "end" : "middle";
    int x = first ? 4 : party == Party.HOST ? WIDTH - 4 : x(party);
    svg.text("b" + tone, anchor, x, 15, Svg.fitted(label, 150));
    svg.line("life" + tone, x(party), TOP, x(party), height - 4);
  }

  private static int x(Party party) {
    return switch (party) {
      case RECEIVER -> 46;
      case DEVICE -> WIDTH / 2;
      case HOST -> WIDTH - 46;
    };
  }

  private static void step(Svg svg, Step step, int y) {
    if (step.sort() == Sort.GAP) {
      svg.text("soft", "middle", (x(Party.RECEIVER) + x(Party.DEVICE)) / 2, y + 4, step.label());
      return;
    }
    String tone = step.sort() == Sort.SUSPECT ? "f" : step.sort() == Sort.UNSEEN ? "unseen" : "t";
    int direction = x(step.to()) > x(step.from()) ? 1 : -1;
    int from = x(step.from()) + 2 * direction;
    int to = x(step.to()) - 2 * direction;
    svg.path("way " + tone, "M" + from + " " + y + "L" + (to - 8 * direction) + " " + (y + 6));
    if (step.sort() == Sort.SUSPECT) {
      svg.diamond("point f", from, y, 7);
    }
    if (step.sort() != Sort.UNSEEN) {
      svg.tip("arrow " + tone, to, y + 6, direction);
    }
    String words = step.sort() == Sort.UNSEEN ? "soft" : step.sort() == Sort.SUSPECT ? "f b" : "";
    boolean across = Math.abs(to - from) > WIDTH / 2;
    int middle = across ? (x(Party.DEVICE) + x(Party.HOST)) / 2 : (from + to) / 2;
    svg.text(words, "middle", middle, y - 4, step.label());
  }
}
