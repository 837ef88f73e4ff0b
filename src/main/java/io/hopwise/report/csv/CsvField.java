package io.hopwise.report.csv;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.hopwise.packet.Detail;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import java.util.List;
import java.util.Optional;

/**
 * A column of CSV, named like the corresponding JSON key: {@code ip.ttl}, {@code tcp.cksum.status},
 * {@code icmp.quoted.ip.src}. Common ones also have short names: {@code ttl}, {@code srcPort}.
 *
 * @since 0.1
 */
public final class CsvField {
  private static final ImmutableMap<String, String> SHORT_NAMES =
      ImmutableMap.<String, String>builder()
          .put("version", "ip.version")
          .put("src", "ip.src")
          .put("dst", "ip.dst")
          .put("tos", "ip.tos")
          .put("class", "ip.class")
          .put("flowlabel", "ip.flowlabel")
          .put("ttl", "ip.ttl")
          .put("id", "ip.id")
          .put("offset", "ip.offset")
          .put("proto", "ip.proto")
          .put("length", "ip.length")
          .put("flags", "tcp.flags")
          .put("seq", "tcp.seq")
          .put("seqEnd", "tcp.seqEnd")
          .put("ack", "tcp.ack")
          .put("win", "tcp.win")
          .put("urg", "tcp.urg")
          .put("ethertype", "link.ethertype")
          .put("vlan", "link.vlan")
          .buildOrThrow();

  /** The fields for which {@link Detail#ESSENTIALS} is enough. */
  private static final ImmutableSet<String> ESSENTIALS =
      ImmutableSet.copyOf(
          Splitter.on(' ')
              .split(
                  "line lines ambiguous number time ip.version ip.src ip.dst ip.ttl ip.id ip.offset"
                      + " ip.proto ip.length srcPort srcService dstPort dstService tcp.srcPort"
                      + " tcp.srcService tcp.dstPort tcp.dstService tcp.flags tcp.seq tcp.ack"
                      + " tcp.win udp.srcPort udp.srcService udp.dstPort udp.dstService"));

  /** In characters. It bounds how deep names of inner packets can go. */
  private static final int LONGEST_NAME = 200;

  private static final String QUOTED = "icmp.quoted.";
  private static final String QUOTED6 = "icmp6.quoted.";
  private static final String INNER = "inner.";

  private final String name;
  private final Cell<? super Packet> cell;

  private CsvField(String name, Cell<? super Packet> cell) {
    this.name = name;
    this.cell = cell;
  }

  /** Writes one value of a packet. */
  interface Cell<P> {
    void write(P packet, CsvLine line);
  }

  /**
   * The names of the fields that are written where none are asked for, with commas between them.
   */
  public static final String STANDARD =
      "time,src,srcPort,dst,dstPort,ttl,id,length,proto,flags,seq,ack,win";

  /**
   * The fields with these names.
   *
   * @param names long or short names with commas between them, such as {@code "time,src,ip.ttl"}
   * @throws IllegalArgumentException if there is no field of such a name
   */
  public static ImmutableList<CsvField> all(String names) {
    ImmutableList.Builder<CsvField> fields = ImmutableList.builder();
    for (String name : Splitter.on(',').trimResults().split(names)) {
      fields.add(
          named(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "there is no field '"
                              + name
                              + "'; the fields are "
                              + Joiner.on(' ').join(names()))));
    }
    return fields.build();
  }

  /** The field with a long or short name; empty if there is none. */
  public static Optional<CsvField> named(String name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String full = SHORT_NAMES.getOrDefault(name, name);
    Cell<Packet> ofCapture = CaptureCells.named(full);
    if (ofCapture != null) {
      return Optional.of(new CsvField(name, ofCapture));
    }
    return ofIp(full).map(cell -> new CsvField(name, cell));
  }

  /** How much of a packet must be read to fill these fields. */
  public static Detail detail(List<CsvField> fields) {
    return fields.stream().allMatch(CsvField::isEssential) ? Detail.ESSENTIALS : Detail.ALL;
  }

  private boolean isEssential() {
    return ESSENTIALS.contains(SHORT_NAMES.getOrDefault(name, name));
  }

  /** All names except those of inner packets. */
  public static ImmutableSet<String> names() {
    return ImmutableSet.<String>builder()
        .addAll(CaptureCells.names())
        .addAll(IpCells.names())
        .addAll(SHORT_NAMES.keySet())
        .build();
  }

  /** The name under which it was requested, long or short. */
  public String name() {
    return name;
  }

  void write(Packet packet, CsvLine line) {
    cell.write(packet, line);
  }

  private static Optional<Cell<IpPacket>> ofIp(String name) {
    if (name.startsWith(QUOTED)) {
      return ofIp(name.substring(QUOTED.length()))
          .map(cell -> (packet, line) -> quoted(packet, IcmpMessage.Family.ICMP, cell, line));
    }
    if (name.startsWith(QUOTED6)) {
      return ofIp(name.substring(QUOTED6.length()))
          .map(cell -> (packet, line) -> quoted(packet, IcmpMessage.Family.ICMP6, cell, line));
    }
    if (name.startsWith(INNER)) {
      return ofIp(name.substring(INNER.length()))
          .map(cell -> (packet, line) -> inner(packet, cell, line));
    }
    return Optional.ofNullable(IpCells.named(name));
  }

  private static void quoted(
      IpPacket packet, IcmpMessage.Family family, Cell<IpPacket> cell, CsvLine line) {
    if (packet.payload() instanceof IcmpMessage icmp && icmp.family() == family) {
      icmp.quoted().ifPresent(quoted -> cell.write(quoted, line));
    }
  }

  private static void inner(IpPacket packet, Cell<IpPacket> cell, CsvLine line) {
    Optional<InnerPacket> inner = Optional.empty();
    if (packet.payload() instanceof Tunnel tunnel) {
      inner = Optional.of(tunnel.inner());
    } else if (packet.payload() instanceof UdpDatagram udp) {
      inner = udp.inner();
    }
    inner.ifPresent(carried -> cell.write(carried, line));
  }

  @Override
  public String toString() {
    return name;
  }
}
