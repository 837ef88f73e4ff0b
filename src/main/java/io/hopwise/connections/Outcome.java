package io.hopwise.connections;

/**
 * How a connection began.
 *
 * @since 0.1
 */
public enum Outcome {
  /** TCP: the handshake was completed, or what only follows one was seen. */
  OPENED("opened"),
  /** TCP: a reset was the first answer to the SYN. */
  REFUSED("refused"),
  /** An ICMP error was the only answer. */
  REJECTED("rejected"),
  /** Nothing came back, though it was asked again or the capture went on for long enough. */
  UNANSWERED("unanswered"),
  /** TCP: there was an answer, and the client did not complete the handshake. */
  HALF_OPEN("half-open"),
  /** TCP: it went on when the capture began, no handshake was seen. */
  MID_STREAM("mid-stream"),
  /** UDP and ping: something came back. */
  ANSWERED("answered"),
  /**
   * Nothing came back, but the capture ended too soon after, a filter of tcpdump's may hide what
   * did, or the connection was forgotten.
   */
  UNKNOWN("unknown");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The word for it, in lower case: {@code half-open}. */
  public String word() {
    return word;
  }

  /** Whether the client was seen to ask for it, and was not answered with a yes. */
  public boolean isFailure() {
    return this == REFUSED || this == REJECTED || this == UNANSWERED;
  }
}
