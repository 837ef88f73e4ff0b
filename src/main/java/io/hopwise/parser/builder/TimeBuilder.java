package io.hopwise.parser.builder;

import io.hopwise.packet.CalendarDay;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.PrintedTime.Form;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads the time at the start of a record. */
final class TimeBuilder {
  private static final long SECOND = 1_000_000_000L;
  private static final int MICROS = 6;
  private static final int NANOS = 9;

  private TimeBuilder() {}

  static Optional<PrintedTime> time(@Nullable Token time) {
    if (time == null) {
      return Optional.empty();
    }
    RecordToken token = RecordSource.token(time);
    return switch (token.type) {
      case TcpdumpParser.TIME ->
          Optional.of(printed(Form.TIME_OF_DAY, clock(token, clockStart(token)), token));
      case TcpdumpParser.OUTGOING_TIME -> Optional.of(outgoing(token));
      case TcpdumpParser.SIGNED_DELTA -> Optional.of(signedDelta(token));
      case TcpdumpParser.EPOCH -> Optional.of(seconds(Form.EPOCH, token));
      case TcpdumpParser.DELTA -> Optional.of(seconds(Form.DELTA, token));
      case TcpdumpParser.DATE_TIME -> dateTime(token);
      default -> Optional.of(odd(token));
    };
  }

  /**
   * The index of the clock after OpenBSD's {@code Jun 10 }, which is ignored because it lacks a
   * year.
   */
  private static int clockStart(RecordToken token) {
    return Bytes.isDigit(token.bytes[token.start])
        ? token.start
        : Bytes.indexOf(token, ':', token.start) - 2;
  }

  private static PrintedTime odd(RecordToken token) {
    return PrintedTime.odd(token.getText().strip());
  }

  private static PrintedTime outgoing(RecordToken token) {
    boolean clock = Bytes.indexOf(token, ':', token.start) < token.end;
    return clock
        ? printed(Form.TIME_OF_DAY, clock(token, token.start), token)
        : seconds(Form.EPOCH, token);
  }

  private static PrintedTime printed(Form form, long seconds, RecordToken token) {
    int digits = digits(token);
    if (digits > MICROS && digits != NANOS) {
      return odd(token); // a whole second or more
    }
    long fraction = Bytes.lastNumber(token);
    for (int i = digits; i < NANOS; i++) {
      fraction *= 10;
    }
    return new PrintedTime(form, seconds * SECOND + fraction, digits);
  }

  /** {@code HH:MM:SS}; the hours may have any number of digits. */
  private static long clock(RecordToken token, int from) {
    byte[] bytes = token.bytes;
    long value = 0;
    long part = 0;
    for (int at = from; bytes[at] != '.'; at++) {
      if (bytes[at] == ':') {
        value = 60 * (value + part);
        part = 0;
      } else {
        part = 10 * part + bytes[at] - '0';
      }
    }
    return value + part;
  }

  /** {@code 00:01:00.250000}, {@code -00:00:01.250000}, or 4.0 to 4.7's {@code 00:00:-2.750000}. */
  private static PrintedTime signedDelta(RecordToken token) {
    int inner = Bytes.indexOf(token, '-', token.start + 1);
    if (inner < token.end) {
      long minutes = 60 * Bytes.firstNumber(token) + secondNumber(token);
      return printed(
          Form.TIME_OF_DAY, 60 * minutes - Bytes.firstNumber(token, inner - token.start), token);
    }
    PrintedTime time = printed(Form.TIME_OF_DAY, clock(token, token.start + 1), token);
    boolean negative = token.bytes[token.start] == '-';
    boolean counts = time.form() != Form.ODD;
    return negative && counts ? new PrintedTime(time.form(), -time.nanos(), time.digits()) : time;
  }

  private static long secondNumber(RecordToken token) {
    return Bytes.firstNumber(token, Bytes.indexOf(token, ':', token.start) - token.start);
  }

  /** {@code 1700000000.123456}, {@code 60. 250000}, {@code 000001}: seconds, then the fraction. */
  private static PrintedTime seconds(Form form, RecordToken token) {
    boolean whole = Bytes.indexOf(token, '.', token.start) < token.end;
    long seconds = whole ? Bytes.firstNumber(token) : 0;
    boolean negative = token.bytes[token.start] == '-';
    return printed(form, negative ? -seconds : seconds, token);
  }

  /** {@code 2023-11-14 22:13:20.123456}, or up to 3.7.2 {@code 11/14/2023 22:13:20.123456}. */
  private static Optional<PrintedTime> dateTime(RecordToken token) {
    boolean american = token.bytes[token.start + 2] == '/';
    int first = (int) Bytes.firstNumber(token);
    int second = (int) Bytes.firstNumber(token, american ? 3 : 5);
    int third = (int) Bytes.firstNumber(token, american ? 6 : 8);
    int year = american ? third : first;
    int month = american ? first : second;
    int day = american ? second : third;
    if (!CalendarDay.exists(year, month, day)) {
      return Optional.of(odd(token));
    }
    long days = new CalendarDay(year, month, day).sinceEpoch();
    long seconds = days * 86_400 + clock(token, token.start + 11);
    return Optional.of(printed(Form.DATE_TIME, seconds, token));
  }

  /** How many digits come before the space that ends the time. */
  private static int digits(RecordToken token) {
    int end = token.end;
    while (end > token.start && !Bytes.isDigit(token.bytes[end - 1])) {
      end--;
    }
    int start = end;
    while (start > token.start && Bytes.isDigit(token.bytes[start - 1])) {
      start--;
    }
    return end - start;
  }
}
