package io.hopwise.analysis.traffic;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The datagrams or pings of a flow: what may have waited for an answer. */
final class Requests {
  private long firstNanos = ObservedPacket.NO_TIME;
  private long lastNanos = ObservedPacket.NO_TIME;
  private int onlyLength = -1;
  private @Nullable ObservedPacket first;

  void add(ObservedPacket seen) {
    if (first == null) {
      firstNanos = seen.nanos;
      onlyLength = seen.ipLength;
    }
    if (first == null || first.ref == null) {
      first = seen;
    }
    lastNanos = seen.nanos;
    onlyLength = onlyLength == seen.ipLength ? onlyLength : 0;
  }

  /** Appends those of the same flow in the later half. */
  void append(Requests later, LaterHalf half) {
    if (first == null) {
      firstNanos = later.firstNanos;
      onlyLength = later.onlyLength;
    }
    ObservedPacket theirs = later.first;
    if (theirs != null && (first == null || first.ref == null)) {
      first = half.copy(theirs);
    }
    lastNanos = later.lastNanos;
    onlyLength = onlyLength == later.onlyLength ? onlyLength : 0;
  }

  @Nullable ObservedPacket first() {
    return first;
  }

  /** Nanoseconds from the first to the last one, where times are printed. */
  OptionalLong span() {
    boolean timed = firstNanos != ObservedPacket.NO_TIME && lastNanos != ObservedPacket.NO_TIME;
    return timed ? OptionalLong.of(lastNanos - firstNanos) : OptionalLong.empty();
  }

  /** Whether all are as long. */
  boolean haveOneLength() {
    return onlyLength > 0;
  }
}
