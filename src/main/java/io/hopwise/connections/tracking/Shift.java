package io.hopwise.connections.tracking;

import java.util.OptionalLong;

/**
 * How far what was seen of a later half of a capture moves, where the first half stands before it.
 *
 * @param records records that stand before, 0 or more
 * @param lines lines that stand before, 0 or more
 * @param nanos how much is added to its times, in nanoseconds
 */
record Shift(long records, long lines, long nanos) {
  OptionalLong moved(OptionalLong time) {
    return time.isPresent() ? OptionalLong.of(time.getAsLong() + nanos) : time;
  }
}
