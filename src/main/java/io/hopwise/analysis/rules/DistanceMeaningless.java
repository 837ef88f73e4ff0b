package io.hopwise.analysis.rules;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.ObservedCapture;

/** Takes the distance out of a finding whose packets carry TTLs that their sender made up. */
final class DistanceMeaningless extends NamedRule {
  static final String ID = "distance-meaningless";

  /** The tally of suspects that carry the TTL of the packet they answer. */
  static final String COPIES = "copies-probe";

  DistanceMeaningless() {
    super(
        ID,
        "the suspects carry several TTLs, or copy that of what they answer: foreign, distance"
            + " unknown",
        """
        Some devices do not start at a common initial TTL but copy the TTL of the packet they \
        answer, or make one up. When the suspects of one source carry more than two TTLs, or that \
        of their probe, the finding stands and the distance is taken out of it.""");
  }

  @Override
  public Run start(Settings settings) {
    return new Run() {
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
    boolean copies = draft.tally(COPIES) * 2 > draft.count();
    if (several || copies) {
      draft.distanceUnknown();
      draft.name(ID, several ? "several" : "copied");
    }
  }
}
