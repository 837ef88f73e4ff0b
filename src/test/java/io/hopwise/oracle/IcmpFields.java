package io.hopwise.oracle;

import static io.hopwise.oracle.Field.found;
import static io.hopwise.oracle.Field.text;
import static io.hopwise.oracle.Field.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import java.util.Optional;
import java.util.function.Function;

/** The fields of an ICMP or ICMPv6 message straight inside the outermost IP packet. */
final class IcmpFields {
  /** The types whose code tcpdump prints, by words or as a number. */
  private static final ImmutableSet<Long> WITH_CODE = ImmutableSet.of(3L, 5L, 11L, 12L);

  private static final ImmutableSet<Long> WITH_CODE_6 = ImmutableSet.of(1L, 3L, 4L);

  /** The types whose identifier and sequence number it prints. */
  private static final ImmutableSet<Long> WITH_ID = ImmutableSet.of(0L, 8L, 13L, 14L);

  private static final ImmutableSet<Long> WITH_ID_6 = ImmutableSet.of(128L, 129L);

  static final ImmutableList<Field> ALL =
      ImmutableList.of(
          new Field(
              "icmp type",
              icmp(icmp -> text(icmp.type())),
              row -> text(row.number("icmp.type", "icmpv6.type"))),
          new Field(
              "icmp code",
              icmp(icmp -> text(icmp.code())),
              row -> text(row.number("icmp.code", "icmpv6.code"))),
          new Field(
              "icmp id",
              icmp(icmp -> text(icmp.id())),
              row -> echo(row, "icmp.ident", "icmpv6.echo.identifier")),
          new Field(
              "icmp seq",
              icmp(icmp -> text(icmp.seq())),
              row -> echo(row, "icmp.seq", "icmpv6.echo.sequence_number")),
          new Field(
              "wrong icmp checksum",
              icmp(icmp -> found(icmp.checksum())),
              row -> Field.wrong(row, row.isIpv4() ? "icmp" : "icmpv6")),
          new Field(
              "icmp checksum fits",
              icmp(icmp -> verdict(icmp.checksum())),
              // Correct is said for ICMPv6 only.
              row -> row.isIpv4() ? incorrect(row) : verdict(row, "icmpv6")));

  private IcmpFields() {}

  /** Whether tcpdump says the code of a message of this type; otherwise it is read as 0. */
  static boolean isCodePrinted(TsharkRow row) {
    ImmutableSet<Long> withCode = row.isIpv4() ? WITH_CODE : WITH_CODE_6;
    return withCode.contains(row.number("icmp.type", "icmpv6.type").orElse(-1));
  }

  private static Optional<String> echo(TsharkRow row, String ofIpv4, String ofIpv6) {
    // What an error quotes has these columns, too.
    ImmutableSet<Long> withId = row.isIpv4() ? WITH_ID : WITH_ID_6;
    return withId.contains(row.number("icmp.type", "icmpv6.type").orElse(-1))
        ? text(row.number(ofIpv4, ofIpv6))
        : Optional.empty();
  }

  private static Optional<String> incorrect(TsharkRow row) {
    return verdict(row, "icmp").filter("incorrect"::equals);
  }

  private static Function<Packet, Optional<String>> icmp(
      Function<IcmpMessage, Optional<String>> field) {
    return packet ->
        packet.payload() instanceof IcmpMessage icmp ? field.apply(icmp) : Optional.empty();
  }
}
