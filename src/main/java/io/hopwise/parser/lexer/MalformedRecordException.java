package io.hopwise.parser.lexer;

/**
 * Thrown for a record that the grammar accepts but that makes no sense. It has no stack trace,
 * because it is not a bug.
 */
public final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What was expected there. */
  public final String expected;

  /** The offset in the record at which it fails. */
  public final int offset;

  /**
   * @param expected what was expected there
   */
  public MalformedRecordException(RecordToken at, String expected) {
    super(expected, null, false, false);
    this.expected = expected;
    offset = at.start;
  }
}
