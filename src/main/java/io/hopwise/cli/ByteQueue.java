package io.hopwise.cli;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bytes on their way from one thread to another, in a ring that grows up to a bound. A queue of
 * arrays would leave them to the garbage collector, and hold little where they come in small
 * pieces.
 */
final class ByteQueue {
  private static final int FIRST_LENGTH = 1 << 16;

  private final int bound;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Condition room = lock.newCondition();
  private byte[] ring = new byte[FIRST_LENGTH];
  private int first;
  private int count;
  private boolean ended;

  /**
   * An empty queue.
   *
   * @param bound how many bytes it may hold, at least one
   */
  ByteQueue(int bound) {
    this.bound = bound;
  }

  /** Adds bytes, waiting for room where there is none. */
  void put(byte[] bytes, int length) throws InterruptedException {
    int put = 0;
    while (put < length) {
      put += putSome(bytes, put, length);
    }
  }

  private int putSome(byte[] bytes, int from, int to) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (count == bound) {
        room.await();
      }
      makeRoom(Math.min(bound, count + to - from));
      int end = (first + count) % ring.length;
      int fits = Math.min(ring.length - count, ring.length - end);
      int some = Math.min(to - from, fits);
      System.arraycopy(bytes, from, ring, end, some);
      count += some;
      more.signal();
      return some;
    } finally {
      lock.unlock();
    }
  }

  private void makeRoom(int least) {
    if (least <= ring.length) {
      return;
    }
    int length = (int) Math.min(bound, Math.max(least, 2L * ring.length));
    int behind = Math.min(count, ring.length - first);
    byte[] longer = Arrays.copyOfRange(ring, first, first + length);
    System.arraycopy(ring, 0, longer, behind, count - behind);
    ring = longer;
    first = 0;
  }

  /** Nothing will be added any more. */
  void end() {
    lock.lock();
    try {
      ended = true;
      more.signal();
    } finally {
      lock.unlock();
    }
  }

  /** How many bytes are there. */
  int size() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes at most so many bytes as there are.
   *
   * @param millis how long to wait for the first of them
   * @return how many were taken; 0 where none came in time, -1 where none will come any more
   */
  int take(byte[] bytes, int offset, int length, long millis) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (count == 0 && !ended && left > 0) {
        left = more.awaitNanos(left);
      }
      if (count == 0) {
        return ended ? -1 : 0;
      }
      int some = Math.min(Math.min(length, count), ring.length - first);
      System.arraycopy(ring, first, bytes, offset, some);
      first = (first + some) % ring.length;
      count -= some;
      room.signal();
      return some;
    } finally {
      lock.unlock();
    }
  }
}
