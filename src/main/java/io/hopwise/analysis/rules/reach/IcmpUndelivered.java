package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.IcmpError;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;

/** Reports ICMP errors about packets that a device did not deliver. */
public final class IcmpUndelivered extends NamedRule {
  static final String ID = "icmp-undelivered";
  private static final String SAID = "said";
  private static final int ICMP = 1;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP6 = 58;

  public IcmpUndelivered() {
    super(
        ID,
        "a device says with ICMP errors that it does not deliver packets, and why",
        """
        ICMP errors about any packet: too big for the next link, with its MTU; no route; \
        administratively prohibited; a port that nobody listens on. The device is named by its \
        address and its distance, and what it says is told once with how often it said it. SYNs \
        whose connection was captured are left to syn-rejected-by-icmp, and a TTL that ran out, \
        which is what traceroute asks for, is left out. The grade is INFO, as it contradicts \
        nobody. \
        Of 1,991 texts measured it speaks in 131.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void source(Source source, Findings out) {
        for (IcmpError.Group errors : source.sentErrors().kinds()) {
          judge(source, errors, out);
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        String word = draft.count() == 1 ? "ICMP error" : "ICMP errors";
        String from =
            draft.observed().isEmpty()
                ? word + " from " + draft.claim() + " (" + ResetSentences.lines(draft) + ")."
                : ResetSentences.arrived(draft, word);
        draft.says(
            from
                + (draft.count() == 1 ? " It says" : " They say")
                + " of packets to "
                + String.join("; of packets to ", draft.names(SAID))
                + ".");
      }
    };
  }

  private static void judge(Source source, IcmpError.Group errors, Findings out) {
    IcmpError note = errors.first();
    ObservedPacket packet = note.error();
    boolean told = out.isReported(packet) || note.isTimeExceeded();
    if (told || !(note.isUnreachable() || note.isTooBig()) || note.quotedTarget().isEmpty()) {
      return;
    }
    out.about(source.cause())
        .claim(source.host())
        .diagnosis()
        .confidence(Grade.HIGH)
        .name(SAID, note.quotedTarget().get() + what(note) + ": " + why(source, note))
        .asking(note.quotedTarget().get(), note.targetPort())
        .packet(packet)
        .more(packet.ttl().orElse(-1), packet.kind(), errors.count() - 1);
  }

  private static String what(IcmpError note) {
    String port = note.targetPort().map(p -> " port " + p).orElse("");
    return switch (note.protocol().orElse(-1)) {
      case ICMP, ICMP6 -> " (pings)";
      case TCP -> " (TCP" + port + ")";
      case UDP -> " (UDP" + port + ")";
      default -> "";
    };
  }

  private static String why(Source source, IcmpError note) {
    if (note.isTooBig()) {
      return note.mtu().isPresent()
          ? "too big, the next link carries " + note.mtu().getAsLong() + " bytes (its MTU)"
          : "too big for the next link";
    }
    boolean itself = note.isTo(source.host());
    if (note.protocol().orElse(-1) == UDP && note.isPortUnreachable()) {
      return itself
          ? "port unreachable, nothing listens there"
          : "port unreachable, a packet filter rejects with its standard answer";
    }
    return SynRejectedByIcmp.meaning(note);
  }
}
