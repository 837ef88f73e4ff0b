package io.hopwise.parser.around;

import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.packet.CaptureCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line that runs tcpdump, as far as the shell and getopt(3) are concerned: its words, the
 * options among them, and the filter, which is the rest.
 */
public final class CommandLine {
  /** The shell puts something else in their place, or the command goes on elsewhere. */
  private static final String REPLACED = "$`";

  private static final String ENDS_COMMAND = "|;&<>";

  /** Options that have a value, in the same word or the next. */
  private static final String WITH_VALUE = "BcCDEFGijmMQrsTVwWyzZP";

  /** With -F the filter stands in a file, with -w the packets go to one. */
  private static final String ELSEWHERE = "Fw";

  private final List<String> filter = new ArrayList<>();
  private boolean verbose;
  private boolean quiet;
  private boolean elsewhere;
  private boolean oneWay;

  private CommandLine() {}

  /**
   * What a command line says.
   *
   * @param typed the command line from {@code tcpdump} on
   */
  public static CaptureCommand read(String typed) {
    List<String> words = new ArrayList<>();
    boolean understood = split(typed, words);
    CommandLine line = new CommandLine();
    line.take(words.isEmpty() ? words : words.subList(1, words.size()));
    FilterReader filter = FilterReader.read(String.join(" ", line.filter));
    boolean known = understood && !line.elsewhere && filter.isUnderstood();
    return new CaptureCommand(
        line.verbose,
        line.quiet,
        known ? filter.ports() : ImmutableSortedSet.of(),
        !known || line.oneWay || filter.tellsWays());
  }

  private void take(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() < 2 || word.charAt(0) != '-') {
        filter.add(word);
      } else if (word.charAt(1) == '-') {
        oneWay |= word.startsWith("--direction") && !word.endsWith("inout");
      } else {
        i += option(word, i + 1 < words.size() ? words.get(i + 1) : "") ? 1 : 0;
      }
    }
  }

  /** Takes a word of options; gives whether the next word is the value of its last one. */
  private boolean option(String word, String next) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      verbose |= letter == 'v';
      quiet |= letter == 'q';
      elsewhere |= ELSEWHERE.indexOf(letter) >= 0;
      if (WITH_VALUE.indexOf(letter) >= 0) {
        boolean inNext = i + 1 == word.length();
        String value = inNext ? next : word.substring(i + 1);
        oneWay |= letter == 'Q' && !value.equals("inout");
        // Before -Q was, the direction was -P.
        oneWay |= letter == 'P' && (value.equals("in") || value.equals("out"));
        return inNext;
      }
    }
    return false;
  }

  /** The words as tcpdump sees them; gives false where the shell does more than to split them. */
  private static boolean split(String command, List<String> words) {
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      boolean escapes = quote == 0 && c == '\\';
      boolean ends = escapes && i + 1 == command.length();
      if (ends || (quote != '\'' && REPLACED.indexOf(c) >= 0)) {
        return false;
      }
      boolean comment = c == '#' && word.length() == 0;
      if (quote == 0 && (comment || ENDS_COMMAND.indexOf(c) >= 0)) {
        break;
      }
      if (escapes) {
        word.append(command.charAt(++i));
      } else if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
        quote = quote == 0 ? c : 0;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        end(word, words);
      } else {
        word.append(c);
      }
    }
    end(word, words);
    return quote == 0;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
