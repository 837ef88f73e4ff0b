package io.hopwise.cli;

import io.hopwise.cli.process.Session;
import java.io.IOException;

/** A command. */
interface Subcommand {
  /** What it can be told, and will take. */
  Options options();

  /** Takes the file (or the rule) to work on, where no option is given. */
  void argument(String word);

  /**
   * Does the work.
   *
   * @return the exit code
   * @throws IOException if standard output cannot be written
   */
  int run(Session session) throws IOException;
}
