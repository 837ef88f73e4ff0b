package io.hopwise.cli.process;

import io.hopwise.report.SafeText;
import java.io.PrintStream;

/**
 * What goes to standard error: errors always, notices unless {@code -q}, and a progress line that
 * gives way to both. Whatever the text was made of, it is safe to look at.
 */
public final class Messages {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private boolean quiet;
  private boolean progressShown;

  public Messages(PrintStream err) {
    this.err = err;
  }

  public synchronized void quiet(boolean newQuiet) {
    quiet = newQuiet;
  }

  /** Says something that is good to know. */
  public synchronized void notice(String sentence) {
    if (!quiet) {
      error(sentence);
    }
  }

  /** Shows what a notice was about, on lines of their own. */
  public synchronized void detail(String lines) {
    if (!quiet) {
      plain(lines);
    }
  }

  /** Says why something failed. */
  public synchronized void error(String sentence) {
    plain("hopwise: " + SafeText.line(sentence));
  }

  /** Prints lines as they are, but for unsafe characters. */
  public synchronized void plain(String lines) {
    endProgress();
    err.println(SafeText.block(lines));
  }

  /** Shows a line that the next one replaces. */
  public synchronized void progress(String line) {
    err.print(CLEAR_LINE + line);
    err.flush();
    progressShown = true;
  }

  public synchronized void endProgress() {
    if (progressShown) {
      err.print(CLEAR_LINE);
      err.flush();
      progressShown = false;
    }
  }
}
