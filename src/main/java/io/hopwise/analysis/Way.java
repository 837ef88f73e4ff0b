package io.hopwise.analysis;

/** Which way a packet went through the machine that captured it, where that was printed. */
enum Way {
  /** Not printed, or it tells nothing. */
  UNKNOWN,
  /** It came in from another machine. */
  IN,
  /** It went out. */
  OUT
}
