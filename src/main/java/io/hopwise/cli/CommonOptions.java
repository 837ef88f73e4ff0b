package io.hopwise.cli;

import io.hopwise.cli.process.Terminal;
import java.util.List;

/** The options of every command that reads a capture. */
final class CommonOptions {
  boolean quiet;

  boolean strict;

  Color color = Color.AUTO;

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

  void addTo(Options options) {
    options.flag(
        List.of("-q", "--quiet"),
        "Print nothing but errors on standard error.",
        given -> quiet = given);
    options.flag(
        List.of("--strict"),
        "Fail (exit code 3) if any text could not be read.",
        given -> strict = given);
    options.constant(
        "--color",
        "WHEN",
        "auto (default), always or never. auto respects NO_COLOR.",
        Color.class,
        given -> color = given);
    options.help();
  }

  boolean colored(Terminal terminal) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal.wantsColor();
    };
  }
}
