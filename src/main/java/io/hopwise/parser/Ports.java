package io.hopwise.parser;

import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Ports as numbers or as names of services. */
final class Ports {
  private static final int PORTS = 1 << 16;

  /** Those seen so far: two for each packet, made anew, were a tenth of all that is made. */
  private static final @Nullable Port[] NUMBERED = new Port[PORTS];

  private Ports() {}

  static Port port(byte[] bytes, int from, int to) {
    int length = to - from;
    long word = Words.at(bytes, from);
    boolean number =
        length > 0 && length < Long.BYTES && Words.countBefore(Words.notDigits(word)) >= length;
    if (number) {
      int port = (int) Words.decimal(Words.moveBack(word, length));
      if (port < PORTS) {
        return numbered(port);
      }
    }
    return named(Bytes.text(bytes, from, to));
  }

  // Threads that meet here may both make one; either will do.
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
