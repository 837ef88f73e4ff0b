package io.hopwise.packet.ip;

import java.util.OptionalInt;

/**
 * What tcpdump says about a checksum.
 *
 * @since 0.1
 */
public sealed interface Checksum {
  /** Not printed: {@code -K}, no {@code -v}, a fragment, or a truncated packet. */
  Checksum NOT_PRINTED = new NotPrinted();

  /** The sender left it out: {@code [no cksum]}. */
  Checksum ABSENT = new Absent();

  /** Correct, its value not printed: {@code [udp sum ok]}. */
  Checksum CORRECT = new Correct(OptionalInt.empty());

  /** Not printed. */
  record NotPrinted() implements Checksum {}

  /** The sender left it out (UDP over IPv4). */
  record Absent() implements Checksum {}

  /**
   * It matches the bytes.
   *
   * @param found the field, 0 to 65535, if printed
   */
  record Correct(OptionalInt found) implements Checksum {}

  /**
   * It does not match the bytes. That is normal for packets the capturing host sends, if its
   * network card computes checksums.
   *
   * @param found the field, 0 to 65535, if printed
   * @param expected the correct value, 0 to 65535, if printed
   */
  record Incorrect(OptionalInt found, OptionalInt expected) implements Checksum {}
}
