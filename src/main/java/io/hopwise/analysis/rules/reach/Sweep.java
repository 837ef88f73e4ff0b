package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.facts.DistinctValues;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Port;
import io.hopwise.text.English;
import java.util.Optional;

/** Many hosts that the same ones asked in vain: told one by one they would hide all else. */
final class Sweep {
  /** How many hosts are many. */
  static final int MANY = 8;

  private static final String SEVERAL = "several hosts";

  private Sweep() {}

  /**
   * What a finding about a silent host has in common with others: who asked.
   *
   * @param clients under which name the draft keeps who asked
   * @return empty where another port was asked about than this one, or a host that is not the one
   *     that asked in vain
   */
  static Optional<String> cause(FindingBuilder draft, String clients, Settings settings) {
    boolean otherHost =
        settings.host().isPresent()
            && !draft.facts().senders().values().contains(settings.host().get());
    boolean otherPort = settings.port().isPresent() && !isOf(draft, settings.port().getAsInt());
    return otherHost || otherPort || draft.names(clients).isEmpty()
        ? Optional.empty()
        : Optional.of("asked by " + English.and(draft.names(clients).asList()));
  }

  private static boolean isOf(FindingBuilder draft, int asked) {
    return draft.facts().receiverPorts().values().stream().anyMatch((Port port) -> port.is(asked));
  }

  /** Who was asked, in words; a finding about several hosts claims to be about no single one. */
  static String asked(FindingBuilder draft) {
    DistinctValues<String> hosts = draft.facts().receivers();
    if (hosts.isOne()) {
      return draft.claim();
    }
    draft.claim(SEVERAL);
    return ResetSentences.some(hosts);
  }
}
