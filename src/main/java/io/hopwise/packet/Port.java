package io.hopwise.packet;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port, printed as a number or as a service's name.
 *
 * @param number 0 to 65535; also present for a name that is registered with IANA
 * @param service the name as printed, absent where a number was printed
 * @since 0.1
 */
public record Port(OptionalInt number, Optional<String> service) {
  /** The port of an end for which tcpdump printed another number, as up to 4.4 for NFS clients. */
  public static final Port NOT_PRINTED = new Port(OptionalInt.empty(), Optional.empty());

  /** A port printed as a number, 0 to 65535. */
  public static Port of(int number) {
    return new Port(OptionalInt.of(number), Optional.empty());
  }

  /** A port of which nothing but a service's name is known. */
  public static Port named(String service) {
    return new Port(OptionalInt.empty(), Optional.of(service));
  }

  /** Whether it is the port of this number, 0 to 65535, printed as a number or by its name. */
  public boolean is(int asked) {
    return number.isPresent() && number.getAsInt() == asked;
  }

  /** The port as it was printed. */
  @Override
  public String toString() {
    return service.orElseGet(() -> number.isPresent() ? Integer.toString(number.getAsInt()) : "?");
  }
}
