package io.hopwise.packet.ip;

import java.util.OptionalInt;

/**
 * What tcpdump said of a checksum.
 *
 * @since 0.1
 */
public sealed interface Checksum {
  /** Nothing was said: {@code -K}, no {@code -v}, a fragment, or too little captured. */
  Checksum NOT_PRINTED = new NotPrinted();

  /** The sender left it out: {@code [no cksum]}. */
  Checksum ABSENT = new Absent();

  /** Correct, found value not printed: {@code [udp sum ok]}. */
  Checksum CORRECT = new Correct(OptionalInt.empty());

  /** Nothing was said. */
  record NotPrinted() implements Checksum {}

  /** The sender left it out (UDP over IPv4). */
  record Absent() implements Checksum {}

  /**
   * It fits the bytes.
   *
   * @param found the field, 0 to 65535, where printed
   */
  record Correct(OptionalInt found) implements Checksum {}

  /**
   * It does not fit the bytes: normal for packets this host sends itself, when its network card
   * fills checksums in.
   *
   * @param found the field, 0 to 65535, where printed
   * @param expected what would fit, 0 to 65535, where printed
   */
  record Incorrect(OptionalInt found, OptionalInt expected) implements Checksum {}
}
