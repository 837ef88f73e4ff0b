package io.hopwise.oracle;

import static io.hopwise.oracle.Field.found;
import static io.hopwise.oracle.Field.text;
import static io.hopwise.oracle.Field.verdict;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.packet.UdpDatagram;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The fields of a UDP datagram straight inside the outermost IP packet. */
final class UdpFields {
  private static final int HEADER = 8;

  static final ImmutableList<Field> ALL =
      ImmutableList.of(
          Field.of("udp src port", udp(udp -> text(udp.srcPort().number())), "udp.srcport"),
          Field.of("udp dst port", udp(udp -> text(udp.dstPort().number())), "udp.dstport"),
          new Field("udp length", udp(udp -> text(udp.length())), UdpFields::payload),
          new Field(
              "wrong udp checksum",
              udp(udp -> found(udp.checksum())),
              row -> row.isIpv4() ? Optional.empty() : Field.wrong(row, "udp")),
          new Field(
              "udp checksum fits",
              udp(udp -> verdict(udp.checksum())),
              // For IPv4 only -vv says it.
              row -> row.isIpv4() ? Optional.empty() : verdict(row, "udp")));

  private UdpFields() {}

  private static Optional<String> payload(TsharkRow row) {
    OptionalLong length = row.number("udp.length");
    return length.isPresent() ? Optional.of("" + (length.getAsLong() - HEADER)) : Optional.empty();
  }

  private static Function<Packet, Optional<String>> udp(
      Function<UdpDatagram, Optional<String>> field) {
    return packet ->
        packet.payload() instanceof UdpDatagram udp ? field.apply(udp) : Optional.empty();
  }
}
