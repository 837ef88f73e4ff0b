package io.hopwise.framing;

/** The role of a line in a record, as its beginning tells it. */
public enum LineKind {
  /** The head of a record with a time of day. */
  TIME_OF_DAY,
  /** The head of a record with seconds since 1970. */
  EPOCH,
  /** The head of a record with date and time. */
  DATE_TIME,
  /** The head of a record with the time since the previous one, as printed up to 3.9.8. */
  DELTA,
  /** The head of a record with a signed time difference. */
  SIGNED_DELTA,
  /** The head of a record with an impossible time. */
  ODD_TIME,
  /** The head of a record without a time or, after a VXLAN line, of an inner packet. */
  UNTIMED,
  /**
   * Addresses at the beginning of a line: a head of the oldest releases, or a body line that lost
   * its indentation.
   */
  FLOW,
  /** Continues the record above: indented. */
  CONTINUATION,
  /** Like {@link #CONTINUATION}, but after an empty line the head of a record without a time. */
  INDENTED_HEAD,
  /** Continues the record above although it is not indented. */
  MARKER,
  /** Like {@link #MARKER}, and lines of any shape may follow. */
  LOOSE,
  /** Continues the record above, if there is one: only white space. */
  WHITE,
  /** An empty line. */
  BLANK,
  /** A key echoed by the terminal, perhaps joined to the text after it. */
  KEY,
  /** Counters that tcpdump prints on request, even in the middle of other output. */
  STATISTICS,
  /** Another message of tcpdump about the capture. */
  NOTICE,
  /** None of these. */
  STRAY;

  /** Whether it continues the record above by its indentation. */
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

  /** Whether it is what tcpdump, a shell or a key says amid records. */
  public boolean isMessage() {
    return this == NOTICE || this == STATISTICS || this == KEY;
  }

  /** Whether it begins a record with a possible time. */
  boolean tellsTime() {
    return isTimed() && this != ODD_TIME;
  }

  /** Whether it begins a record whose time, if any, has the same form as the other's. */
  public boolean isHeadLike(LineKind other) {
    // An impossible time may occur with times of every form, and without times.
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
