package io.hopwise.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps attacks that succeeded, in the folder {@code -Dhopwise.attack.keep}, if it is given. */
final class KeptAttacks {
  private KeptAttacks() {}

  static void keep(String name, byte[] text, List<MadeFrame> frames) {
    String place = System.getProperty("hopwise.attack.keep", "");
    if (place.isEmpty()) {
      return;
    }
    try {
      Files.write(Path.of(place, name + ".txt"), text);
      Files.write(Path.of(place, name + ".pcap"), HostileCapture.pcap(frames));
      Files.write(Path.of(place, name + ".truth"), frames.toString().getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says how much was tried. */
  static void print(String figures) {
    System.out.println(figures);
  }
}
