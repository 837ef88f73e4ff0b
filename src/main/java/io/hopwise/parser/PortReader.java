package io.hopwise.parser;

import io.hopwise.packet.Port;
import io.hopwise.parser.builder.Ports;

/** Reads ports that stand alone. */
public final class PortReader {
  private PortReader() {}

  /** The port that a word names, with its number where it is registered. */
  public static Port read(String word) {
    return Ports.port(word);
  }
}
