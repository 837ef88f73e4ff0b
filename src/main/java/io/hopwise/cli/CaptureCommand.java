package io.hopwise.cli;

/** A command that reads a capture: what all such commands have in common. */
abstract class CaptureCommand implements Subcommand {
  String file = "-";

  final CommonOptions common = new CommonOptions();

  private final String name;
  private final String description;

  /**
   * A command that reads a capture.
   *
   * @param name the name on the command line
   * @param description what it does, for its help
   */
  CaptureCommand(String name, String description) {
    this.name = name;
    this.description = description;
  }

  @Override
  public final Options options() {
    Options options = new Options(name, description);
    options.argument("FILE", Help.FILE, this::argument);
    addTo(options);
    common.addTo(options);
    return options;
  }

  /** Adds the options that other commands do not have. */
  abstract void addTo(Options options);

  @Override
  public final void argument(String word) {
    file = word;
  }
}
