package io.hopwise.analysis.observation;

/**
 * Whether a packet came into the machine that captured it or left it, where that was printed.
 *
 * @since 0.1
 */
public enum InOrOut {
  /** Not printed, or of no use. */
  UNKNOWN,
  /** It came in from another machine. */
  IN,
  /** It went out. */
  OUT
}
