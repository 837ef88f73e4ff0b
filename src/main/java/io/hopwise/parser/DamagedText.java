package io.hopwise.parser;

/** A record that the grammar takes but that makes no sense. Without a stack: it is not a fault. */
final class DamagedText extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What could have stood there. */
  final String expected;

  /** Where in the record it stops making sense. */
  final int offset;

  /**
   * @param expected what could have stood there
   */
  DamagedText(RecordToken at, String expected) {
    super(expected, null, false, false);
    this.expected = expected;
    offset = at.start;
  }
}
