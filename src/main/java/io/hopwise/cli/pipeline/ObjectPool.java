package io.hopwise.cli.pipeline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Objects that are reused by whichever thread needs one; a new one is made if none is free. This is
 * a deque with a lock, because compiling a lock-free one took the JVM a hundredth of a short run.
 *
 * @param <T> the type of the objects
 */
final class ObjectPool<T> {
  private final Maker<T> maker;
  private final Deque<T> spare = new ArrayDeque<>();

  /** Makes a new object. */
  @FunctionalInterface
  interface Maker<T> {
    /** Makes it. */
    T make() throws IOException;
  }

  ObjectPool(Maker<T> maker) {
    this.maker = maker;
  }

  /** A free object: the one given back last or, if there is none, a new one. */
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
