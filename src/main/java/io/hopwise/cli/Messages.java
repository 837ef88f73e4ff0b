package io.hopwise.cli;

import io.hopwise.report.SafeText;
import java.io.PrintStream;

/**
 * What goes to standard error: errors always, notices unless {@code -q}, and a progress line that
 * gives way to both. Whatever the text was made of, it is safe to look at.
 */
final class Messages {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private boolean quiet;
  private boolean progressShown;

  Messages(PrintStream err) {
    this.err = err;
  }

  synchronized void quiet(boolean newQuiet) {
    quiet = newQuiet;
  }

  /** Says something that is good to know. */
  synchronized void notice(String sentence) {
    if (!quiet) {
      error(sentence);
    }
  }

  /** Shows what a notice was about, on lines of their own. */
  synchronized void detail(String lines) {
    if (!quiet) {
      plain(lines);
    }
  }

  /** Says why something failed. */
  synchronized void error(String sentence) {
    plain("hopwise: " + SafeText.line(sentence));
  }

  /** Prints lines as they are, but for unsafe characters. */
  synchronized void plain(String lines) {
    endProgress();
    err.println(SafeText.block(lines));
  }

  /** Shows a line that the next one replaces. */
  synchronized void progress(String line) {
    err.print(CLEAR_LINE + line);
    err.flush();
    progressShown = true;
  }

  synchronized void endProgress() {
    if (progressShown) {
      err.print(CLEAR_LINE);
      err.flush();
      progressShown = false;
    }
  }
}
