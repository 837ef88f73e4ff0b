package io.hopwise.cli;

import java.util.List;

/** A command that reads a capture: what all such commands have in common. */
abstract class ReadingCommand implements Subcommand {
  /** The input file, of a command that takes one. */
  String file = "-";

  private List<String> several = List.of();

  final CommonOptions common = new CommonOptions();

  private final String name;
  private final String description;

  /**
   * A command that reads a capture.
   *
   * @param name the name on the command line
   * @param description what it does, for its help
   */
  ReadingCommand(String name, String description) {
    this.name = name;
    this.description = description;
  }

  @Override
  public final Options options() {
    Options options = new Options(name, description);
    if (takesSeveralFiles()) {
      options.arguments("FILE", Help.FILES, given -> several = given);
    } else {
      options.argument("FILE", Help.FILE, this::argument);
    }
    addTo(options);
    common.addTo(options);
    return options;
  }

  /** Whether it compares captures of several places. */
  boolean takesSeveralFiles() {
    return false;
  }

  /** Adds the options that other commands do not have. */
  abstract void addTo(Options options);

  @Override
  public final void argument(String word) {
    file = word;
  }

  /** All input files: one at least. Picocli fills its list after having handed it over. */
  final List<String> files() {
    return several.isEmpty() ? List.of(file) : several;
  }
}
