package io.hopwise.analysis.rules;

import io.hopwise.analysis.Capture;
import io.hopwise.analysis.Connection;
import io.hopwise.analysis.Draft;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Flow;
import io.hopwise.analysis.Settings;

/** Remarks that a browser may have been told to use HTTPS. */
final class HttpsOnly extends NamedRule {
  static final String ID = "https-only";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  HttpsOnly() {
    super(
        ID,
        "port 80 was asked about and is silent, while a client opens port 443: perhaps HSTS",
        """
        Port 80 was asked about, with --port or on the command line found in the text, and no \
        packet went from or to it, while a client opens port 443. Browsers that were once told to \
        use HTTPS only (HSTS) do not try port 80 at all: where a SYN to it was seen, that is not \
        the reason. A remark.""");
  }

  @Override
  public Run start(Settings settings) {
    return new Run() {
      @Override
      public void capture(Capture capture, Findings out) {
        judge(capture, out);
      }

      @Override
      public void conclude(Draft draft, Capture capture) {
        Absence.qualify(draft, capture);
        draft.says(
            "Port 80 is silent, but "
                + SynUnanswered.some(draft.names("clients"))
                + " opens port 443 ("
                + ResetWords.lines(draft)
                + "): the browser may have been told to use HTTPS only (HSTS). Test port 80 with"
                + " a tool that is no browser.");
      }
    };
  }

  private static void judge(Capture capture, Findings out) {
    if (!capture.portsAsked().contains(HTTP) || capture.sawPort(HTTP)) {
      return;
    }
    for (Connection connection : capture.connections()) {
      for (Flow flow : connection.flows()) {
        if (flow.pureSyns() > 0 && flow.reverse().portNumber() == HTTPS) {
          Draft draft = out.about("").name("clients", flow.source().host());
          flow.syns().forEach(draft::packet);
        }
      }
    }
  }
}
