package io.hopwise.analysis.traffic;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The datagrams or pings of a flow: what may have waited for an answer. */
final class Questions {
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

  /** Adds those of the later half of a capture, whose packets have these copies here. */
  void append(Questions later, UnaryOperator<ObservedPacket> copies) {
    if (first == null) {
      firstNanos = later.firstNanos;
      onlyLength = later.onlyLength;
    }
    ObservedPacket theirs = later.first;
    if (theirs != null && (first == null || first.ref == null)) {
      first = copies.apply(theirs);
    }
    lastNanos = later.lastNanos;
    onlyLength = onlyLength == later.onlyLength ? onlyLength : 0;
  }

  @Nullable ObservedPacket first() {
    return first;
  }

  /** Nanoseconds from the first to the last one; -1 where not timed. */
  long span() {
    boolean timed = firstNanos != ObservedPacket.NO_TIME && lastNanos != ObservedPacket.NO_TIME;
    return timed ? lastNanos - firstNanos : -1;
  }

  /** Whether all are as long. */
  boolean haveOneLength() {
    return onlyLength > 0;
  }
}
