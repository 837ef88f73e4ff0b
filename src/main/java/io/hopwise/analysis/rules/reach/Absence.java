package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.text.English;

/** The caveat that a rule adds when it concludes from packets that are missing. */
public final class Absence {
  private Absence() {}

  /** If packets were left unjudged, adds that the missing ones may be among them. */
  static void qualify(FindingBuilder draft, ObservedCapture capture) {
    if (capture.counts().ambiguous() > 0) {
      draft.innocentExplanation(
          "what is missing is among "
              + English.count(capture.counts().ambiguous(), "packet", "packets")
              + " not judged because payload text may be meant");
    }
  }
}
