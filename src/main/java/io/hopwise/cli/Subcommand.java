package io.hopwise.cli;

import java.io.IOException;

/** A command, after its options were read. */
interface Subcommand {
  /**
   * Does the work.
   *
   * @return the exit code
   * @throws IOException if standard output cannot be written
   */
  int run(Session session) throws IOException;
}
