package io.hopwise.cli;

import picocli.CommandLine.Option;

/** The options of every command that reads a capture. */
final class CommonOptions {
  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing on standard error but why something failed.")
  boolean quiet;

  @Option(names = "--strict", description = "Fail (exit code 3) if any text could not be read.")
  boolean strict;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto (the standard), always or never. NO_COLOR is heeded.")
  Color color = Color.AUTO;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and end.")
  boolean help;

  /** When to use colour. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return Names.option(this);
    }
  }

  boolean colored(Terminal terminal) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal.wantsColor();
    };
  }
}
