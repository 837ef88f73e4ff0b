package io.hopwise.framing;

/** Which places of the input may be what a packet carried, so that records there may be none. */
final class AmbiguityTracker {
  private long until;
  private boolean astray;

  /** Whether what begins at an offset of the input may not be what it looks like. */
  boolean covers(long offset) {
    return astray || offset < until;
  }

  /** What begins before an offset of the input is doubtful. */
  void reach(long offset) {
    until = Math.max(until, offset);
  }

  /** A record may have been taken for what a packet carried: no way back. */
  void loseSync() {
    astray = true;
  }
}
