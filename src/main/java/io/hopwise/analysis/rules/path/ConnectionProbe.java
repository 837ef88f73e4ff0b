package io.hopwise.analysis.rules.path;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.capture.Prober;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.text.English;
import java.util.OptionalInt;

/** Remarks on devices that ask in the names of hosts whether their connections live. */
public final class ConnectionProbe extends NamedRule {
  static final String ID = "connection-probe";
  private static final String HOSTS = "hosts";
  private static final String WINDOW = "window";
  private static final String TTL = "ttl";

  public ConnectionProbe() {
    super(
        ID,
        "a device asks in the names of several hosts whether their connections live",
        """
        ACKs without data, all with one TTL and one window, came in the names of at least three \
        addresses, each of which is at least two routers off that distance itself: a device on \
        the way, such as a firewall or NAT that cleans up its table, asks whether connections \
        live. Such ACKs are no baseline for what those hosts send. A remark. \
        Of 1,991 texts measured it speaks in one.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void capture(ObservedCapture capture, Findings out) {
        for (Prober prober : capture.probers()) {
          FindingBuilder draft = out.about("TTL " + prober.ttl() + " window " + prober.window());
          draft.name(TTL, "" + prober.ttl()).name(WINDOW, "" + prober.window());
          prober.hosts().forEach(host -> draft.name(HOSTS, host));
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        int ttl = Integer.parseInt(draft.names(TTL).first());
        OptionalInt hops = HopSet.of(ttl).hops();
        draft.says(
            "ACKs with TTL "
                + ttl
                + " and window "
                + draft.names(WINDOW).first()
                + " came in the names of "
                + ResetSentences.some(draft.names(HOSTS))
                + ", which are elsewhere themselves: a device "
                + (hops.isPresent() ? "behind " + English.routers(hops.getAsInt()) : "on the way")
                + " asks whether their connections live, as firewalls and NATs do that clean up"
                + " their tables. Nothing those hosts send is compared with these.");
      }
    };
  }
}
