package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSet;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Strings of a data format or a program: JSON of a log driver, one string with all lines, a list of
 * lines, Python's bytes. Where lines have a string whose name says that it is what was logged, that
 * is taken; else of each line the longest string, and of a list on one line all.
 *
 * <p>No library reads these: what is pasted need not be whole JSON, may be Python's or logfmt, and
 * each byte must keep the place it had in the input, which a parser of documents does not tell.
 */
final class StringLiterals implements Way {

  private static final byte[] WHOLE = "stdout".getBytes(UTF_8);
  private static final byte[] LINES_AGAIN = "stdout_lines".getBytes(UTF_8);

  private static final byte[] OBJECT = "{\"".getBytes(UTF_8);
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

  /** A string of a line. */
  private record Literal(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /** Whether lines have a string with such a name, so that all others tell other things. */
  private final boolean named;

  /** Where lines of objects were wrapped before; null where they were not. */
  private final Wrap.@Nullable At wrapped;

  private StringLiterals(boolean named, Wrap.@Nullable At wrapped) {
    this.named = named;
    this.wrapped = wrapped;
  }

  static List<Way> find(PastedText sample) {
    if (!areWrapped(sample)) {
      return find(sample, null);
    }
    Wrap.At at = areCutAlike(sample) ? Wrap.At.CHARACTERS : Wrap.At.WORDS;
    return find(joined(sample, at), at);
  }

  /** Whether an object of JSON begins at an index. */
  static boolean beginsObject(PastedText text, int from) {
    return text.startsWith(OBJECT, from);
  }

  /** Whether nearly all lines that go on have the same width: others were cut between words. */
  private static boolean areCutAlike(PastedText text) {
    Map<Integer, Integer> widths = new HashMap<>();
    int lines = 0;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      if (end < text.length() && !text.startsWith(OBJECT, end)) {
        lines++;
        widths.merge(text.columns(at, text.wordsEnd(at, end)), 1, Integer::sum);
      }
    }
    int most = widths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return 10 * most >= 9 * lines;
  }

