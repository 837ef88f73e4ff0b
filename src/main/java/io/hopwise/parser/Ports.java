package io.hopwise.parser;

import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.OptionalInt;

/** Ports as numbers or as names of services. */
final class Ports {
  private Ports() {}

  static Port port(byte[] bytes, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      if (!Bytes.isDigit(bytes[at]) || number > 65535) {
        return named(Bytes.text(bytes, from, to));
      }
      number = 10 * number + bytes[at] - '0';
    }
    return from == to || number > 65535 ? named(Bytes.text(bytes, from, to)) : Port.of(number);
  }

  static Port named(String name) {
    Integer number = Services.PORTS.get(name);
    OptionalInt known = number == null ? OptionalInt.empty() : OptionalInt.of(number);
    return new Port(known, Optional.of(name));
  }
}
