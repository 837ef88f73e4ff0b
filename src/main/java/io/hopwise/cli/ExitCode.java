package io.hopwise.cli;

/** The exit codes, as the help and the README state them. */
final class ExitCode {
  /** The input was read. */
  static final int OK = 0;

  /** A finding at or above {@code --fail-on}. */
  static final int FINDINGS = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /** The input could not be read, or the output not written; with --strict also a reject. */
  static final int UNREADABLE = 3;

  /** A bug in this program. */
  static final int BUG = 70;

  /** Interrupted with ^C, as shells count it: 128 and SIGINT. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
