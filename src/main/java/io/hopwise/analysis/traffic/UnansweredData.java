package io.hopwise.analysis.traffic;

import io.hopwise.analysis.memory.SequenceHole;
import io.hopwise.packet.TcpFlags;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data of a flow that wait for an acknowledgement: how often they were sent, and what the other
 * side said in the meantime.
 *
 * @since 0.1
 */
public final class UnansweredData {
  /** Acknowledgements further off are numbered from elsewhere, and acknowledge all. */
  private static final long NEAR = 1L << 30;

  /** Every link carries less than this, in bytes. */
  private static final int LARGE = 1000;

  /** How often data have to be sent, the first time included, for the sender to be waiting. */
  private static final int LEAST = 3;

  /** How often the other side asks for data that are really missing. */
  private static final int LEAST_ASKED = 2;

  /** What comes again sooner is a copy: no sender gives up waiting within a millisecond. */
  private static final long COPY_NANOS = 1_000_000;

  private long seq = -1;
  private int times;
  private int length;
  private long answers;

  /** Those of them that came after the first repetition: they were not under way before. */
  private long laterAnswers;

  private long lastNanos = ObservedPacket.NO_TIME;

  /** Whether large data were acknowledged before: the path carries them. */
  private boolean largeArrived;

  /** The first one that repeated them. */
  private @Nullable ObservedPacket repeated;

  /** What is missing of the flow's data here. */
  private final SequenceHole hole;

  /** The packet that left a hole before it. */
  private @Nullable ObservedPacket beyond;

  UnansweredData(ObservedPacket first) {
    hole = new SequenceHole(first.flow.firstNumber(first.seq));
    begin(first);
    noteHole(first);
  }

  private void begin(ObservedPacket data) {
    repeated = null;
    seq = data.seq;
    times = 1;
    length = data.length;
    answers = 0;
    laterAnswers = 0;
    lastNanos = data.nanos;
  }

  /** The same where the later half, which this is of, is appended. */
  UnansweredData moved(LaterHalf half) {
    ObservedPacket mine = repeated;
    UnansweredData moved = new UnansweredData(this);
    moved.repeated = mine == null ? null : half.copy(mine);
    ObservedPacket behind = beyond;
    moved.beyond = behind == null ? null : half.copy(behind);
    return moved;
  }

  private UnansweredData(UnansweredData same) {
    seq = same.seq;
    times = same.times;
    length = same.length;
    largeArrived = same.largeArrived;
    answers = same.answers;
    laterAnswers = same.laterAnswers;
    lastNanos = same.lastNanos;
    hole = new SequenceHole(same.hole);
  }

  /** Notes data that the flow sent. */
  void noteSent(ObservedPacket data) {
    noteHole(data);
    if (seq < 0 || data.seq < seq) {
      begin(data);
    } else if (data.seq == seq && !isCopy(data)) {
      repeated = repeated == null ? data : repeated;
      times++;
      length = Math.max(length, data.length);
      lastNanos = data.nanos;
    }
  }

  private void noteHole(ObservedPacket data) {
    if (hole.noteData(data.seq, data.length, data.nanos)) {
      beyond = data;
    }
  }

  private boolean isCopy(ObservedPacket data) {
    boolean timed = data.nanos != ObservedPacket.NO_TIME && lastNanos != ObservedPacket.NO_TIME;
    return timed && data.length == length && data.nanos - lastNanos < COPY_NANOS;
  }

  /** Notes a packet of the other side: it may acknowledge the data. */
  void noteAnswer(ObservedPacket answer) {
    answers++;
    if (!answer.has(TcpFlags.SYN | TcpFlags.RST)) {
      hole.noteAck(answer.ack, answer.nanos);
    }
    laterAnswers += repeated == null ? 0 : 1;
    boolean acknowledges = answer.ack > seq || Math.abs(answer.ack - seq) >= NEAR;
    if (answer.has(TcpFlags.RST | TcpFlags.SYN) || (answer.ack >= 0 && acknowledges)) {
      largeArrived |= length >= LARGE && !answer.has(TcpFlags.RST);
      seq = -1;
      times = 0;
      repeated = null;
    }
  }

  /** Whether a packet of the flow is the first one that repeats them. */
  boolean isFirstRepeatedBy(ObservedPacket seen) {
    return times == 1 && seq >= 0 && seen.seq == seq && seen.length > 0;
  }

  /** Whether the packet is the first one that leaves a hole before it. */
  boolean isFirstBeyondHole(ObservedPacket seen) {
    return beyond == null && seen.length > 0 && hole.isBeyond(seen.seq);
  }

  /** Whether the other side goes on asking for data that are missing here. */
  boolean isMissed() {
    return hole.missing() > 0 && hole.asked() >= LEAST_ASKED;
  }

  /** How many bytes of the flow never came here, while later ones did. */
  public long missing() {
    return hole.missing();
  }

  /** For how long the other side asked for the missing bytes, in nanoseconds. */
  public long missedFor() {
    return hole.askedFor();
  }

  /** How many bytes of the flow came at most in one packet. */
  public int largest() {
    return hole.largest();
  }

  /** The packet that left a hole before it, if one did. */
  public Optional<ObservedPacket> beyond() {
    return Optional.ofNullable(beyond);
  }

  boolean isWaiting() {
    return seq >= 0 && times >= LEAST;
  }

  /**
   * The packet that repeated them first.
   *
   * @throws IllegalStateException if they were sent once
   */
  public ObservedPacket repeated() {
    if (repeated == null) {
      throw new IllegalStateException("sent once");
    }
    return repeated;
  }

  /** How often they were sent. */
  public int times() {
    return times;
  }

  /** How many bytes they are at most in one packet. */
  public int length() {
    return length;
  }

  /** How many packets of the other side came since they were sent first. */
  public long answers() {
    return answers;
  }

  /** How many of those came after the data were sent again. */
  public long laterAnswers() {
    return laterAnswers;
  }

  /** Whether data of 1000 bytes or more were acknowledged before. */
  public boolean largeArrived() {
    return largeArrived;
  }
}
