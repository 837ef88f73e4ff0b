package io.hopwise.text;

/** What the beginning of a line says about its place in a record. */
public enum LineKind {
  /** The head of a record, with a time. */
  TIMED,
  /** The head of a record without a time, or (behind a VXLAN line) of a packet inside one. */
  UNTIMED,
  /**
   * A flow at the beginning of a line: a head of the oldest releases, or a body line that lost its
   * indentation.
   */
  FLOW,
  /** Goes on with the record above: indented. */
  CONTINUATION,
  /** An empty line. */
  BLANK,
  /** A key the terminal echoed, perhaps glued to the text behind it. */
  KEY,
  /** Something tcpdump says of the capture. */
  NOTICE,
  /** None of these. */
  STRAY
}
