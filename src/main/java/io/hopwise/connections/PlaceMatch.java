package io.hopwise.connections;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a connection between two places that it was captured at.
 *
 * @param near what was seen at the place nearer to the client
 * @param far what was seen at the other one; empty where it was not seen there
 * @param farCapture which capture of the text that is, 1 for the first
 * @param fate what the two tell together
 * @param orderKnown whether TTLs tell which place is nearer to the client; if not, the first one is
 *     taken for it
 * @param covered whether the capture in which something is missing is known to have gone on so long
 * @param lastRouter if it was lost, the last router beyond the near place that is known to have had
 *     packets to the same server
 * @since 0.1
 */
public record PlaceMatch(
    ConnectionSummary near,
    Optional<ConnectionSummary> far,
    int farCapture,
    Fate fate,
    boolean orderKnown,
    boolean covered,
    Optional<LastRouter> lastRouter) {

  /**
   * A router that said at the near place that a packet's TTL ended there, as traceroute makes it.
   *
   * @param host its address or name as printed
   * @param routers how many routers lie between the near place and it, 0 to 32, where its TTL tells
   * @param samePort whether the packet went to the connection's port, too
   */
  public record LastRouter(String host, OptionalInt routers, boolean samePort) {}

  /** What two places tell together. */
  public enum Fate {
    /** It went well, or ended alike, at both; or nothing more can be told. */
    SEEN_AT_BOTH("seen-at-both"),
    /** It was seen at the near place, and did not reach the far one. */
    LOST_BETWEEN("lost-between"),
    /** It was seen at the near place, and at the far one nothing at all was captured. */
    NOTHING_THERE("nothing-there"),
    /** It was answered at the far place, and the answer did not come to the near one. */
    ANSWER_LOST("answer-lost"),
    /** It was answered at the near place, and nothing answered at the far one. */
    ANSWERED_BETWEEN("answered-between"),
    /** It reached the far place, and nothing answered there. */
    UNANSWERED_THERE("unanswered-there"),
    /** It was refused at the near place, and the far one did not refuse it or did not see it. */
    REFUSED_BETWEEN("refused-between"),
    /** The reset that came to one place in the name of the other side was not seen at the other. */
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
