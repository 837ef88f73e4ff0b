package io.hopwise.analysis.rules.sender;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;

/** Takes the distance out of a finding whose packets carry TTLs that their sender made up. */
public final class DistanceMeaningless extends NamedRule {
  static final String ID = "distance-meaningless";

  /** The tally of suspects that carry the TTL of the packet they answer. */
  static final String COPIES = "copies-probe";

  public DistanceMeaningless() {
    super(
        ID,
        "the suspects carry several TTLs, or copy that of what they answer: foreign, distance"
            + " unknown",
        """
        Some devices do not start at a common initial TTL but copy the TTL of the packet they \
        answer, or make one up. When the suspects of one source carry more than two TTLs, or two \
        that are those of their probes, the finding stands and the distance is taken out of it. \
        One TTL that is the probe's, too, may be chance, mostly where the capture was taken mid-way: \
        the distance stays, and that it may be copied is said.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void review(FindingBuilder draft, ObservedCapture capture) {
        if (draft.rule().equals(ForgedReset.ID)) {
          DistanceMeaningless.review(draft);
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {}
    };
  }

  private static void review(FindingBuilder draft) {
    boolean several = draft.observed().size() > 2;
    boolean alike = draft.tally(COPIES) * 2 > draft.count();
    boolean copies = alike && draft.names(COPIES).size() >= 2;
    if (several || copies) {
      draft.distanceUnknown();
      draft.name(ID, several ? "several" : "copied");
    } else if (alike) {
      draft.innocentExplanation("the device copied the TTL of what it answers, and is elsewhere");
      draft.name(ResetSentences.OR_COPIED, draft.claim());
    }
  }
}
