package io.hopwise.oracle;

import static io.hopwise.oracle.Field.found;
import static io.hopwise.oracle.Field.text;
import static io.hopwise.oracle.Field.verdict;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The fields of a TCP segment straight inside the outermost IP packet. */
final class TcpFields {
  private static final int SHOWN_BY_4_99 = 0xff;
  private static final long MODULUS = 1L << 32;

  static final ImmutableList<Field> ALL =
      ImmutableList.of(
          Field.of("tcp src port", tcp(tcp -> text(tcp.srcPort().number())), "tcp.srcport"),
          Field.of("tcp dst port", tcp(tcp -> text(tcp.dstPort().number())), "tcp.dstport"),
          new Field(
              "tcp flags",
              tcp(tcp -> tcp.flags().map(flags -> "" + (flags.bits() & SHOWN_BY_4_99))),
              row -> row.has("tcp.flags") ? Optional.of("" + flags(row)) : Optional.empty()),
          new Field(
              "seq",
              tcp(tcp -> text(tcp.seq())),
              row ->
                  has(row, TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST) || payload(row) > 0
                      ? text(row.number("tcp.seq"))
                      : Optional.empty()),
          new Field(
              "seq end",
              tcp(tcp -> text(tcp.seqEnd())),
              row ->
                  payload(row) > 0 ? plus(row.number("tcp.seq"), payload(row)) : Optional.empty()),
          new Field(
              "ack",
              tcp(tcp -> text(tcp.ack())),
              row -> has(row, TcpFlags.ACK) ? text(row.number("tcp.ack")) : Optional.empty()),
          Field.of("win", tcp(tcp -> text(tcp.window())), "tcp.window_size_value"),
          new Field(
              "urg",
              tcp(tcp -> text(tcp.urgent())),
              row ->
                  has(row, TcpFlags.URG)
                      ? text(row.number("tcp.urgent_pointer"))
                      : Optional.empty()),
          new Field(
              "tcp checksum",
              tcp(tcp -> found(tcp.checksum())),
              row ->
                  verdict(row, "tcp").isPresent()
                      ? text(row.number("tcp.checksum"))
                      : Optional.empty()),
          new Field(
              "tcp checksum fits", tcp(tcp -> verdict(tcp.checksum())), row -> verdict(row, "tcp")),
          Field.of("tcp length", tcp(tcp -> text(tcp.length())), "tcp.len"),
          new Field(
              "mss",
              options(TcpOption.Mss.class, mss -> "" + mss.value()),
              row -> values(row, "tcp.options.mss_val")),
          new Field(
              "wscale",
              options(TcpOption.WindowScale.class, scale -> "" + scale.value()),
              row -> values(row, "tcp.options.wscale.shift")),
          new Field(
              "TS val",
              options(TcpOption.Timestamps.class, times -> "" + times.val()),
              row -> values(row, "tcp.options.timestamp.tsval")),
          new Field(
              "TS ecr",
              options(TcpOption.Timestamps.class, times -> "" + times.ecr()),
              row -> values(row, "tcp.options.timestamp.tsecr")),
          new Field(
              "sack left edges",
              options(TcpOption.Sack.class, sack -> edges(sack, TcpOption.Sack.Block::left)),
              row -> values(row, "tcp.options.sack_le")),
          new Field(
              "sack right edges",
              options(TcpOption.Sack.class, sack -> edges(sack, TcpOption.Sack.Block::right)),
              row -> values(row, "tcp.options.sack_re")));

  private TcpFields() {}

  /** Bytes of payload, by tshark. */
  static long payload(TsharkRow row) {
    return row.number("tcp.len").orElse(0);
  }

  private static long flags(TsharkRow row) {
    return row.number("tcp.flags").orElse(0) & SHOWN_BY_4_99;
  }

  private static boolean has(TsharkRow row, int mask) {
    return (flags(row) & mask) != 0;
  }

  private static Optional<String> plus(OptionalLong seq, long bytes) {
    return seq.isPresent()
        ? Optional.of("" + (seq.getAsLong() + bytes) % MODULUS)
        : Optional.empty();
  }

  private static Function<Packet, Optional<String>> tcp(
      Function<TcpSegment, Optional<String>> field) {
    return packet ->
        packet.payload() instanceof TcpSegment tcp ? field.apply(tcp) : Optional.empty();
  }

  private static <T extends TcpOption> Function<Packet, Optional<String>> options(
      Class<T> kind, Function<T, String> value) {
    return tcp(
        tcp ->
            joined(
                tcp.options().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .map(value)
                    .toList()));
  }

  private static String edges(TcpOption.Sack sack, Function<TcpOption.Sack.Block, Long> edge) {
    return Joiner.on(' ').join(sack.blocks().stream().map(edge).toList());
  }

  private static Optional<String> values(TsharkRow row, String column) {
    List<String> values = new ArrayList<>();
    row.list(column).forEach(value -> values.add("" + Long.decode(value)));
    return joined(values);
  }

  private static Optional<String> joined(List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(Joiner.on(' ').join(values));
  }
}
