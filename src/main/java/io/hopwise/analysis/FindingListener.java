package io.hopwise.analysis;

/**
 * Hears of findings while a capture is still being read.
 *
 * <p>Each finding is heard at once when it can be judged, and a second time only when it became
 * surer. What was said is never dropped silently: a finding that later packets disprove is
 * withdrawn, and is heard again should still later ones prove it after all. The {@link Report} has
 * the complete findings, with all their packets.
 *
 * @since 0.1
 */
public interface FindingListener {
  /** Hears nothing. */
  FindingListener NONE = finding -> {};

  /** A finding was made, from what has been read so far. */
  void found(Finding finding);

  /** A finding became surer: told at most once while reading, and once more at the end. */
  default void improved(Finding before, Finding now) {
    found(now);
  }

  /** A finding does not hold any more, and why. */
  default void withdrawn(Finding finding, String reason) {}
}
