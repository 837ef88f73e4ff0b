package io.hopwise.cli.process;

import java.util.ArrayList;
import java.util.List;

/** Set once, by another thread, when the command should finish. */
public final class StopSignal {
  private final List<Runnable> actions = new ArrayList<>();
  private volatile boolean stopped;

  public boolean isStopped() {
    return stopped;
  }

  /** Runs an action when the signal comes, or at once if it has come already. */
  public void onStop(Runnable action) {
    synchronized (actions) {
      if (!stopped) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  public void stop() {
    List<Runnable> due;
    synchronized (actions) {
      stopped = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }
}
