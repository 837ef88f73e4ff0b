package io.hopwise.analysis.rules.path;

import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.IcmpError;
import io.hopwise.analysis.traffic.Source;
import java.util.OptionalInt;

/** Remarks on what ICMP errors tell about the path there and back. */
public final class IcmpErrorPath extends NamedRule {
  static final String ID = "icmp-error-path";

  public IcmpErrorPath() {
    super(
        ID,
        "an ICMP error tells the distance there and back, or that a NAT owns the address",
        """
        An ICMP error's own TTL gives the distance of the device that sent it, never that of the \
        host it is about. The TTL of the packet it quotes gives the distance on the way there. Both \
        are told where they differ by more than the device itself. An error from the probed address itself that comes from another distance than the host's \
        other packets means that a NAT or a device in front owns the address. A remark.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void source(Source source, Findings out) {
        if (source.sentErrors().count() > 0 && !source.isSeenTwice()) {
          judge(source, out);
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        IcmpErrorPath.conclude(draft);
      }
    };
  }

  private static void judge(Source source, Findings out) {
    for (int ttl : source.sentErrors().aboutItself().ttls()) {
      boolean comparable = !source.levels().isEmpty() && HopSet.of(ttl).isPlausible();
      if (comparable && !source.levels().has(ttl) && !source.levels().overlaps(ttl)) {
        FindingBuilder draft = out.about(source.cause()).claim(source.host()).tally("nat", 1);
        source.sentErrors().first().stream()
            .filter(note -> note.isTo(source.host()))
            .filter(note -> note.error().ttl().equals(OptionalInt.of(ttl)))
            .forEach(note -> draft.packet(note.error()));
        draft.baseline(Scope.SOURCE, source.host(), source.levels().toLevels());
      }
    }
    source.sentErrors().first().stream()
        .filter(note -> !note.isTimeExceeded())
        .forEach(note -> there(source, note, out));
  }

  private static void there(Source source, IcmpError note, Findings out) {
    OptionalInt quoted = note.quotedTtl();
    if (quoted.isEmpty() || quoted.getAsInt() < 2) {
      return;
    }
    OptionalInt back = HopSet.of(note.error().ttl().orElse(0)).hops();
    HopSet there = HopSet.of(quoted.getAsInt());
    boolean known = there.isPlausible() && back.isPresent();
    // Some devices quote the packet with the TTL as it arrived, others after taking one off.
    if (known && Math.abs(there.hops().getAsInt() - back.getAsInt()) > 1) {
      out.about(source.cause())
          .claim(source.host())
          .packet(note.error())
          .name("there", "" + there.hops().getAsInt());
    }
  }

  private static void conclude(FindingBuilder draft) {
    boolean one = draft.count() == 1;
    String says = ResetSentences.arrived(draft, one ? "ICMP error" : "ICMP errors");
    if (!draft.names("there").isEmpty()) {
      says +=
          (one ? " The packet it is about had passed " : " The packets they are about had passed ")
              + String.join(" or ", draft.names("there"))
              + (draft.names("there").equals(ImmutableSet.of("1")) ? " router" : " routers")
              + " on the way there, another number than on the way back.";
    }
    if (draft.tally("nat") > 0) {
      says +=
          " "
              + ResetSentences.baseline(draft)
              + " The error is about "
              + draft.claim()
              + " itself: a NAT or another device in front of the host owns that address.";
    }
    draft.says(says);
  }
}
