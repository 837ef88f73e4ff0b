package io.hopwise.analysis.rules.reach;

import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Vantage;
import java.util.stream.Collectors;

/** Reports captures in which nothing arrived. */
public final class NothingCaptured extends NamedRule {
  static final String ID = "nothing-captured";

  public NothingCaptured() {
    super(
        ID,
        "nothing was captured, or nothing for the port asked about",
        """
        tcpdump itself counts 0 packets captured, or no packet went from or to the port that was \
        asked about, with --port or by the filter of a command line found in the text: one that \
        lets nothing else through. Works without TTLs. \
        Taken at the server it means that something upstream filters, taken at the client that \
        the client did not send.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void capture(ObservedCapture capture, Findings out) {
        if (capture.counts().emptyRuns() > 0) {
          report(out.about("run"), capture, "tcpdump captured 0 packets");
          held(out.about("run"), capture);
        }
        boolean read = capture.counts().packets() > 0 || capture.counts().emptyRuns() == 0;
        if (read && (capture.counts().packets() > 0 || settings.port().isPresent())) {
          capture.alternativesAsked().forEach(ports -> look(ports, capture, out));
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        Absence.qualify(draft, capture);
      }
    };
  }

  private static void look(ImmutableSet<Integer> ports, ObservedCapture capture, Findings out) {
    if (ports.stream().noneMatch(capture::sawPort)) {
      String names = ports.stream().map(String::valueOf).collect(Collectors.joining(" or "));
      report(out.about("port " + names), capture, "No packet went from or to port " + names);
    }
  }

  private static void held(FindingBuilder draft, ObservedCapture capture) {
    if (capture.counts().receivedByFilter() > 0) {
      draft.innocentExplanation(
          "packets had arrived but were not printed yet when tcpdump was ended");
    }
  }

  private static void report(FindingBuilder draft, ObservedCapture capture, String what) {
    draft.diagnosis().confidence(Grade.MEDIUM);
    draft.innocentExplanation("nobody tried while the capture ran");
    draft.innocentExplanation(
        "the capture ran on another interface, or its filter leaves the traffic out");
    draft.says(what + ". " + advice(capture.settings().vantage()));
  }

  private static String advice(Vantage vantage) {
    String server =
        "the traffic does not reach the server: something on the way filters it, such as the"
            + " provider's packet filter in front of the machine";
    String client = "the client did not send anything: look at its own settings and packet filter";
    return switch (vantage) {
      case SERVER -> "Taken at the server: " + server + ".";
      case CLIENT -> "Taken at the client: " + client + ".";
      default ->
          "If the capture was taken at the server, "
              + server
              + "; if at the client, "
              + client
              + ".";
    };
  }
}
