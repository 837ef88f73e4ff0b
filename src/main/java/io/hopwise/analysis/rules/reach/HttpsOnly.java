package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.packet.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remarks that a browser may have been told to use HTTPS. */
public final class HttpsOnly extends NamedRule {
  static final String ID = "https-only";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final String CLIENTS = "clients";
  private static final String SERVERS = "servers";

  public HttpsOnly() {
    super(
        ID,
        "port 80 is silent while the same client opens port 443: perhaps HTTPS only",
        """
        Port 80 was asked about, with --port or on the command line found in the text, and no \
        packet went from or to it, while a client opens port 443: browsers that were once told to \
        use HTTPS only (HSTS) do not try port 80 at all. Or a client's SYNs to port 80 of a server \
        all stay without an answer, and the same client opens port 443 of that server. It takes a \
        SYN-ACK from port 443: of 19 public captures in which SYNs to both ports were taken for \
        enough, none was so. A remark.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void capture(ObservedCapture capture, Findings out) {
        judge(capture, out);
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        Absence.qualify(draft, capture);
        draft.says(draft.names(SERVERS).isEmpty() ? nobodyTried(draft) : nobodyAnswered(draft));
      }
    };
  }

  private static String nobodyTried(FindingBuilder draft) {
    return "Port 80 is silent, but "
        + ResetSentences.some(draft.names(CLIENTS))
        + " opens port 443 ("
        + ResetSentences.lines(draft)
        + "): the browser may have been told to use HTTPS only (HSTS). Test port 80 with a tool"
        + " that is no browser.";
  }

  private static String nobodyAnswered(FindingBuilder draft) {
    return "Port 80 of "
        + ResetSentences.some(draft.names(SERVERS))
        + " is silent, but "
        + ResetSentences.some(draft.names(CLIENTS))
        + " opens its port 443 ("
        + ResetSentences.lines(draft)
        + "): it may be meant to be reached with HTTPS only. A browser that was told so once"
        + " (HSTS) does not even try port 80.";
  }

  private static void judge(ObservedCapture capture, Findings out) {
    if (capture.portsAsked().contains(HTTP) && !capture.sawPort(HTTP)) {
      opened(capture).forEach(flow -> report(flow, out.about("")));
      return;
    }
    Set<String> unanswered = new HashSet<>();
    Set<String> answered = new HashSet<>();
    for (Flow flow : flows(capture, HTTP)) {
      boolean silent = flow.reverse().packets() == 0 && capture.errorsAbout(flow).isEmpty();
      (silent ? unanswered : answered).add(ends(flow));
    }
    unanswered.removeAll(answered);
    if (unanswered.isEmpty()) {
      return;
    }
    for (Flow flow : opened(capture)) {
      if (unanswered.contains(ends(flow))) {
        String server = flow.reverse().source().host();
        report(flow, out.about(server).name(SERVERS, server));
      }
    }
  }

  /** The flows that asked for a connection to port 443 and were accepted. */
  private static List<Flow> opened(ObservedCapture capture) {
    return flows(capture, HTTPS).stream().filter(flow -> flow.reverse().accepted()).toList();
  }

  /** The flows that ask for a connection to a port. */
  private static List<Flow> flows(ObservedCapture capture, int port) {
    List<Flow> asking = new ArrayList<>();
    for (Connection connection : capture.connections()) {
      for (Flow flow : connection.flows()) {
        if (flow.pureSyns() > 0 && flow.reverse().port().orElse(Port.NOT_PRINTED).is(port)) {
          asking.add(flow);
        }
      }
    }
    return asking;
  }

  private static String ends(Flow flow) {
    return flow.source().host() + " " + flow.reverse().source().host();
  }

  private static void report(Flow flow, FindingBuilder draft) {
    draft.name(CLIENTS, flow.source().host());
    flow.syns().forEach(draft::packet);
  }
}
