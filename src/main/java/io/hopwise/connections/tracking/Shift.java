package io.hopwise.connections.tracking;

/**
 * How far the records, lines and times of a later half of a capture move, to follow the first half.
 *
 * @param records how many records come before, 0 or more
 * @param lines how many lines come before, 0 or more
 * @param nanos how much is added to its times, in nanoseconds
 */
record Shift(long records, long lines, long nanos) {
  /** A time of the later half, in nanoseconds, on the clock of the whole. */
  long moved(long time) {
    return time == Track.NO_TIME ? time : time + nanos;
  }
}
