package io.hopwise.analysis.traffic;

import io.hopwise.packet.TcpFlags;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The data of a flow that were sent again and again, as they were not acknowledged. */
final class WaitingData {
  /** Acknowledgements further off are numbered from elsewhere, and acknowledge all. */
  private static final long NEAR = 1L << 30;

  /** Every link carries less than this, in bytes. */
  private static final int LARGE = 1000;

  /** How often data have to be sent, the first time included, for the sender to be waiting. */
  static final int LEAST = 3;

  /** What comes again sooner is a copy: no sender gives up waiting within a millisecond. */
  private static final long COPY_NANOS = 1_000_000;

  long seq = -1;
  int times;
  int length;
  long answers;

  /** Those of them that came after the first repetition: they were not under way before. */
  long laterAnswers;

  long sinceNanos = ObservedPacket.NO_TIME;
  long lastNanos = ObservedPacket.NO_TIME;

  /** Whether large data were acknowledged before: the path carries them. */
  boolean largeArrived;

  /** The first one that repeated them. */
  @Nullable ObservedPacket repeated;

  WaitingData(ObservedPacket first) {
    begin(first);
  }

  private void begin(ObservedPacket data) {
    repeated = null;
    seq = data.seq;
    times = 1;
    length = data.length;
    answers = 0;
    laterAnswers = 0;
    sinceNanos = data.nanos;
    lastNanos = data.nanos;
  }

  /** The same in another capture, in which packets have these copies. */
  WaitingData moved(UnaryOperator<ObservedPacket> copies) {
    ObservedPacket mine = repeated;
    WaitingData moved = new WaitingData(this);
    moved.repeated = mine == null ? null : copies.apply(mine);
    return moved;
  }

  private WaitingData(WaitingData same) {
    seq = same.seq;
    times = same.times;
    length = same.length;
    largeArrived = same.largeArrived;
    answers = same.answers;
    laterAnswers = same.laterAnswers;
    sinceNanos = same.sinceNanos;
    lastNanos = same.lastNanos;
  }

  /** The flow sends data. */
  void send(ObservedPacket data) {
    if (seq < 0 || data.seq < seq) {
      begin(data);
    } else if (data.seq == seq && !isCopy(data)) {
      repeated = repeated == null ? data : repeated;
      times++;
      length = Math.max(length, data.length);
      lastNanos = data.nanos;
    }
  }

  private boolean isCopy(ObservedPacket data) {
    boolean timed = data.nanos != ObservedPacket.NO_TIME && lastNanos != ObservedPacket.NO_TIME;
    return timed && data.length == length && data.nanos - lastNanos < COPY_NANOS;
  }

  /** The other side says something. */
  void hear(ObservedPacket heard) {
    answers++;
    laterAnswers += repeated == null ? 0 : 1;
    boolean acknowledges = heard.ack > seq || Math.abs(heard.ack - seq) >= NEAR;
    if (heard.has(TcpFlags.RST | TcpFlags.SYN) || (heard.ack >= 0 && acknowledges)) {
      largeArrived |= length >= LARGE && !heard.has(TcpFlags.RST);
      seq = -1;
      times = 0;
      repeated = null;
    }
  }

  /** Whether a packet of the flow repeats them. */
  boolean isRepeatedBy(ObservedPacket seen) {
    return seq >= 0 && seen.seq == seq && seen.length > 0;
  }

  boolean isWaiting() {
    return seq >= 0 && times >= LEAST;
  }
}
