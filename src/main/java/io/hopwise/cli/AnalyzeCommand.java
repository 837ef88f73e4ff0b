package io.hopwise.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "analyze", description = "x")
final class AnalyzeCommand implements Subcommand {
  @Parameters(arity = "0..1")
  String file = "-";

  @Override
  public int run(Session session) {
    throw CommandFailure.usage("not yet " + file);
  }
}
