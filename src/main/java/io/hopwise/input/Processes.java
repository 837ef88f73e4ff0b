package io.hopwise.input;

import java.util.concurrent.TimeUnit;

/** Ends processes that were started here. */
public final class Processes {
  private Processes() {}

  /**
   * Asks a process to end, and ends it by force if it has not done so within a second, or if the
   * thread is interrupted.
   */
  public static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
