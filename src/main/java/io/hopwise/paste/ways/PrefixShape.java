package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.hopwise.paste.PastedText;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a prefix looks like: constant words, numbers, blanks. The parts that vary are told by their
 * kind, not by a value.
 *
 * @param parts from left to right
 */
record PrefixShape(ImmutableList<Part> parts) {
  /** A time of day, a zero for each number. */
  private static final String CLOCK = "0:0:0.0";

  /** How important a log takes a line for. */
  private static final ImmutableSet<String> LEVELS =
      ImmutableSet.of(
          "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "ERR", "CRIT", "FATAL",
          "trace", "debug", "info", "notice", "warn", "warning", "error", "err", "crit", "fatal",
          "Trace", "Debug", "Info", "Notice", "Warn", "Warning", "Error", "T", "D", "I", "W", "E");

  /** What a part of a prefix consists of. */
  enum CharClass {
    DIGITS,
    WORD,
    BLANKS,
    MARK
  }

  /**
   * A part of a prefix.
   *
   * @param kind what it consists of
   * @param text what it always is; null where it varies
   */
  record Part(CharClass kind, @Nullable String text) {}

  static CharClass kindOf(byte b) {
    if (b >= '0' && b <= '9') {
      return CharClass.DIGITS;
    }
    boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    if (letter) {
      return CharClass.WORD;
    }
    return b == ' ' || b == '\t' ? CharClass.BLANKS : CharClass.MARK;
  }

  /** Cuts a prefix into parts; letters and digits without anything between are one word. */
  static ImmutableList<Part> parts(PastedText text, int from, int to) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    int end;
    for (int at = from; at < to; at = end) {
      end = partEnd(text, at, to);
      CharClass kind = kindOf(text.at(at));
      if (kind == CharClass.DIGITS && holdsLetters(text, at, end)) {
        kind = CharClass.WORD;
      }
      parts.add(new Part(kind, new String(text.bytes(), at, end - at, ISO_8859_1)));
    }
    return parts.build();
  }

  private static boolean holdsLetters(PastedText text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (kindOf(text.at(at)) == CharClass.WORD) {
        return true;
      }
    }
    return false;
  }

  private static int partEnd(PastedText text, int from, int to) {
    CharClass kind = kindOf(text.at(from));
    int at = from + 1;
    if (kind == CharClass.MARK) {
      return at;
    }
    while (at < to && goesOn(kind, kindOf(text.at(at)))) {
      at++;
    }
    return at;
  }

  private static boolean goesOn(CharClass kind, CharClass next) {
    if (kind == CharClass.BLANKS) {
      return next == CharClass.BLANKS;
    }
    return next == CharClass.DIGITS || next == CharClass.WORD;
  }

  /** Where the prefix of a line ends, -1 where it has none. */
  int matchEnd(PastedText text, int from, int end) {
    int at = from;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean lastPart = i == parts.size() - 1;
      int next = matchPart(part, text, at, end, i == 0);
      if (next < 0) {
        // An empty line may lack the blank its prefix ends with.
        return lastPart && part.kind() == CharClass.BLANKS && at == end && i > 0 ? at : -1;
      }
      at = next;
    }
    return at;
  }

  private int matchPart(Part part, PastedText text, int from, int end, boolean first) {
    String constant = part.text();
    if (constant != null && from < end && isInterchangeable(constant, text.at(from))) {
      return from + 1;
    }
    if (constant != null && LEVELS.contains(constant)) {
      int level = from < end ? partEnd(text, from, end) : from;
      return LEVELS.contains(text.words(from, level)) ? level : -1;
    }
    if (constant != null && constant.startsWith(" ") && constant.endsWith(" \t")) {
      return behindTab(text, from, end);
    }
    if (constant != null) {
      return startsWith(text, from, end, constant) ? from + constant.length() : -1;
    }
    if (from >= end || !fits(part.kind(), kindOf(text.at(from)))) {
      return first && part.kind() == CharClass.BLANKS ? from : -1;
    }
    return partEnd(text, from, end);
  }

  /**
   * Whether other lines have another mark: those of a diff, and what grep prints around a match.
   */
  private boolean isInterchangeable(String constant, byte found) {
    if (parts.size() == 1) {
      return constant.equals("+") && (found == ' ' || found == '-');
    }
    boolean grep = constant.equals(":") || constant.equals("-");
    return grep && (found == '-' || found == ':') && isOfGrep();
  }

  /** Whether it may be a file's name and a number, as grep prints them. */
  private boolean isOfGrep() {
    Part last = parts.get(parts.size() - 1);
    return (":".equals(last.text()) || "-".equals(last.text()))
        && parts.get(parts.size() - 2).kind() == CharClass.DIGITS
        && parts.stream().noneMatch(part -> part.kind() == CharClass.BLANKS);
  }

  /** Where blanks that make room up to a tab end; -1 if there is no tab. */
  private static int behindTab(PastedText text, int from, int end) {
    int at = from;
    while (at < end && text.at(at) == ' ') {
      at++;
    }
    return at < end && text.at(at) == '\t' ? at + 1 : -1;
  }

  private static boolean fits(CharClass wanted, CharClass found) {
    return wanted == found || (wanted == CharClass.WORD && found == CharClass.DIGITS);
  }

  private static boolean startsWith(PastedText text, int from, int end, String constant) {
    if (end - from < constant.length()) {
      return false;
    }
    for (int i = 0; i < constant.length(); i++) {
      if ((text.at(from + i) & 0xff) != constant.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean isIndentation() {
    return parts.size() == 1 && parts.get(0).kind() == CharClass.BLANKS;
  }

  /** Whether it holds nothing that a time does not. */
  boolean isTime() {
    return parts.stream().anyMatch(part -> part.kind() == CharClass.DIGITS)
        && parts.stream()
            .allMatch(
                part ->
                    part.kind() == CharClass.DIGITS
                        || part.kind() == CharClass.BLANKS
                        || (part.text() != null && ":.,-/+TZ".contains(part.text())));
  }

  /**
   * Whether it begins with a time of day and a fraction of a second, as records do, perhaps behind
   * blanks.
   */
  boolean beginsWithClock() {
    return isClock(0) || (isBlanks(0) && isClock(1)) || isClock(numberEnd());
  }

  /** Where a record's number ends, and the blanks behind it. */
  private int numberEnd() {
    int digits = isBlanks(0) ? 1 : 0;
    boolean number = digits < parts.size() && parts.get(digits).kind() == CharClass.DIGITS;
    return number && isBlanks(digits + 1) ? digits + 2 : 0;
  }

  private boolean isBlanks(int index) {
    return index < parts.size() && parts.get(index).kind() == CharClass.BLANKS;
  }

  private boolean isClock(int from) {
    return parts.size() > from + CLOCK.length()
        && IntStream.range(0, CLOCK.length())
            .allMatch(
                i ->
                    CLOCK.charAt(i) == '0'
                        ? parts.get(from + i).kind() == CharClass.DIGITS
                        : CLOCK.substring(i, i + 1).equals(parts.get(from + i).text()));
  }

  /** Its name: the constant parts, and an ellipsis for what varies. */
  String says() {
    if (isIndentation()) {
      return "indented";
    }
    StringBuilder shown = new StringBuilder();
    for (Part part : parts) {
      String text = part.text();
      shown.append(text == null ? (part.kind() == CharClass.BLANKS ? " " : "…") : text);
    }
    return "each line behind \"" + shown.toString().strip() + "\"";
  }
}
