package io.hopwise.paste.strings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSet;
import io.hopwise.paste.PastedText;
import java.util.List;
import java.util.Locale;

/** What strings of data formats are called, and what stands around them. */
final class StringNames {
  private static final byte[] WHOLE = "stdout".getBytes(UTF_8);
  private static final byte[] LINES_AGAIN = "stdout_lines".getBytes(UTF_8);

  private static final byte[] PAIRS = "\":[[".getBytes(UTF_8);
  private static final byte[] NAMED = "\":".getBytes(UTF_8);

  /** Digits alone that are longer are a time. */
  private static final int LONGEST_COUNT = 12;

  /** Names that log drivers, collectors and libraries give to what was logged. */
  private static final ImmutableSet<String> NAMES =
      ImmutableSet.of(
          "log",
          "message",
          "msg",
          "line",
          "text",
          "stdout",
          "output",
          "textpayload",
          "_raw",
          "short_message",
          "@message",
          "body",
          "content",
          "data");

  private StringNames() {}

  /** Whether the name before a string says that it is what was logged. */
  static boolean isNamed(PastedText text, Literal literal) {
    int at = literal.from() - 2;
    while (at > 0 && text.at(at) == ' ') {
      at--;
    }
    if (at < 1 || (text.at(at) != ':' && text.at(at) != '=')) {
      return false;
    }
    int end = at;
    while (end > 0 && (text.at(end - 1) == ' ' || text.at(end - 1) == '"')) {
      end--;
    }
    int from = end;
    while (from > 0
        && (Character.isLetter(text.at(from - 1))
            || text.at(from - 1) == '_'
            || text.at(from - 1) == '@')) {
      from--;
    }
    return NAMES.contains(text.words(from, end).toLowerCase(Locale.ROOT));
  }

  /** Whether a line holds nothing but what a data format puts around strings, or other ones. */
  static boolean isAround(PastedText text, int from) {
    int at = text.behindBlanks(from);
    return at < text.length() && "{}[],\"".indexOf(text.at(at)) >= 0;
  }

  /** Whether a line holds nothing but brackets, which end what strings stand in. */
  static boolean isBracket(PastedText text, int from, int end) {
    int first = text.behindBlanks(from);
    for (int at = first; at < end; at++) {
      if ("[]{}(),; ".indexOf(text.at(at)) < 0) {
        return false;
      }
    }
    return first < end;
  }

  /** Whether Ansible gives the output of a command as one string on a line. */
  static boolean beginsOutput(PastedText text, List<Literal> literals) {
    return begins(text, literals, WHOLE);
  }

  /** Whether Ansible gives that output once more, as a list of its lines. */
  static boolean beginsLinesAgain(PastedText text, List<Literal> literals) {
    return begins(text, literals, LINES_AGAIN);
  }

  private static boolean begins(PastedText text, List<Literal> literals, byte[] name) {
    if (literals.isEmpty() || literals.get(0).length() != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (text.at(literals.get(0).from() + i) != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line holds a list of strings. */
  static boolean isList(PastedText text, int from, List<Literal> literals) {
    return literals.size() > 1 && (text.at(from) == '[' || isOfLoki(text, literals.get(0)));
  }

  /**
   * Whether a line holds pairs of a time and a line, as Loki answers: {@code "values":[["…","…"]}.
   */
  private static boolean isOfLoki(PastedText text, Literal first) {
    int end = first.to();
    return text.words(first.from(), end).equals("values") && text.startsWith(PAIRS, end);
  }

  /** Whether a string of a list is a name, or a time in nanoseconds, and none of its lines. */
  static boolean isBeside(PastedText text, Literal literal) {
    if (text.startsWith(NAMED, literal.to())) {
      return true;
    }
    int at = literal.from();
    while (at < literal.to() && text.at(at) >= '0' && text.at(at) <= '9') {
      at++;
    }
    return at == literal.to() && literal.length() > LONGEST_COUNT;
  }
}
