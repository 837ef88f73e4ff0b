package io.hopwise.framing;

/** The form of time with which a capture's records begin. */
final class TimestampForm {
  private LineKind last = LineKind.STRAY;
  private boolean timed;

  /**
   * The kind of the last head, ignoring impossible times; {@link LineKind#STRAY} if there was none.
   */
  LineKind last() {
    return last;
  }

  /** Whether records of this capture have times. */
  boolean isTimed() {
    return timed;
  }

  /** Takes note of a record's head. */
  void observe(LineKind head) {
    timed |= head.tellsTime() && (last == LineKind.STRAY || last.isTimed());
    if (head != LineKind.ODD_TIME || last == LineKind.STRAY) {
      last = head;
    }
  }

  /** Prepares for another capture, which may begin here. */
  void forget() {
    last = LineKind.STRAY;
    timed = false;
  }

  /** Whether a line can be the next record's head. */
  boolean isNext(LineKind kind) {
    return kind.isHeadLike(last);
  }
}
