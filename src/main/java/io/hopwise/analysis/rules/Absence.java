package io.hopwise.analysis.rules;

import io.hopwise.analysis.Capture;
import io.hopwise.analysis.Draft;
import io.hopwise.analysis.Words;

/** What is to be said where a rule concludes from packets that are missing. */
final class Absence {
  private Absence() {}

  /** Says that what is missing may be among the packets that were not judged, if there are any. */
  static void qualify(Draft draft, Capture capture) {
    if (capture.ambiguous() > 0) {
      draft.innocent(
          "what is missing is among "
              + Words.count(capture.ambiguous(), "packet", "packets")
              + " not judged because payload text may be meant");
    }
  }
}
