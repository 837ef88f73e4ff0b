package io.hopwise.parser.around;

import io.hopwise.parser.grammar.SurroundingLines;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.LexerTable;
import io.hopwise.parser.lexer.TableLexers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A prompt and the command typed after it, or a command without a prompt.
 *
 * @param runsTcpdump whether the command runs tcpdump
 * @param typed the command, from tcpdump's name on if it runs tcpdump; empty for a prompt alone
 * @param place the machine, container, pod or namespace in which the command runs, if named
 */
public record Command(boolean runsTcpdump, String typed, Optional<String> place) {
  /** The name of tcpdump at the start of a command, with or without a path. */
  private static final Pattern TCPDUMP =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?:tcpdump(?:64|-uw|\\.exe)?|[Ww]in[Dd]ump(?:\\.exe)?)(?= |$)"
              + "|(?<![A-Za-z0-9_-])(?:monitor traffic|view-pcap)(?= |$)");

  /**
   * The command in a line, or null if there is none.
   *
   * @param bytes contains the line
   * @param from the index where it begins
   * @param end the index where it ends, without the line end and white space before that
   */
  static @Nullable Command at(byte[] bytes, int from, int end) {
    LexerTable.Mode prompts = TableLexers.surroundings().mode(0);
    int state = 0;
    int type = 0;
    int after = from;
    for (int at = from; at < end; at++) {
      state = prompts.next(state, bytes[at]);
      if (state == LexerTable.DEAD) {
        break;
      }
      int ending = LexerTable.Mode.type(prompts.end(state));
      // A prompt ends with the first mark that can end it; the rest was typed.
      boolean ends = at + 1 == end || bytes[at + 1] == ' ' || type == 0;
      if (isPrompt(ending) && ends && type != SurroundingLines.PROMPT) {
        type = ending;
        after = at + 1;
      }
    }
    return type == 0 ? bare(bytes, from, end) : typed(bytes, from, after, end, type);
  }

  private static boolean isPrompt(int type) {
    return type == SurroundingLines.PROMPT || type == SurroundingLines.MARK_ONLY;
  }

  private static @Nullable Command typed(byte[] bytes, int from, int after, int end, int type) {
    int start = after;
    while (start < end && bytes[start] == ' ') {
      start++;
    }
    String prompt = type == SurroundingLines.PROMPT ? Bytes.text(bytes, from, after) : "";
    if (start == end) {
      return prompt.isEmpty() ? null : of(prompt, "", false);
    }
    int command = Surroundings.wholeLine(SurroundingLines.TYPED, bytes, start, end);
    boolean apart = after < start || prompt.contains(":\\");
    boolean sure = !prompt.isEmpty() && (apart || command != 0);
    if (command == 0 && !sure) {
      return null;
    }
    boolean runsTcpdump = command == SurroundingLines.TCPDUMP_COMMAND;
    String host = prompt.isEmpty() ? Bytes.text(bytes, from, after) : prompt;
    return of(host, Bytes.text(bytes, start, end), runsTcpdump);
  }

  private static @Nullable Command bare(byte[] bytes, int from, int end) {
    return Surroundings.wholeLine(SurroundingLines.BARE, bytes, from, end) == 0
        ? null
        : of("", Bytes.text(bytes, from, end), true);
  }

  /** A command typed after a prompt, which may be empty. */
  public static Command of(String prompt, String typed, boolean runsTcpdump) {
    Matcher name = TCPDUMP.matcher(typed);
    boolean found = runsTcpdump && name.find();
    String before = found ? typed.substring(0, name.start()) : "";
    Optional<String> place = CommandPlace.of(prompt, before);
    return new Command(runsTcpdump, found ? typed.substring(name.start()) : typed, place);
  }

  /** The command in a line that is known to run tcpdump. */
  public static Command inLine(String line) {
    Matcher name = TCPDUMP.matcher(line);
    if (!name.find()) {
      return new Command(true, "", CommandPlace.of(line, ""));
    }
    String before = line.substring(0, name.start());
    String typed = CommandPlace.typed(before);
    String prompt = before.substring(0, before.length() - typed.length());
    return new Command(true, line.substring(name.start()), CommandPlace.of(prompt, typed));
  }

  /**
   * Whether a line contains a command that runs tcpdump, so that another capture begins after it.
   */
  public static boolean isTcpdump(byte[] bytes, int from, int to) {
    int end = Surroundings.end(bytes, from, to);
    Command command = end == from ? null : at(bytes, from, end);
    return command != null && command.runsTcpdump;
  }
}
