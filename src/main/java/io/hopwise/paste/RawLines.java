package io.hopwise.paste;

import io.hopwise.framing.TimedInput;
import java.io.IOException;
import java.util.Arrays;

/** What was read of an input and is not yet handed on. */
final class RawLines {
  private static final int WINDOW = 1 << 16;
  private static final int LONGEST_LINE = 1 << 20;

  private final TimedInput in;
  private byte[] buffer = new byte[WINDOW];
  private int start;
  private int limit;
  private boolean ended;

  RawLines(TimedInput in) {
    this.in = in;
  }

  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return limit - start;
  }

  boolean isEnded() {
    return ended;
  }

  /** The length of the whole lines; at the end of the input the last one needs no line feed. */
  int wholeLines() {
    int end = limit;
    while (!ended && end > start && buffer[end - 1] != '\n') {
      end--;
    }
    return end - start;
  }

  /** Whether the last whole line is the first one of two, and the other is still to come. */
  boolean endsInHeader() {
    int end = start + wholeLines();
    while (end > start && buffer[end - 1] <= ' ' && buffer[end - 1] >= 0) {
      end--;
    }
    return end > start && buffer[end - 1] == ')';
  }

  boolean isLineTooLong() {
    return length() > LONGEST_LINE;
  }

  /** Bytes that were read elsewhere come first. */
  void unread(byte[] bytes, int from, int count) {
    buffer = Arrays.copyOfRange(bytes, from, from + Math.max(count, WINDOW));
    start = 0;
    limit = count;
  }

  void skip(int count) {
    start += count;
  }

  /** The next bytes, which are handed on changed. */
  byte[] take(int count) {
    byte[] taken = Arrays.copyOfRange(buffer, start, start + count);
    start += count;
    return taken;
  }

  /**
   * Reads on until there is enough to decide by, so that it does not matter how much a read brings;
   * of a live input as long as that needs no waiting, and once if there is nothing.
   */
  void takeEnough() throws IOException {
    while (!ended && length() < WINDOW && (length() == 0 || in.isReady())) {
      read();
    }
  }

  /** Reads on; false at the end of the input. */
  boolean read() throws IOException {
    if (limit == buffer.length) {
      int size = start == 0 ? 2 * buffer.length : buffer.length;
      byte[] next = new byte[size];
      System.arraycopy(buffer, start, next, 0, limit - start);
      limit -= start;
      start = 0;
      buffer = next;
    }
    int count = in.read(buffer, limit);
    ended = count < 0;
    limit += Math.max(0, count);
    return !ended;
  }

  /** Whether a live input stays without a byte for as long as was asked for. */
  boolean isSilent() throws IOException {
    return in.isSilent();
  }
}
