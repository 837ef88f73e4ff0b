package io.hopwise.oracle;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.packet.ip.Checksum;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A header field that both sides may know.
 *
 * @param name as it stands in the table
 * @param ours what was read from {@code tcpdump -nn -v -S}
 * @param theirs what tshark shows, as far as tcpdump prints it with these options. Where tcpdump
 *     prints it or not depending on another field, tshark is asked for that one too
 */
record Field(
    String name,
    Function<Packet, Optional<String>> ours,
    Function<TsharkRow, Optional<String>> theirs) {

  /** All of them, in the order of a packet's bytes. */
  static final ImmutableList<Field> ALL =
      ImmutableList.<Field>builder()
          .addAll(IpFields.ALL)
          .addAll(TcpFields.ALL)
          .addAll(UdpFields.ALL)
          .addAll(IcmpFields.ALL)
          .build();

  /** A field that tcpdump always prints. */
  static Field of(String name, Function<Packet, Optional<String>> ours, String column) {
    return new Field(name, ours, row -> text(row.number(column)));
  }

  static Optional<String> text(OptionalInt number) {
    return number.isPresent() ? Optional.of("" + number.getAsInt()) : Optional.empty();
  }

  static Optional<String> text(OptionalLong number) {
    return number.isPresent() ? Optional.of("" + number.getAsLong()) : Optional.empty();
  }

  /** The checksum that stands in the packet. */
  static Optional<String> found(Checksum checksum) {
    if (checksum instanceof Checksum.Correct correct) {
      return text(correct.found());
    }
    return checksum instanceof Checksum.Incorrect wrong ? text(wrong.found()) : Optional.empty();
  }

  /** Whether it fits the bytes. */
  static Optional<String> verdict(Checksum checksum) {
    if (checksum instanceof Checksum.Correct) {
      return Optional.of("correct");
    }
    return checksum instanceof Checksum.Incorrect ? Optional.of("incorrect") : Optional.empty();
  }

  /** Whether it fits the bytes, if tshark could tell. */
  static Optional<String> verdict(TsharkRow row, String protocol) {
    return switch (row.text(protocol + ".checksum.status").orElse("")) {
      case "0", "Bad" -> Optional.of("incorrect");
      case "1", "Good" -> Optional.of("correct");
      default -> Optional.empty();
    };
  }

  /** A checksum of which tshark says that it does not fit the bytes. */
  static Optional<String> wrong(TsharkRow row, String protocol) {
    return verdict(row, protocol).equals(Optional.of("incorrect"))
        ? text(row.number(protocol + ".checksum"))
        : Optional.empty();
  }
}
