package io.hopwise.analysis.observation;

/**
 * Which way a packet went through the machine that captured it, where that was printed.
 *
 * @since 0.1
 */
public enum InOrOut {
  /** Not printed, or it tells nothing. */
  UNKNOWN,
  /** It came in from another machine. */
  IN,
  /** It went out. */
  OUT
}
