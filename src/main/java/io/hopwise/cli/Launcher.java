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
      throw CommandFailure.usage(reason(e) + ". Try hopwise " + line.getCommandName() + " --help");
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

  private static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(30);
  }

  private int help(List<String> args) throws IOException {
    String about = args.isEmpty() ? "" : args.get(0);
    Object command =
        switch (about) {
          case "analyze" -> new AnalyzeCommand();
          case "parse" -> new ParseCommand();
          case "hops" -> new HopsCommand();
          case "rules" -> new RulesCommand();
          default -> new HopwiseHelp();
        };
    return print(usage(commandLine(command)));
  }

  private static String usage(CommandLine line) {
    if (!line.getCommandName().equals("hopwise")) {
      line.getCommandSpec().qualifiedName("hopwise " + line.getCommandName());
    }
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
