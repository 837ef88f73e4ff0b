package io.hopwise.analysis.rules.reach;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.FilterLog;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.text.English;

/** Reports packets that a packet filter says it blocked. */
public final class FilterBlocked extends NamedRule {
  static final String ID = "filter-blocked";
  private static final String SENDERS = "senders";
  private static final String RULES = "rules";
  private static final String PORTS = "ports";
  private static final String PACKETS = "packets";

  public FilterBlocked() {
    super(
        ID,
        "a packet filter says in its log that it blocked packets",
        """
        tcpdump printed a packet filter's log (pflog0 of the BSDs), and it says block: the rule is \
        the answer. The grade is INFO, as it contradicts nobody. Of packets that the log says were \
        passed nothing is said: it has the first packets of connections alone. \
        Of 1,991 texts measured it speaks in none.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new FlowRun() {
      @Override
      public void flow(Flow flow, Findings out) {
        flow.log().filter(log -> log.blocked() > 0).ifPresent(log -> report(flow, log, out));
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        draft.says(
            "The packet filter itself blocked "
                + English.count(draft.tally(PACKETS), "packet", "packets")
                + " from "
                + ResetSentences.some(draft.names(SENDERS))
                + " to "
                + draft.claim()
                + (draft.names(PORTS).isEmpty()
                    ? ""
                    : " port " + ResetSentences.some(draft.names(PORTS)))
                + ": "
                + English.and(draft.names(RULES).asList())
                + " is the answer. Look at it (pfctl -vvs rules).");
      }
    };
  }

  private static void report(Flow flow, FilterLog log, Findings out) {
    Flow blocked = flow.reverse();
    FindingBuilder draft = out.about(blocked.source().cause()).claim(blocked.source().host());
    draft
        .diagnosis()
        .confidence(Grade.HIGH)
        .tally(PACKETS, log.blocked())
        .name(SENDERS, flow.source().address())
        .name(RULES, log.rule().orElse(""));
    blocked.port().ifPresent(port -> draft.name(PORTS, port.toString()));
    log.firstBlocked().ifPresent(ref -> draft.packets(ImmutableList.of(ref)));
  }
}
