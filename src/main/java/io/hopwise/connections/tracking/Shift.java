package io.hopwise.connections.tracking;

import java.util.OptionalLong;

/**
 * How far the records, lines and times of a later half of a capture move, to follow the first half.
 *
 * @param records how many records come before, 0 or more
 * @param lines how many lines come before, 0 or more
 * @param nanos how much is added to its times, in nanoseconds
 */
record Shift(long records, long lines, long nanos) {
  OptionalLong moved(OptionalLong time) {
    return time.isPresent() ? OptionalLong.of(time.getAsLong() + nanos) : time;
  }
}
