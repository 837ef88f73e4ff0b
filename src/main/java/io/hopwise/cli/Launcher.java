package io.hopwise.cli;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import io.hopwise.cli.process.CommandFailure;
import io.hopwise.cli.process.ExitCode;
import io.hopwise.cli.process.Reasons;
import io.hopwise.cli.process.Session;
import java.io.IOException;
import java.util.List;

/** Finds the command to run, reads its options, and turns failures into exit codes. */
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

  /** Creates only the command to run, because creating all of them takes time. */
  private int dispatch(ImmutableList<String> args) throws IOException {
    String first = args.isEmpty() ? "" : args.get(0);
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    return switch (first) {
      case "analyze" -> run(new AnalyzeCommand(), rest);
      case "parse" -> run(new ParseCommand(), rest);
      case "hops" -> run(new HopsCommand(), rest);
      case "connections" -> run(new ConnectionsCommand(), rest);
      case "rules" -> run(new RulesCommand(), rest);
      case "-h", "--help", "help" -> help(rest);
      case "-V", "--version" -> print("hopwise " + Version.text() + "\n");
      default -> run(new AnalyzeCommand(), args);
    };
  }

  private int run(Subcommand command, List<String> args) throws IOException {
    if (isPlain(args)) {
      args.forEach(command::argument);
    } else if (new OptionReader(command).read(args)) {
      return print(new OptionReader(command).usage());
    }
    int exitCode = command.run(session);
    return session.stop().isStopped() ? ExitCode.INTERRUPTED : exitCode;
  }

  /**
   * Whether there are no options and at most one file. Then picocli is not used: loading it takes a
   * third of the time of the whole command.
   */
  private static boolean isPlain(List<String> args) {
    return args.isEmpty() || (args.size() == 1 && isFile(args.get(0)));
  }

  private static boolean isFile(String arg) {
    return arg.equals("-") || !arg.startsWith("-");
  }

  private int help(List<String> args) throws IOException {
    String about = args.isEmpty() ? "" : args.get(0);
    return switch (about) {
      case "" -> print(Help.HOPWISE);
      case "analyze" -> print(new OptionReader(new AnalyzeCommand()).usage());
      case "parse" -> print(new OptionReader(new ParseCommand()).usage());
      case "hops" -> print(new OptionReader(new HopsCommand()).usage());
      case "connections" -> print(new OptionReader(new ConnectionsCommand()).usage());
      case "rules" -> print(new OptionReader(new RulesCommand()).usage());
      default ->
          throw CommandFailure.usage("there is no command " + about + ". Try hopwise --help");
    };
  }

  private int print(String text) throws IOException {
    session.out().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    session.out().flush();
    return ExitCode.OK;
  }

  /**
   * The exit code if output cannot be written. It is no failure if the reader of our output stopped
   * reading.
   */
  private int cannotWrite(IOException e) {
    if (session.isReaderGone(e)) {
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
