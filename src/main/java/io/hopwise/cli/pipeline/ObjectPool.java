package io.hopwise.cli.pipeline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Things that are used again, by whichever thread needs one; others are made as long as there is
 * none. A deque under a lock: to compile one without locks took the JVM a hundredth of a short run.
 *
 * @param <T> of what
 */
final class ObjectPool<T> {
  private final Maker<T> maker;
  private final Deque<T> spare = new ArrayDeque<>();

  /** Makes another one. */
  @FunctionalInterface
  interface Maker<T> {
    /** Makes it. */
    T make() throws IOException;
  }

  ObjectPool(Maker<T> maker) {
    this.maker = maker;
  }

  /** One that nobody uses: the one given back last, else a new one. */
  T take() throws IOException {
    synchronized (spare) {
      if (!spare.isEmpty()) {
        return spare.removeFirst();
      }
    }
    return maker.make();
  }

  /** Takes one back. */
  void giveBack(T used) {
    synchronized (spare) {
      spare.addFirst(used);
    }
  }
}
