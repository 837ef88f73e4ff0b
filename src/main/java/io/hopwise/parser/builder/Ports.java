package io.hopwise.parser.builder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.packet.Port;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.Swar;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Ports as numbers or as names of services. */
public final class Ports {
  private static final int PORTS = 1 << 16;

  /**
   * The ports seen so far. New objects for the two ports of each packet were a tenth of all
   * allocations.
   */
  private static final @Nullable Port[] NUMBERED = new Port[PORTS];

  private Ports() {}

  /** A port as a person writes it: {@code 443}, {@code https}. */
  public static Port port(String word) {
    byte[] bytes = word.getBytes(UTF_8);
    return port(Arrays.copyOf(bytes, bytes.length + Long.BYTES), 0, bytes.length);
  }

  static Port port(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > 0 && length < Long.BYTES) {
      long word = Swar.at(bytes, from);
      boolean digits = Swar.countBefore(Swar.notDigits(word)) >= length;
      long number = Swar.decimal(Swar.moveBack(word, length));
      return digits && number < PORTS ? numbered((int) number) : named(Bytes.text(bytes, from, to));
    }
    return longPort(bytes, from, to);
  }

  /**
   * A port of eight or more characters, which is usually a service name: no number is that long.
   */
  private static Port longPort(byte[] bytes, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      if (!Bytes.isDigit(bytes[at]) || number >= PORTS) {
        return named(Bytes.text(bytes, from, to));
      }
      number = 10 * number + bytes[at] - '0';
    }
    return from == to || number >= PORTS ? named(Bytes.text(bytes, from, to)) : numbered(number);
  }

  // Threads may race here and both make one; either will do.
  private static Port numbered(int number) {
    Port known = NUMBERED[number];
    if (known == null) {
      known = Port.of(number);
      NUMBERED[number] = known;
    }
    return known;
  }

  static Port named(String name) {
    Integer number = Services.PORTS.get(name);
    OptionalInt known = number == null ? OptionalInt.empty() : OptionalInt.of(number);
    return new Port(known, Optional.of(name));
  }
}
