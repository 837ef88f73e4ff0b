package io.hopwise.connections;

/**
 * How a TCP connection ended.
 *
 * @since 0.1
 */
public enum End {
  /** No sign of an end was seen. */
  STILL_OPEN("still-open"),
  /** One side has said that it sends no more; the other has not, as far as was seen. */
  HALF_CLOSED("half-closed"),
  /** Both sides have said that they send no more. */
  CLOSED("closed"),
  /** A reset ended it. */
  RESET("reset"),
  /** A reset ended it after a minute or more of silence. */
  IDLE_RESET("idle-reset");

  private final String word;

  End(String word) {
    this.word = word;
  }

  /** The word for it, in lower case: {@code still-open}. */
  public String word() {
    return word;
  }
}
