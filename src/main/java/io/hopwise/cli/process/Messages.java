package io.hopwise.cli.process;

import io.hopwise.text.SafeText;
import java.io.PrintStream;

/**
 * Writes to standard error: errors always, notices unless {@code -q} is given, and a progress line
 * that gives way to both. Unsafe characters are always escaped.
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

  /** Writes a notice. */
  public synchronized void notice(String sentence) {
    if (!quiet) {
      error(sentence);
    }
  }

  /** Shows the text that a notice is about, on lines of its own. */
  public synchronized void detail(String lines) {
    if (!quiet) {
      plain(lines);
    }
  }

  /** Writes an error. */
  public synchronized void error(String sentence) {
    plain("hopwise: " + SafeText.line(sentence));
  }

  /** Prints lines as they are, except for unsafe characters. */
  public synchronized void plain(String lines) {
    endProgress();
    err.println(SafeText.block(lines));
  }

  /** Shows a progress line, which the next one replaces; none where it shall be quiet. */
  public synchronized void progress(String line) {
    if (quiet) {
      return;
    }
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
