package io.hopwise.analysis.rules;

import io.hopwise.analysis.Capture;
import io.hopwise.analysis.Draft;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.HopSet;
import io.hopwise.analysis.IcmpNote;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.Settings;
import io.hopwise.analysis.Source;
import io.hopwise.analysis.Words;
import java.util.OptionalInt;

/** Remarks on what ICMP errors tell about the path there and back. */
final class IcmpErrorPath extends NamedRule {
  static final String ID = "icmp-error-path";

  IcmpErrorPath() {
    super(
        ID,
        "an ICMP error tells the distance there and back, or that a NAT owns the address",
        """
        An ICMP error's own TTL gives the distance of the device that sent it, never that of the \
        host it is about. The TTL of the packet it quotes gives the distance on the way there. An \
        error from the probed address itself that comes from another distance than the host's \
        other packets means that a NAT or a device in front owns the address. A remark.""");
  }

  @Override
  public Run start(Settings settings) {
    return new Run() {
      @Override
      public void source(Source source, Findings out) {
        if (source.errorCount() > 0 && !out.capture().isTakenOnBothSidesOfRouter()) {
          judge(source, out);
        }
      }

      @Override
      public void conclude(Draft draft, Capture capture) {
        IcmpErrorPath.conclude(draft);
      }
    };
  }

  private static void judge(Source source, Findings out) {
    for (int ttl : source.errorsAboutItself().ttls()) {
      boolean comparable = !source.levels().isEmpty() && HopSet.of(ttl).isPlausible();
      if (comparable && !source.levels().has(ttl) && !source.levels().meets(ttl)) {
        Draft draft = out.about(source.host()).claim(source.host()).tally("nat", 1);
        source.errors().stream()
            .filter(note -> note.quotedTarget().equals(source.host()))
            .filter(note -> note.error().ttl().equals(OptionalInt.of(ttl)))
            .forEach(note -> draft.packet(note.error()));
        draft.baseline(Scope.SOURCE, source.host(), source.levels().told());
      }
    }
    source.errors().stream()
        .filter(note -> !note.isTimeExceeded())
        .forEach(note -> there(source, note, out));
  }

  private static void there(Source source, IcmpNote note, Findings out) {
    OptionalInt quoted = note.quotedTtl();
    if (quoted.isEmpty() || quoted.getAsInt() < 2) {
      return;
    }
    HopSet.of(quoted.getAsInt())
        .hops()
        .ifPresent(
            hops ->
                out.about(source.host())
                    .claim(source.host())
                    .packet(note.error())
                    .name("there", Words.routers(hops)));
  }

  private static void conclude(Draft draft) {
    String says = ResetWords.arrived(draft, "ICMP error");
    if (!draft.names("there").isEmpty()) {
      says +=
          " The packet it is about had passed "
              + String.join(" or ", draft.names("there"))
              + " on the way there.";
    }
    if (draft.tally("nat") > 0) {
      says +=
          " "
              + ResetWords.baseline(draft)
              + " The error is about "
              + draft.claim()
              + " itself: a NAT or another device in front of the host owns that address.";
    }
    draft.says(says);
  }
}
