package io.hopwise.analysis.traffic;

import io.hopwise.analysis.memory.ShortList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The SYNs without ACK of a flow. One that was printed several times counts once. */
final class SynHistory {
  /** How many are remembered one by one. */
  static final int MAX = 4;

  List<ObservedPacket> kept = List.of();
  long count;

  /** The records of the first and of the last one, 0 if there is none. */
  long firstRecord;

  long lastRecord;
  long lastNanos = ObservedPacket.NO_TIME;

  /** Whether one was seen as it came and as it went on. */
  boolean passedOn;

  private @Nullable ObservedPacket last;

  void add(ObservedPacket syn) {
    firstRecord = firstRecord == 0 ? syn.record : firstRecord;
    lastRecord = syn.record;
    lastNanos = syn.nanos;
    if (isAgain(syn)) {
      noteAgain(syn);
    } else {
      count++;
      keep(syn);
    }
    last = syn;
  }

  /** Whether it is the last SYN, printed again. */
  boolean isAgain(ObservedPacket syn) {
    return last != null && Connection.isAgain(last, syn);
  }

  private void noteAgain(ObservedPacket syn) {
    passedOn |= last != null && Connection.isPassedOn(last, syn);
  }

  private void keep(ObservedPacket syn) {
    if (kept.size() < MAX) {
      kept = ShortList.plus(kept, syn);
    }
  }

  /**
   * Appends those of a later half, in front of which so many records stand, whose times are moved
   * by so much, and whose packets have these copies here.
   */
  void append(
      SynHistory later, long records, long moreNanos, UnaryOperator<ObservedPacket> copies) {
    ObservedPacket laterLast = later.last;
    if (laterLast == null) {
      return;
    }
    ObservedPacket first = copies.apply(later.kept.get(0));
    boolean again = isAgain(first);
    if (again) {
      noteAgain(first);
    }
    firstRecord = firstRecord == 0 ? later.firstRecord + records : firstRecord;
    lastRecord = later.lastRecord + records;
    if (later.lastNanos != ObservedPacket.NO_TIME) {
      lastNanos = later.lastNanos + moreNanos;
    }
    passedOn |= later.passedOn;
    count += later.count - (again ? 1 : 0);
    later.kept.stream().skip(again ? 1 : 0).forEach(syn -> keep(copies.apply(syn)));
    last = copies.apply(laterLast);
  }
}
