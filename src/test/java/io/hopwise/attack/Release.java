package io.hopwise.attack;

/** Releases of tcpdump between which the printed form of ordinary packets changed. */
enum Release {
  /** What is said of the header stands behind what it carries. */
  V3_7_2,
  /** The header stands in front, without the protocol. */
  V3_8_3,
  V3_9_3,
  V3_9_8,
  /** A line of its own for the header; no numbers of data at {@code -v}. */
  V4_0_0,
  V4_5_1,
  /** Text of HTTP; a return before a line feed is left out of dumps. */
  V4_9_3,
  V4_99_3;

  boolean isBefore(Release other) {
    return compareTo(other) < 0;
  }
}
