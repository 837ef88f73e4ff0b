package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.text.English;

/** What is to be said where a rule concludes from packets that are missing. */
public final class Absence {
  private Absence() {}

  /** Says that what is missing may be among the packets that were not judged, if there are any. */
  static void qualify(FindingBuilder draft, ObservedCapture capture) {
    if (capture.counts().ambiguous() > 0) {
      draft.innocentExplanation(
          "what is missing is among "
              + English.count(capture.counts().ambiguous(), "packet", "packets")
              + " not judged because payload text may be meant");
    }
  }
}
