package io.hopwise.analysis.traffic;

import io.hopwise.packet.PrintedTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns printed times into one that does not start anew at midnight. */
final class Clock {
  private static final long DAY = 86_400_000_000_000L;

  long first = ObservedPacket.NO_TIME;
  long last = ObservedPacket.NO_TIME;
  long days;
  PrintedTime.@Nullable Form form;
  private long lastPrinted;

  /** Takes a printed time; gives its nanoseconds on this clock, or that there are none. */
  long read(Optional<PrintedTime> printed) {
    if (printed.isEmpty()) {
      return ObservedPacket.NO_TIME;
    }
    return read(printed.get().form(), printed.get().nanos());
  }

  /** As {@link #read(Optional)}, for the parts of a time. */
  long read(PrintedTime.@Nullable Form printedForm, long printed) {
    if (printedForm == null || printedForm == PrintedTime.Form.ODD) {
      return ObservedPacket.NO_TIME;
    }
    form = printedForm;
    long nanos = printed;
    if (printedForm == PrintedTime.Form.DELTA) {
      nanos += last == ObservedPacket.NO_TIME ? 0 : last;
    }
    if (printedForm == PrintedTime.Form.TIME_OF_DAY) {
      // Times may step back a little; only from evening to morning is it the next day.
      days += last != ObservedPacket.NO_TIME && lastPrinted - nanos > DAY / 2 ? 1 : 0;
      lastPrinted = nanos;
      nanos += days * DAY;
    }
    first = first == ObservedPacket.NO_TIME ? nanos : first;
    last = last == ObservedPacket.NO_TIME ? nanos : Math.max(last, nanos);
    return nanos;
  }

  /** How much to add to the times of a capture that follows this one. */
  long shiftFor(Clock later) {
    if (last == ObservedPacket.NO_TIME || later.first == ObservedPacket.NO_TIME) {
      return 0;
    }
    if (later.form == PrintedTime.Form.DELTA) {
      return last;
    }
    boolean nextDay =
        later.form == PrintedTime.Form.TIME_OF_DAY
            && lastPrinted - Math.floorMod(later.first, DAY) > DAY / 2;
    boolean timeOfDay = later.form == PrintedTime.Form.TIME_OF_DAY;
    return timeOfDay ? (days + (nextDay ? 1 : 0)) * DAY : 0;
  }

  void append(Clock later) {
    if (later.last == ObservedPacket.NO_TIME) {
      return;
    }
    long shift = shiftFor(later);
    first = first == ObservedPacket.NO_TIME ? later.first + shift : first;
    last = last == ObservedPacket.NO_TIME ? later.last + shift : Math.max(last, later.last + shift);
    days = later.days + shift / DAY;
    lastPrinted = later.lastPrinted;
    form = later.form;
  }
}
