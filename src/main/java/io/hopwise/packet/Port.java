package io.hopwise.packet;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A port, printed as a number or as a service's name.
 *
 * @param number 0 to 65535; also present for a name that is registered with IANA
 * @param service the name as printed, absent where a number was printed
 * @since 0.1
 */
public record Port(OptionalInt number, Optional<String> service) {
  /** An unknown port: tcpdump up to 4.4 prints another number in its place for NFS clients. */
  public static final Port NOT_PRINTED = new Port(OptionalInt.empty(), Optional.empty());

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public Port {
    if (number.isPresent() && (number.getAsInt() & 0xffff) != number.getAsInt()) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + number.getAsInt());
    }
  }

  /** A port printed as a number, 0 to 65535. */
  public static Port of(int number) {
    return new Port(OptionalInt.of(number), Optional.empty());
  }

  /** A port known only by a service's name. */
  public static Port named(String service) {
    return new Port(OptionalInt.empty(), Optional.of(service));
  }

  /**
   * Whether this is the port with this number, 0 to 65535, whether printed as a number or as a
   * name.
   */
  public boolean is(int asked) {
    return number.isPresent() && number.getAsInt() == asked;
  }

  // Written out: what the JVM makes for a record takes it milliseconds at the first use, which a
  // short run has no time for (src/jmh/commands.py, analyze of a small text).
  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Port other && number.equals(other.number) && service.equals(other.service);
  }

  @Override
  public int hashCode() {
    return 31 * number.hashCode() + service.hashCode();
  }

  /** The port as it was printed. */
  @Override
  public String toString() {
    return service.orElseGet(() -> number.isPresent() ? Integer.toString(number.getAsInt()) : "?");
  }
}
