package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * Strings of a data format or a program: JSON of a log driver, one string with all lines, a list of
 * lines, Python's bytes. Of each line the longest string is taken; of a list on one line, all.
 */
final class StringLiterals implements Way {
  private static final byte[] WHOLE = "stdout".getBytes(UTF_8);
  private static final byte[] LINES_AGAIN = "stdout_lines".getBytes(UTF_8);

  /** A string of a line. */
  private record Literal(int from, int to) {
    int length() {
      return to - from;
    }
  }

  static List<Way> find(PastedText sample) {
    int lines = 0;
    int strings = 0;
    int all = 0;
    int end;
    for (int at = 0; at < sample.length(); at = end) {
      end = sample.lineEnd(at);
      lines++;
      List<Literal> literals = literals(sample, at, sample.wordsEnd(at, end));
      int sum = literals.stream().mapToInt(Literal::length).sum();
      int longest = literals.stream().mapToInt(Literal::length).max().orElse(0);
      strings += isList(sample, at, literals) ? sum : longest;
      all += end - at;
    }
    return lines > 0 && 5 * strings >= 2 * all ? List.of(new StringLiterals()) : List.of();
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
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    boolean whole = false;
    boolean again = false;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      int words = text.wordsEnd(at, end);
      List<Literal> literals = literals(text, at, words);
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
        if (literal.length() >= least && literal.length() > 0) {
          put(text, literal, undone);
          least = isList(text, at, literals) ? least : longest + 1;
        }
      }
    }
    return undone.done();
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
    return literals.size() > 1 && text.at(from) == '[';
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
  public String says() {
    return "strings of JSON or the like";
  }

  @Override
  public String toString() {
    return "StringLiterals";
  }
}
