package io.hopwise.cli.process;

/** The exit codes, as documented in the help and the README. */
public final class ExitCode {
  /** The input was read. */
  public static final int OK = 0;

  /** A finding at or above {@code --fail-on}. */
  public static final int FINDINGS = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /**
   * The input could not be read, the output could not be written, or with --strict there was a
   * reject.
   */
  public static final int UNREADABLE = 3;

  /** Who sent the packets cannot be judged; remarks may still be listed. */
  public static final int CANNOT_JUDGE = 4;

  /** A bug in this program. */
  public static final int BUG = 70;

  /** Interrupted with ^C: 128 plus the number of SIGINT, as in shells. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
