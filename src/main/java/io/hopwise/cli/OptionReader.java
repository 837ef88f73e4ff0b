package io.hopwise.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads options into a command, with picocli. */
final class OptionReader {
  private final CommandLine line;

  OptionReader(Subcommand command) {
    line = commandLine(command);
  }

  /**
   * Reads the options.
   *
   * @return whether the help is asked for, rather than the command
   * @throws CommandFailure if the usage is wrong
   */
  boolean read(List<String> args) {
    try {
      return line.parseArgs(args.toArray(String[]::new)).isUsageHelpRequested();
    } catch (ParameterException e) {
      throw CommandFailure.usage(reason(e) + ". Try " + line.getCommandName() + " --help");
    }
  }

  /** The command's help. */
  String usage() {
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    return line.getUsageMessage(Ansi.OFF);
  }

  private static String reason(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      return first.startsWith("-")
          ? "there is no option " + first
          : "one file at a time, and there is also " + first;
    }
    String message = String.valueOf(e.getMessage());
    return message.isEmpty()
        ? "wrong usage"
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  /** The constants of options are written in lower case, whatever picocli would call them. */
  private static CommandLine commandLine(Object command) {
    CommandLine line = new CommandLine(command);
    line.setCommandName("hopwise " + line.getCommandName());
    line.setExpandAtFiles(false);
    line.registerConverter(Integer.class, Names::integer);
    line.registerConverter(Long.class, Names::longInteger);
    line.registerConverter(AnalyzeCommand.Format.class, Names::analyzeFormat);
    line.registerConverter(AnalyzeCommand.FailOn.class, Names::failOn);
    line.registerConverter(AnalysisOptions.Place.class, Names::place);
    line.registerConverter(ParseCommand.Format.class, Names::parseFormat);
    line.registerConverter(HopsCommand.Format.class, Names::hopsFormat);
    line.registerConverter(CommonOptions.Color.class, Names::color);
    return line;
  }
}