  /** Whether objects begin on lines and go on behind them. */
  private static boolean areWrapped(PastedText text) {
    int begun = 0;
    int open = 0;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      int words = text.lastWordEnd(at, end);
      boolean begins = text.startsWith(OBJECT, at);
      begun += begins ? 1 : 0;
      open += begins && text.at(words - 1) != '}' ? 1 : 0;
    }
    return text.startsWith(OBJECT, 0) && 2 * open > begun;
  }

  /** Lines of objects that were wrapped, each on one line again. */
  private static PastedText joined(PastedText text, Wrap.At wrapped) {
    return text.changeLines(
        (at, end, undone) -> {
          boolean ends = end >= text.length() || text.startsWith(OBJECT, end);
          undone.copy(text, at, ends ? end : text.wordsEnd(at, end));
          if (!ends && wrapped == Wrap.At.WORDS) {
            undone.put(' ', text.place(end - 1));
          }
        });
  }

  private static List<Way> find(PastedText sample, Wrap.@Nullable At wrapped) {
    int lines = 0;
    int strings = 0;
    int all = 0;
    int withName = 0;
    int end;
    for (int at = 0; at < sample.length(); at = end) {
      end = sample.lineEnd(at);
      lines++;
      List<Literal> literals = literals(sample, at, sample.wordsEnd(at, end));
      int sum = literals.stream().mapToInt(Literal::length).sum();
      int longest = literals.stream().mapToInt(Literal::length).max().orElse(0);
      strings += isList(sample, at, literals) ? sum : longest;
      all += end - at;
      withName += literals.stream().anyMatch(literal -> isNamed(sample, literal)) ? 1 : 0;
    }
    List<Way> ways = new ArrayList<>();
    if (withName > 1 || (withName == 1 && lines < 3)) {
      ways.add(new StringLiterals(true, wrapped));
    }
    if (lines > 0 && 5 * strings >= 2 * all) {
      ways.add(new StringLiterals(false, wrapped));
    }
    return ways;
  }

  /** Whether the name before a string says that it is what was logged. */
  private static boolean isNamed(PastedText text, Literal literal) {
    int at = literal.from - 2;
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
  private static boolean isAround(PastedText text, int from) {
    int at = text.behindBlanks(from);
    return at < text.length() && "{}[],\"".indexOf(text.at(at)) >= 0;
  }

  /** The strings of a line. */
  private static List<Literal> literals(PastedText text, int from, int end) {
    List<Literal> found = new ArrayList<>();
    int at = from;
    while (at < end) {
      byte quote = text.at(at);
      if (quote != '"' && quote != '\'') {
        at++;
        continue;
      }
      int close = at + 1;
      while (close < end && text.at(close) != quote) {
        close += text.at(close) == '\\' ? 2 : 1;
      }
      if (close >= end) {
        break;
      }
      found.add(new Literal(at + 1, close));
      at = close + 1;
    }
    return found;
  }

  @Override
  public PastedText undo(PastedText pasted) {
    PastedText text = wrapped == null ? pasted : joined(pasted, wrapped);
    PastedText.Maker undone = new PastedText.Maker(text.length());
    boolean whole = false;
    boolean again = false;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      int words = text.wordsEnd(at, end);
      List<Literal> literals = literals(text, at, words);
      if (named) {
        putNamed(text, at, end, literals, undone);
        continue;
      }
      if (again) {
        again = !literals.isEmpty();
        continue;
      }
      // Ansible gives a command's output as one string, and once more as a list of its lines.
      again = whole && begins(text, literals, LINES_AGAIN);
      whole |= begins(text, literals, WHOLE);
      if (again) {
        continue;
      }
      int longest = literals.stream().mapToInt(Literal::length).max().orElse(0);
      if (10 * longest < 3 * (words - at) && !isList(text, at, literals)) {
        undone.copy(text, at, end);
        continue;
      }
      int least = isList(text, at, literals) ? Math.min(longest, 1) : longest;
      for (Literal literal : literals) {
        if (literal.length() >= least && literal.length() > 0 && !isBeside(text, literal)) {
          put(text, literal, undone);
          least = isList(text, at, literals) ? least : longest + 1;
        }
      }
    }
    return undone.done();
  }

  /** Puts the string with a name; other lines of the data say nothing of it. */
  private static void putNamed(
      PastedText text, int from, int end, List<Literal> literals, PastedText.Maker undone) {
    for (Literal literal : literals) {
      if (isNamed(text, literal)) {
        put(text, literal, undone);
        return;
      }
    }
    if (!isAround(text, from)) {
      undone.copy(text, from, end);
    }
  }

  private static boolean begins(PastedText text, List<Literal> literals, byte[] name) {
    if (literals.isEmpty() || literals.get(0).length() != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (text.at(literals.get(0).from + i) != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isList(PastedText text, int from, List<Literal> literals) {
    return literals.size() > 1 && (text.at(from) == '[' || isOfLoki(text, literals.get(0)));
  }

  /**
   * Whether a line holds pairs of a time and a line, as Loki answers: {@code "values":[["…","…"]}.
   */
  private static boolean isOfLoki(PastedText text, Literal first) {
    int end = first.to;
    return text.words(first.from, end).equals("values") && text.startsWith(PAIRS, end);
  }

  /** Whether a string of a list is a name, or a time in nanoseconds, and none of its lines. */
  private static boolean isBeside(PastedText text, Literal literal) {
    if (text.startsWith(NAMED, literal.to)) {
      return true;
    }
    int at = literal.from;
    while (at < literal.to && text.at(at) >= '0' && text.at(at) <= '9') {
      at++;
    }
    return at == literal.to && literal.length() > LONGEST_COUNT;
  }

  /** Puts a string's lines, the last of which it may have ended itself. */
  private static void put(PastedText text, Literal literal, PastedText.Maker undone) {
    int at = literal.from;
    while (at < literal.to) {
      if (text.at(at) != '\\' || at + 1 >= literal.to) {
        undone.copy(text, at, at + 1);
        at++;
        continue;
      }
      at += putEscape(text, at, literal.to, undone);
    }
    if (undone.last() != '\n') {
      undone.put('\n', text.place(literal.to));
    }
  }

  private static int putEscape(PastedText text, int at, int to, PastedText.Maker undone) {
    int place = text.place(at);
    byte letter = text.at(at + 1);
    int digits = letter == 'u' ? 4 : letter == 'x' ? 2 : 0;
    if (digits > 0 && at + 2 + digits <= to) {
      int code = hex(text, at + 2, digits);
      if (code >= 0) {
        byte[] bytes =
            digits == 2
                ? new byte[] {(byte) code}
                : new String(Character.toChars(code)).getBytes(UTF_8);
        for (byte b : bytes) {
          undone.put(b, place);
        }
        return 2 + digits;
      }
    }
    switch (letter) {
      case 'n' -> undone.put('\n', place);
      case 't' -> undone.put('\t', place);
      case 'r' -> undone.put('\r', place);
      default -> undone.put(letter, place);
    }
    return 2;
  }

  private static int hex(PastedText text, int from, int digits) {
    int code = 0;
    for (int at = from; at < from + digits; at++) {
      int digit = Character.digit(text.at(at), 16);
      if (digit < 0) {
        return -1;
      }
      code = 16 * code + digit;
    }
    return code;
  }

  @Override
  public String id() {
    return "string-literals";
  }

  @Override
  public String says() {
    return "strings of JSON or the like" + (wrapped == null ? "" : ", wrapped");
  }

  @Override
  public String toString() {
    return "StringLiterals" + named + wrapped;
  }
}
