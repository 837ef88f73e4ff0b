package io.hopwise.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into frames: records with the lines that go on with them, messages of tcpdump, and
 * whatever is left. One pass, in memory that does not grow with the input; the frames, joined, are
 * the input.
 *
 * <p>Lines end in LF or CR LF; where the first line of the input ends in CR alone, all do.
 */
public final class RecordFramer {
  /** The longest line and the longest record that are read, in bytes. What is longer is cut up. */
  public static final int LONGEST = 1 << 20;

  private static final int FIRST_BUFFER = 1 << 16;
  private static final byte[] VXLAN = {'V', 'X', 'L', 'A', 'N'};

  private final InputStream in;
  private final LineKinds kinds;
  private final long silence;
  private final Frame frame = new Frame();

  private byte[] buffer = new byte[FIRST_BUFFER];
  private int start;
  private int limit;
  private boolean ended;
  private boolean returnsEndLines;
  private boolean insideLongLine;
  private long line = 1;

  /** Where the line being looked at ends, and what it is; valid for {@link #seenAt}. */
  private int seenAt = -1;

  private int seenEnd;
  private LineKind seenKind = LineKind.STRAY;

  /**
   * Frames an input.
   *
   * @param in the input; not closed
   * @param kinds tells lines apart
   * @param silence for a live input, the milliseconds without a byte after which a record that
   *     looks whole is given out without waiting for the next one's head; 0 for an input that is
   *     complete
   */
  public RecordFramer(InputStream in, LineKinds kinds, long silence) {
    this.in = in;
    this.kinds = kinds;
    this.silence = silence;
  }

  /**
   * The next frame, or null at the end of the input.
   *
   * @throws IOException if the input cannot be read
   */
  public @Nullable Frame next() throws IOException {
    if (insideLongLine) {
      return restOfLongLine();
    }
    if (!look(start)) {
      return start < limit ? tooLong(limit) : null;
    }
    return switch (seenKind) {
      case TIMED, UNTIMED, FLOW -> record();
      case NOTICE, BLANK -> one(Frame.Kind.NOTICE, seenEnd);
      case KEY -> key();
      case CONTINUATION, STRAY -> one(Frame.Kind.STRAY, seenEnd);
    };
  }

  private Frame record() throws IOException {
    LineKind head = seenKind;
    int previous = start;
    int end = seenEnd;
    int lines = 1;
    int at = end;
    int linesAt = lines;
    while (true) {
      int shift = start;
      boolean whole = at == end && looksWhole(previous, end);
      boolean more = look(at, whole);
      // Looking may have moved the buffer's content.
      shift -= start;
      previous -= shift;
      end -= shift;
      at -= shift;
      if (!more || at - start > LONGEST) {
        break;
      }
      if (seenKind == LineKind.BLANK) {
        at = seenEnd;
        linesAt++;
      } else if (goesOn(head, previous, end, at)) {
        previous = at;
        at = seenEnd;
        end = at;
        lines = ++linesAt;
      } else {
        break;
      }
      if (end - start > LONGEST) {
        return give(Frame.Kind.TOO_LONG, end, lines);
      }
    }
    return give(Frame.Kind.RECORD, end, lines);
  }

  /** Whether the line just looked at belongs to the open record, whose last line is given. */
  private boolean goesOn(LineKind head, int previous, int end, int at) {
    return switch (seenKind) {
      case CONTINUATION -> true;
      case UNTIMED -> at == end && mentions(VXLAN, previous, end);
      case FLOW -> at == end && head != LineKind.FLOW && endsInParenthesis(end);
      default -> false;
    };
  }

  /** A head line that ends in its parenthesis waits for the line with the addresses. */
  private boolean looksWhole(int previous, int end) {
    boolean headOnly = previous == start;
    return !(headOnly && endsInParenthesis(end));
  }

