package io.hopwise.cli;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command that is meant, has its options read, and turns failures into exit codes. */
final class Launcher {
  private final Session session;

  Launcher(Session session) {
    this.session = session;
  }

  int run(ImmutableList<String> args) {
    try {
      return session.stop().isStopped() ? ExitCode.INTERRUPTED : dispatch(args);
    } catch (CommandFailure e) {
      session.messages().error(e.sentence());
      return e.exitCode();
    } catch (IOException e) {
      return cannotWrite(e);
    } catch (RuntimeException | Error e) {
      return bug(e);
    }
  }

  /** Only the command that is meant is built: building all of them takes time. */
  private int dispatch(ImmutableList<String> args) throws IOException {
    String first = args.isEmpty() ? "" : args.get(0);
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    return switch (first) {
      case "analyze" -> run(new AnalyzeCommand(), rest);
      case "parse" -> run(new ParseCommand(), rest);
      case "hops" -> run(new HopsCommand(), rest);
      case "rules" -> run(new RulesCommand(), rest);
      case "-h", "--help", "help" -> help(rest);
      case "-V", "--version" -> print("hopwise " + Version.text() + "\n");
      default -> run(new AnalyzeCommand(), args);
    };
  }

  private int run(Subcommand command, List<String> args) throws IOException {
    CommandLine line = commandLine(command);
    try {
      if (line.parseArgs(args.toArray(String[]::new)).isUsageHelpRequested()) {
        return print(usage(line));
      }
    } catch (ParameterException e) {
      throw CommandFailure.usage(reason(e) + ". Try " + line.getCommandName() + " --help");
    }
    int exitCode = command.run(session);
    return session.stop().isStopped() ? ExitCode.INTERRUPTED : exitCode;
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

  private int help(List<String> args) throws IOException {
    return switch (args.isEmpty() ? "" : args.get(0)) {
      case "analyze" -> print(usage(commandLine(new AnalyzeCommand())));
      case "parse" -> print(usage(commandLine(new ParseCommand())));
      case "hops" -> print(usage(commandLine(new HopsCommand())));
      case "rules" -> print(usage(commandLine(new RulesCommand())));
      default -> print(Help.HOPWISE);
    };
  }

  private static String usage(CommandLine line) {
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    return line.getUsageMessage(Ansi.OFF);
  }

  private int print(String text) throws IOException {
    session.out().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    session.out().flush();
    return ExitCode.OK;
  }

  /** Whoever read our output may stop reading at any time, and that is no failure. */
  private int cannotWrite(IOException e) {
    boolean closed =
        session.terminal().stdout() == Terminal.Connection.PIPE
            || e instanceof Stdout.ClosedException
            || String.valueOf(e.getMessage()).contains("Broken pipe");
    if (closed) {
      return ExitCode.OK;
    }
    session.messages().error("cannot write to standard output: " + Reasons.of(e));
    return ExitCode.UNREADABLE;
  }

  private int bug(Throwable e) {
    session.messages().error("this is a bug in hopwise " + Version.text() + ", please report it:");
    session.messages().plain(Throwables.getStackTraceAsString(e).stripTrailing());
    return ExitCode.BUG;
  }
}
