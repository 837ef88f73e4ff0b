package io.hopwise.parser.lexer;

/** A record that the grammar takes but that makes no sense. Without a stack: it is not a fault. */
public final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What could have stood there. */
  public final String expected;

  /** Where in the record it stops making sense. */
  public final int offset;

  /**
   * @param expected what could have stood there
   */
  public MalformedRecordException(RecordToken at, String expected) {
    super(expected, null, false, false);
    this.expected = expected;
    offset = at.start;
  }
}
