package io.hopwise.connections;

import java.util.Optional;

/**
 * What became of a connection between two places that it was captured at.
 *
 * @param near what was seen at the place nearer to the client
 * @param far what was seen at the other one; empty where it was not seen there
 * @param farCapture which capture of the text that is, 1 for the first
 * @param fate what the two tell together
 * @since 0.1
 */
public record PlaceMatch(
    ConnectionSummary near, Optional<ConnectionSummary> far, int farCapture, Fate fate) {
  /** What two places tell together. */
  public enum Fate {
    /** It went well, or ended alike, at both. */
    SEEN_AT_BOTH("seen-at-both"),
    /** It was seen at the near place, and did not reach the far one. */
    LOST_BETWEEN("lost-between"),
    /** It was answered at the far place, and the answer did not come to the near one. */
    ANSWER_LOST("answer-lost"),
    /** It reached the far place, and nothing answered there. */
    UNANSWERED_THERE("unanswered-there"),
    /** It was refused at the near place, and did not reach the far one. */
    REFUSED_BETWEEN("refused-between"),
    /** The reset that came to the near place was not seen at the far one. */
    RESET_BETWEEN("reset-between");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    /** The word for it, in lower case: {@code lost-between}. */
    public String word() {
      return word;
    }
  }
}