  private boolean endsInParenthesis(int end) {
    int last = end - 1;
    while (last > start && (buffer[last] == '\n' || buffer[last] == '\r')) {
      last--;
    }
    return buffer[last] == ')';
  }

  private boolean mentions(byte[] word, int from, int to) {
    for (int at = from; at <= to - word.length; at++) {
      if (buffer[at] == word[0]
          && Arrays.equals(buffer, at, at + word.length, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }

  /** {@code ^C}: two characters, and the line end if nothing is glued to them. */
  private Frame key() {
    int behind = start + 2;
    int rest = behind;
    while (rest < seenEnd && (buffer[rest] == '\r' || buffer[rest] == '\n')) {
      rest++;
    }
    return rest == seenEnd ? one(Frame.Kind.NOTICE, seenEnd) : give(Frame.Kind.NOTICE, behind, 0);
  }

  private Frame one(Frame.Kind kind, int end) {
    return give(kind, end, 1);
  }

  private Frame give(Frame.Kind kind, int end, int lines) {
    frame.set(kind, buffer, start, end, line, lines);
    start = end;
    line += lines;
    return frame;
  }

  private Frame tooLong(int end) {
    insideLongLine = true;
    return give(Frame.Kind.TOO_LONG, end, 0);
  }

  private @Nullable Frame restOfLongLine() throws IOException {
    if (start == limit && !fill()) {
      insideLongLine = false;
      return null;
    }
    int end = lineEnd(start);
    if (end < 0) {
      return give(Frame.Kind.TOO_LONG, limit, 0);
    }
    insideLongLine = false;
    return give(Frame.Kind.TOO_LONG, end, 1);
  }

  private boolean look(int at) throws IOException {
    return look(at, false);
  }

  /**
   * Looks at the line that begins at an index, reading on as far as needed; afterwards it begins at
   * the same distance from {@link #start}. Returns false where there is no such line: at the end of
   * the input, where the line is too long, or where the input is silent and the caller would rather
   * not wait.
   */
  private boolean look(int at, boolean ratherNotWait) throws IOException {
    if (seenAt == at) {
      return true;
    }
    int from = at;
    int end = lineEnd(from);
    while (end < 0 && !ended) {
      int distance = from - start;
      if (limit - from > LONGEST) {
        return false;
      }
      boolean nothingYet = from == limit;
      if (ratherNotWait && nothingYet && isSilent()) {
        return false;
      }
      fill();
      from = start + distance;
      end = lineEnd(from);
    }
    if (end < 0 && from == limit) {
      return false;
    }
    seenAt = from;
    seenEnd = end < 0 ? limit : end;
    seenKind = kinds.kind(buffer, from, seenEnd);
    return true;
  }

  private int lineEnd(int from) {
    return returnsEndLines
        ? LineEnds.behindReturn(buffer, from, limit)
        : LineEnds.behindFeed(buffer, from, limit);
  }

  /** Whether a live input stays without a byte for as long as was asked for. */
  private boolean isSilent() throws IOException {
    if (silence == 0) {
      return false;
    }
    long until = System.nanoTime() + silence * 1_000_000;
    while (in.available() == 0) {
      if (System.nanoTime() >= until) {
        return true;
      }
      try {
        Thread.sleep(Math.min(silence, 10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
    return false;
  }

  /** Reads more, moving what is still needed to the front of the buffer. */
  private boolean fill() throws IOException {
    if (start > 0 && (limit == buffer.length || start == limit)) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      seenAt = -1;
      start = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    boolean first = line == 1 && limit == 0;
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      ended = true;
      return false;
    }
    limit += count;
    if (first) {
      returnsEndLines = firstLineEndsInReturn();
    }
    return true;
  }

  private boolean firstLineEndsInReturn() {
    int end = LineEnds.behindReturn(buffer, 0, limit);
    int feed = LineEnds.behindFeed(buffer, 0, limit);
    return end > 0 && end < limit && (feed < 0 || feed > end + 1);
  }
}
