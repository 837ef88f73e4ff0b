package io.hopwise.paste;

/** How far the bytes of a passage can be counted, as dumps of {@code -A} must be. */
enum Trust {
  /** They are exactly what tcpdump printed. */
  EXACT,
  /** There may be fewer than tcpdump printed, but no more: a dump with all its bytes is whole. */
  COUNTED,
  /** They may be what a packet carried. */
  DOUBTFUL
}
