package io.hopwise.cli;

import io.hopwise.cli.process.Session;
import java.io.IOException;

/** A command. */
interface Subcommand {
  /** Its options. */
  Options options();

  /** Sets the file or rule to work on, if the command line has no options. */
  void argument(String word);

  /**
   * Runs the command.
   *
   * @return the exit code
   * @throws IOException if standard output cannot be written
   */
  int run(Session session) throws IOException;
}
