package io.hopwise.analysis;

/**
 * Is called with findings while a capture is still being read.
 *
 * <p>Each finding is announced as soon as it can be judged, and once more only when it became
 * surer. None is dropped silently: a finding that later packets disprove is withdrawn, and
 * announced again if still later ones prove it after all. The {@link Report} has the complete
 * findings, with all their packets.
 *
 * @since 0.1
 */
public interface FindingListener {
  /** Does nothing. */
  FindingListener NONE = finding -> {};

  /** A finding was made, from what has been read so far. */
  void found(Finding finding);

  /** A finding became surer: called at most once while reading, and once more at the end. */
  default void improved(Finding before, Finding now) {
    found(now);
  }

  /** A finding does not hold any more, and why. */
  default void withdrawn(Finding finding, String reason) {}
}
