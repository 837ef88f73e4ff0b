package io.hopwise.cli.input;

import io.hopwise.cli.process.Messages;
import io.hopwise.cli.process.Terminal;

/** Gives one hint if standard input is silent from the start. */
public final class SilenceHint implements LiveInput.SilenceListener {
  private static final long PATIENCE_MILLIS = 5000;
  private static final long TERMINAL_PATIENCE_MILLIS = 500;

  private final Messages messages;
  private final boolean terminal;
  private boolean given;

  public SilenceHint(Messages messages, Terminal terminal) {
    this.messages = messages;
    this.terminal = terminal.stdin() == Terminal.StreamType.TERMINAL;
  }

  @Override
  public void lasted(long millis) {
    if (given || millis < (terminal ? TERMINAL_PATIENCE_MILLIS : PATIENCE_MILLIS)) {
      return;
    }
    given = true;
    messages.notice(
        terminal
            ? "reading from the terminal: paste what tcpdump -v printed and end with Ctrl-D, or"
                + " name a file: hopwise capture.txt"
            : "no input yet. tcpdump buffers its output when it writes to a pipe: run it"
                + " with -l, and --immediate-mode if there are few packets, as in tcpdump -l"
                + " --immediate-mode -n -v -i eth0 | hopwise");
  }
}
