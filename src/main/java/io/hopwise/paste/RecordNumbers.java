package io.hopwise.paste;

/**
 * The numbers that tcpdump prints before records: right-aligned in five columns, two blanks behind
 * each, and each by one more than the last. Those of lines count by more wherever a record has more
 * lines than one.
 */
public final class RecordNumbers {
  private static final int COLUMNS = 5;
  private static final int LONGEST = 9;

  /** The number met last, -1 for none. */
  private int last = -1;

  /** Where on its line it ended. */
  private int column;

  private int met;
  private boolean linesHaveSome;
  private int consecutive;

  /** Meets what stands before a head, from a line's beginning on, if it is a number. */
  public void meet(PastedText text, int from, int head) {
    int digits = digitsBefore(text, from, head);
    int end = digits < 0 ? digits : text.wordEnd(digits);
    if (digits < 0 || end - digits > LONGEST) {
      return;
    }
    int number = Integer.parseInt(text.words(digits, end));
    consecutive += met > 0 && number == last + 1 ? 1 : 0;
    met++;
    last = number;
    column = end - from;
  }

  /** Meets a line that is no head: where it has the next number, lines are numbered. */
  public void meetOther(PastedText text, int from) {
    int end = from + column;
    boolean inside = met > 0 && end + 2 <= text.wordsEnd(from, text.lineEnd(from));
    int digits = inside ? digitsBefore(text, from, end + 2) : -1;
    linesHaveSome |= digits >= 0 && text.words(digits, end).equals(String.valueOf(last + 1));
  }

  /** Whether those that were met are of records. */
  public boolean areOfRecords() {
    return met > 0 && 2 * consecutive >= met - 1 && !linesHaveSome;
  }

  /** Whether there were several, each by one more than the last. */
  public boolean areConsecutive() {
    return met > 1 && consecutive == met - 1;
  }

  /**
   * Where the digits begin that two blanks and then a head stand behind, which may have a blank of
   * its own; -1 where none do.
   */
  public static int digitsBefore(PastedText text, int from, int head) {
    int end = head - 2;
    if (end <= from || text.at(end) != ' ' || text.at(end + 1) != ' ') {
      return -1;
    }
    end -= text.at(end - 1) == ' ' ? 1 : 0;
    int at = end;
    while (at > from && isDigit(text.at(at - 1))) {
      at--;
    }
    return at < end && (at == from || mayStandBefore(text.at(at - 1), end - at)) ? at : -1;
  }

  /** Whether digits begin here, and two blanks and no third one stand behind them. */
  public static boolean isNumber(PastedText text, int at) {
    int end = text.length();
    int digits = at;
    while (digits < end && isDigit(text.at(digits))) {
      digits++;
    }
    return digits > at
        && digits + 2 < end
        && text.at(digits) == ' '
        && text.at(digits + 1) == ' '
        && (text.at(digits + 2) != ' ' || isSignedTime(text, digits + 3, end));
  }

  /** Where the room begins that a number takes in its columns; -1 where it is not all there. */
  public static int roomBefore(PastedText text, int from, int number) {
    int digits = number;
    while (digits < text.length() && isDigit(text.at(digits))) {
      digits++;
    }
    int room = Math.min(number, digits - COLUMNS);
    if (room < from) {
      return -1;
    }
    for (int at = room; at < number; at++) {
      if (text.at(at) != ' ') {
        return -1;
      }
    }
    return room;
  }

  /** Whether a time since another packet begins, whose sign is a blank. */
  private static boolean isSignedTime(PastedText text, int at, int end) {
    return at + 2 < end
        && isDigit(text.at(at))
        && isDigit(text.at(at + 1))
        && text.at(at + 2) == ':';
  }

  /** Whether a byte before digits is no part of the same word, nor of a time. */
  private static boolean mayStandBefore(byte b, int digits) {
    boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    boolean ofTime = b == ':' || b == '-' || b == '+' || b == '/';
    return !letter && b != '.' && b != ',' && (digits >= COLUMNS || !ofTime);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
