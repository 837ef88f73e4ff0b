package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.IcmpError;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.packet.IcmpMessage;
import java.util.Optional;

/** Reports connections that a device rejected with an ICMP error, and names the device. */
public final class SynRejectedByIcmp extends NamedRule {
  static final String ID = "syn-rejected-by-icmp";
  private static final String HOST_ALONE = "host-alone";

  public SynRejectedByIcmp() {
    super(
        ID,
        "a SYN was rejected with an ICMP error: the device names itself",
        """
        An ICMP unreachable quotes the SYN of a connection that nobody accepted. The device is \
        named by its address, its distance is that of the error, and the code says why: \
        administratively prohibited is a firewall's rule, port unreachable the reject target of a \
        packet filter, host and net unreachable a router without a way. It contradicts nobody, so \
        the grade is INFO. Printed without -v, the error quotes nothing: then the port it names \
        tells the SYN, or the host alone, with less confidence.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public Interest interest() {
        return Interest.ODD;
      }

      @Override
      public void connection(Connection connection, Findings out) {
        Optional<Flow> asking = ConnectionAttempt.asking(connection);
        if (asking.isEmpty() || asking.get().reverse().packets() > 0) {
          return;
        }
        out.capture().errorsAbout(asking.get()).stream()
            .filter(IcmpError::isUnreachable)
            .forEach(note -> report(asking.get(), note, out));
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        SynRejectedByIcmp.conclude(draft);
      }
    };
  }

  private static void conclude(FindingBuilder draft) {
    boolean guessed = draft.tally(HOST_ALONE) > 0;
    if (guessed) {
      draft.innocentExplanation("the error is about another packet to the host: it names no port");
    }
    String from =
        draft.observed().isEmpty()
            ? "ICMP error from " + draft.claim() + " (" + ResetSentences.lines(draft) + ")."
            : ResetSentences.arrived(draft, "ICMP error");
    draft.says(
        (guessed && draft.names("servers").size() > 1 ? "SYN to one of " : "SYN to ")
            + String.join(", ", draft.names("servers"))
            + (guessed ? " seems to have been rejected. " : " was rejected. ")
            + from
            + (draft.count() == 1 ? " It says: " : " They say: ")
            + String.join("; ", draft.names("meaning"))
            + ". "
            + (draft.names("servers").stream().anyMatch(s -> s.startsWith(draft.claim() + " "))
                ? "The host itself rejected it: look at its packet filter."
                : "Ask who runs " + draft.claim() + "."));
  }

  private static void report(Flow asking, IcmpError note, Findings out) {
    Source device = note.error().flow().source();
    Flow server = asking.reverse();
    boolean guessed = note.namesHostAlone();
    out.report(note.error());
    out.about(guessed ? device.cause() + " " + HOST_ALONE : device.cause())
        .claim(device.host())
        .diagnosis()
        .confidence(guessed ? Grade.MEDIUM : Grade.HIGH)
        .tally(HOST_ALONE, guessed ? 1 : 0)
        .packet(note.error())
        .name(
            "servers",
            server.source().host() + server.port().map(port -> " port " + port).orElse(""))
        .asking(server.source().host(), server.port())
        .name("meaning", meaning(note));
  }

  /** Which device answered last on the way to a silent host, as a sentence, or nothing. */
  static String lastRouter(String target, ObservedCapture capture) {
    String last = "";
    int most = -1;
    for (Source source : capture.errorSources()) {
      for (IcmpError note : source.sentErrors().first()) {
        int hops =
            note.error().ttl().stream()
                .mapToObj(HopSet::of)
                .flatMapToInt(set -> set.hops().stream())
                .findFirst()
                .orElse(-1);
        boolean itself = source.address().equals(target);
        if (note.isTo(target) && !itself && hops > most) {
          most = hops;
          last = source.host();
        }
      }
    }
    return last.isEmpty() ? "" : " The last router that did answer is " + last + ".";
  }

  static String meaning(IcmpError note) {
    int code = note.code().orElse(-1);
    String why = note.family() == IcmpMessage.Family.ICMP ? meaning4(code) : meaning6(code);
    return why.isEmpty() ? note.text() : why;
  }

  private static String meaning4(int code) {
    return switch (code) {
      case 0 -> "net unreachable, a router has no way there";
      case 1 -> "host unreachable, the last router cannot reach the host";
      case 2 -> "protocol unreachable, the host does not speak TCP";
      case 3 -> "port unreachable, a packet filter rejects with its standard answer";
      case 9, 10, 13 -> "administratively prohibited, a firewall's rule forbids it";
      default -> "";
    };
  }

  private static String meaning6(int code) {
    return switch (code) {
      case 0 -> "no route, a router has no way there";
      case 1 -> "administratively prohibited, a firewall's rule forbids it";
      case 3 -> "address unreachable, the last router cannot reach the host";
      case 4 -> "port unreachable, a packet filter rejects with its standard answer";
      case 5, 6 -> "rejected by a routing or source address policy";
      default -> "";
    };
  }
}
