package io.hopwise.framing;

/** What the beginning of a line says about its place in a record. */
public enum LineKind {
  /** The head of a record with a time of day. */
  TIME_OF_DAY,
  /** The head of a record with seconds since 1970. */
  EPOCH,
  /** The head of a record with date and time. */
  DATE_TIME,
  /** The head of a record with a time since the one before, as up to 3.9.8. */
  DELTA,
  /** The head of a record with a signed time since another one. */
  SIGNED_DELTA,
  /** The head of a record with a time that cannot be. */
  ODD_TIME,
  /** The head of a record without a time, or (behind a VXLAN line) of a packet inside one. */
  UNTIMED,
  /**
   * A flow at the beginning of a line: a head of the oldest releases, or a body line that lost its
   * indentation.
   */
  FLOW,
  /** Goes on with the record above: indented. */
  CONTINUATION,
  /** As {@link #CONTINUATION}; behind an empty line the head of a record without a time. */
  INDENTED_HEAD,
  /** Goes on with the record above although it is not indented. */
  MARKER,
  /** As {@link #MARKER}, and lines of any shape may follow. */
  LOOSE,
  /** Goes on with the record above if there is one: indented, and nothing but that. */
  WHITE,
  /** An empty line. */
  BLANK,
  /** A key the terminal echoed, perhaps glued to the text behind it. */
  KEY,
  /** Counters that tcpdump prints on request, whatever else it is just printing. */
  STATISTICS,
  /** Something else tcpdump says of the capture. */
  NOTICE,
  /** None of these. */
  STRAY;

  /** Whether it goes on with the record above by its indentation. */
  boolean isIndented() {
    return this == CONTINUATION || this == INDENTED_HEAD || this == WHITE;
  }

  /** Whether it may begin a record. */
  boolean isHead() {
    return isTimed() || this == UNTIMED || this == FLOW || this == INDENTED_HEAD;
  }

  /** Whether it begins a record with a time of day, with or without a date. */
  boolean isTimeOfDay() {
    return this == TIME_OF_DAY || this == DATE_TIME;
  }

  /** Whether it begins a record with a time. */
  public boolean isTimed() {
    return switch (this) {
      case TIME_OF_DAY, EPOCH, DATE_TIME, DELTA, SIGNED_DELTA, ODD_TIME -> true;
      default -> false;
    };
  }

  /** Whether it begins a record with a time that can be. */
  boolean tellsTime() {
    return isTimed() && this != ODD_TIME;
  }

  /** Whether it begins a record, and with a time of the same form as the other's, if any. */
  boolean isHeadLike(LineKind other) {
    // A time that cannot be stands among times of every form, and where there are none.
    if (this == ODD_TIME) {
      return true;
    }
    if (other == ODD_TIME) {
      return isTimed() || this == UNTIMED;
    }
    if (!other.isTimed()) {
      return this == UNTIMED || (this == FLOW && other == FLOW);
    }
    return this == other || (isClock() && other.isClock());
  }

  private boolean isClock() {
    return this == TIME_OF_DAY || this == SIGNED_DELTA;
  }
}
