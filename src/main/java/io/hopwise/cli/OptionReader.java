package io.hopwise.cli;

import io.hopwise.cli.process.CommandFailure;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command's options with picocli. */
final class OptionReader {
  static {
    // No option has a type of java.sql or java.time, and looking for them loads 150 classes.
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
  }

  private final CommandLine line;

  OptionReader(Subcommand command) {
    line = command.options().reader();
    line.setExpandAtFiles(false);
  }

  /**
   * Reads the options.
   *
   * @return whether to print the help instead of running the command
   * @throws CommandFailure if the usage is wrong
   */
  boolean read(List<String> args) {
    try {
      return line.parseArgs(args.toArray(String[]::new)).isUsageHelpRequested();
    } catch (ParameterException e) {
      throw CommandFailure.usage(reason(e) + ". Try " + line.getCommandName() + " --help");
    }
  }

  /** The command's help text. */
  String usage() {
    return line.getUsageMessage(Ansi.OFF);
  }

  private static String reason(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      return first.startsWith("-")
          ? "there is no option " + first
          : "only one argument is allowed, but there is also " + first;
    }
    String message = String.valueOf(e.getMessage());
    return message.isEmpty()
        ? "wrong usage"
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
