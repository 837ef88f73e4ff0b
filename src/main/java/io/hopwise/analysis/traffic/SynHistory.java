package io.hopwise.analysis.traffic;

import io.hopwise.analysis.memory.ShortList;
import java.util.List;
import java.util.OptionalLong;
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

  /** When the last one went, on the capture's own clock, where times are printed. */
  OptionalLong lastNanos() {
    return lastNanos == ObservedPacket.NO_TIME ? OptionalLong.empty() : OptionalLong.of(lastNanos);
  }

  /** Whether it is the last SYN, printed again. */
  boolean isAgain(ObservedPacket syn) {
    return last != null && SamePacket.isAgain(last, syn);
  }

  private void noteAgain(ObservedPacket syn) {
    passedOn |= last != null && SamePacket.isPassedOn(last, syn);
  }

  private void keep(ObservedPacket syn) {
    if (kept.size() < MAX) {
      kept = ShortList.plus(kept, syn);
    }
  }

  /** Appends those of the same flow in the later half, whose times are moved by so much. */
  void append(SynHistory later, LaterHalf half, long moreNanos) {
    ObservedPacket laterLast = later.last;
    if (laterLast == null) {
      return;
    }
    ObservedPacket first = half.copy(later.kept.get(0));
    boolean again = isAgain(first);
    if (again) {
      noteAgain(first);
    }
    firstRecord = half.first(firstRecord, later.firstRecord);
    lastRecord = half.record(later.lastRecord);
    if (later.lastNanos != ObservedPacket.NO_TIME) {
      lastNanos = later.lastNanos + moreNanos;
    }
    passedOn |= later.passedOn;
    count += later.count - (again ? 1 : 0);
    later.kept.stream().skip(again ? 1 : 0).forEach(syn -> keep(half.copy(syn)));
    last = half.copy(laterLast);
  }

  /**
   * Whether all lack the options that every operating system sends: the probes of a scanner, which
   * its own system knows nothing of and resets.
   */
  boolean areBare() {
    return kept.stream().allMatch(SynHistory::isBare);
  }

  private static boolean isBare(ObservedPacket syn) {
    int withMssAlone = syn.id < 0 ? 24 : 44;
    return syn.ipLength >= 0 && syn.ipLength <= withMssAlone;
  }
}
