package io.hopwise.analysis.place;

import io.hopwise.packet.PrintedTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns printed times into one that does not start anew at midnight.
 *
 * @since 0.1
 */
public final class Clock {
  /** In place of nanoseconds: no time was printed. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final long DAY = 86_400_000_000_000L;

  /** Packets of one capture are out of order by less. */
  private static final long JUMP = 1_000_000_000L;

  /** Times of one capture that count from its first packet step back more rarely. */
  private static final int STEPS_OF_DELTAS = 8;

  /**
   * Times that rose so often count from the first packet, and another zero is another capture's: of
   * differences that many rise by chance once in 120 times.
   */
  private static final int ENOUGH_RISEN = 5;

  private static final long HALF_SECOND = 500_000_000L;

  /** By so much they may be out of order however short the capture is. */
  private static final long DISORDER = 5_000_000L;

  private long first = NO_TIME;
  private long last = NO_TIME;
  private long days;
  private PrintedTime.@Nullable Form form;
  private long lastPrinted;

  /**
   * Whether times count from the first packet ({@code -ttttt}) or the one before ({@code -ttt}):
   * those are printed like a time of day, and begin with zero, as no time of day does.
   */
  private boolean relative;

  /** Whether each counts from the one before. */
  private boolean deltas;

  private long records;
  private long steps;
  private long sum;

  /** The latest time read, in nanoseconds on this clock, {@link #NO_TIME} before there is one. */
  public long last() {
    return last;
  }

  /** Takes a printed time; gives its nanoseconds on this clock, or that there are none. */
  public long read(Optional<PrintedTime> printed) {
    if (printed.isEmpty()) {
      return NO_TIME;
    }
    return read(printed.get().form(), printed.get().nanos());
  }

  /** As {@link #read(Optional)}, for the parts of a time. */
  public long read(PrintedTime.@Nullable Form printedForm, long printed) {
    if (printedForm == null || printedForm == PrintedTime.Form.ODD) {
      return NO_TIME;
    }
    form = printedForm;
    long nanos = printed;
    if (printedForm == PrintedTime.Form.DELTA) {
      nanos += last == NO_TIME ? 0 : last;
    }
    boolean timeOfDay = printedForm == PrintedTime.Form.TIME_OF_DAY;
    relative |= timeOfDay && last == NO_TIME && printed == 0;
    if (timeOfDay && relative) {
      nanos = readRelative(printed);
    } else if (timeOfDay) {
      // Times may step back a little; only from evening to morning is it the next day.
      days += last != NO_TIME && lastPrinted - nanos > DAY / 2 ? 1 : 0;
      lastPrinted = nanos;
      nanos += days * DAY;
    }
    first = first == NO_TIME ? nanos : first;
    last = last == NO_TIME ? nanos : Math.max(last, nanos);
    return nanos;
  }

  private long readRelative(long printed) {
    records++;
    steps += printed < lastPrinted ? 1 : 0;
    // Packets that are a little out of order are not so far.
    boolean far = printed < lastPrinted / 2;
    lastPrinted = printed;
    sum += printed;
    deltas |= (far || steps > 1) && steps * STEPS_OF_DELTAS >= records;
    return deltas ? sum : printed;
  }

  /**
   * Whether a time lies so far before the last one that another capture begins with it: a second,
   * or half of what was captured so far.
   */
  public boolean jumpsBack(PrintedTime.@Nullable Form printedForm, long printed) {
    if (last == NO_TIME || printedForm != form) {
      return false;
    }
    boolean timeOfDay = printedForm == PrintedTime.Form.TIME_OF_DAY;
    boolean begins = printed == 0 && !deltas && records >= ENOUGH_RISEN;
    if (timeOfDay && relative && !begins) {
      return false;
    }
    if (printedForm == PrintedTime.Form.DELTA || (timeOfDay && lastPrinted - printed > DAY / 2)) {
      return false;
    }
    long back = last - printed - (timeOfDay ? days * DAY : 0);
    return back >= JUMP || (back >= DISORDER && back * 2 >= last - first);
  }

  /**
   * Whether a copy of an earlier packet cannot be the same one on its way: time goes back, or half
   * a second has passed, or there are no times.
   */
  public boolean isElsewhere(PrintedTime.@Nullable Form printedForm, long printed, long earlier) {
    if (printedForm == null || printedForm == PrintedTime.Form.ODD || last == NO_TIME) {
      return true;
    }
    if (printedForm == PrintedTime.Form.DELTA || deltas) {
      return last + printed - earlier >= HALF_SECOND;
    }
    long now = printed + (printedForm == PrintedTime.Form.TIME_OF_DAY ? days * DAY : 0);
    return now < last || now - earlier >= HALF_SECOND;
  }

  /** Whether the first time of a later capture lies that far before this one's last. */
  public boolean jumpsBackTo(Clock later) {
    return later.first != NO_TIME && jumpsBack(later.form, later.first);
  }

  /** Whether a time of another capture lies between the first and the last of this one. */
  public boolean covers(PrintedTime time) {
    boolean alike = time.form() == form && time.form() != PrintedTime.Form.DELTA && !relative;
    return alike && first != NO_TIME && time.nanos() >= first && time.nanos() <= last;
  }

  /** How much to add to the times of a capture that follows this one. */
  public long shiftFor(Clock later) {
    if (last == NO_TIME || later.first == NO_TIME) {
      return 0;
    }
    if (later.form == PrintedTime.Form.DELTA || deltas) {
      return last;
    }
    boolean nextDay =
        later.form == PrintedTime.Form.TIME_OF_DAY
            && lastPrinted - Math.floorMod(later.first, DAY) > DAY / 2;
    boolean timeOfDay = later.form == PrintedTime.Form.TIME_OF_DAY;
    return timeOfDay ? (days + (nextDay ? 1 : 0)) * DAY : 0;
  }

  /** Goes on with the times of a later capture. */
  public void append(Clock later) {
    if (later.last == NO_TIME) {
      return;
    }
    long shift = shiftFor(later);
    first = first == NO_TIME ? later.first + shift : first;
    last = last == NO_TIME ? later.last + shift : Math.max(last, later.last + shift);
    days = later.days + shift / DAY;
    lastPrinted = later.lastPrinted;
    form = later.form;
  }
}
