package io.hopwise.report;

import com.google.common.collect.ImmutableMap;
import io.hopwise.packet.Checksum;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Ipv4Flags;
import io.hopwise.packet.Ipv4Header;
import io.hopwise.packet.Ipv6Header;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import java.util.Optional;
import java.util.stream.Collectors;

/** The CSV fields of an IP packet, captured, quoted or tunnelled. */
final class IpCells {
  static final ImmutableMap<String, CsvField.Cell<IpPacket>> BY_NAME =
      ImmutableMap.<String, CsvField.Cell<IpPacket>>builder()
          .putAll(ipCells())
          .putAll(transportCells())
          .putAll(tcpCells())
          .putAll(udpCells())
          .putAll(icmpCells("icmp.", IcmpMessage.Family.ICMP))
          .putAll(icmpCells("icmp6.", IcmpMessage.Family.ICMP6))
          .put("payload", IpCells::payload)
          .buildOrThrow();

  private IpCells() {}

  private static ImmutableMap<String, CsvField.Cell<IpPacket>> ipCells() {
    return ImmutableMap.<String, CsvField.Cell<IpPacket>>builder()
        .put("ip.version", (packet, line) -> line.number(packet.ip().version()))
        .put("ip.src", (packet, line) -> line.text(packet.ip().src().text()))
        .put("ip.dst", (packet, line) -> line.text(packet.ip().dst().text()))
        .put("ip.tos", ipv4((ip, line) -> line.printed(ip.tos())))
        .put("ip.class", ipv6((ip, line) -> line.printed(ip.trafficClass())))
        .put("ip.flowlabel", ipv6((ip, line) -> line.printed(ip.flowLabel())))
        .put("ip.ttl", (packet, line) -> line.printed(packet.ip().ttl()))
        .put("ip.id", ipv4((ip, line) -> line.printed(ip.id())))
        .put("ip.offset", ipv4((ip, line) -> line.printed(ip.offset())))
        .put("ip.flags", ipv4((ip, line) -> line.text(ip.flags().map(IpCells::words).orElse(""))))
        .put("ip.proto", (packet, line) -> line.printed(packet.ip().protocol()))
        .put("ip.length", (packet, line) -> line.printed(packet.ip().length()))
        .put("ip.cksum.status", ipv4((ip, line) -> status(ip.checksum(), line)))
        .put("ip.cksum.found", ipv4((ip, line) -> found(ip.checksum(), line)))
        .put("ip.cksum.expected", ipv4((ip, line) -> expected(ip.checksum(), line)))
        .put("ip.options", ipv4((ip, line) -> line.text(ip.options())))
        .put("ip.note", IpCells::note)
        .buildOrThrow();
  }

  private static ImmutableMap<String, CsvField.Cell<IpPacket>> transportCells() {
    return ImmutableMap.<String, CsvField.Cell<IpPacket>>builder()
        .put("srcPort", (packet, line) -> srcPort(packet).ifPresent(p -> line.printed(p.number())))
        .put("dstPort", (packet, line) -> dstPort(packet).ifPresent(p -> line.printed(p.number())))
        .put(
            "srcService",
            (packet, line) -> srcPort(packet).ifPresent(p -> line.printed(p.service())))
        .put(
            "dstService",
            (packet, line) -> dstPort(packet).ifPresent(p -> line.printed(p.service())))
        .buildOrThrow();
  }

  private static ImmutableMap<String, CsvField.Cell<IpPacket>> tcpCells() {
    return ImmutableMap.<String, CsvField.Cell<IpPacket>>builder()
        .put("tcp.srcPort", tcp((tcp, line) -> line.printed(tcp.srcPort().number())))
        .put("tcp.srcService", tcp((tcp, line) -> line.printed(tcp.srcPort().service())))
        .put("tcp.dstPort", tcp((tcp, line) -> line.printed(tcp.dstPort().number())))
        .put("tcp.dstService", tcp((tcp, line) -> line.printed(tcp.dstPort().service())))
        .put("tcp.flags", tcp((tcp, line) -> line.printed(tcp.flags())))
        .put("tcp.seq", tcp((tcp, line) -> line.printed(tcp.seq())))
        .put("tcp.seqEnd", tcp((tcp, line) -> line.printed(tcp.seqEnd())))
        .put("tcp.ack", tcp((tcp, line) -> line.printed(tcp.ack())))
        .put("tcp.win", tcp((tcp, line) -> line.printed(tcp.window())))
        .put("tcp.urg", tcp((tcp, line) -> line.printed(tcp.urgent())))
        .put("tcp.cksum.status", tcp((tcp, line) -> status(tcp.checksum(), line)))
        .put("tcp.cksum.found", tcp((tcp, line) -> found(tcp.checksum(), line)))
        .put("tcp.cksum.expected", tcp((tcp, line) -> expected(tcp.checksum(), line)))
        .put("tcp.options", tcp(IpCells::options))
        .put("tcp.note", tcp((tcp, line) -> line.text(tcp.note())))
        .put("tcp.length", tcp((tcp, line) -> line.printed(tcp.length())))
        .buildOrThrow();
  }

  private static ImmutableMap<String, CsvField.Cell<IpPacket>> udpCells() {
    return ImmutableMap.<String, CsvField.Cell<IpPacket>>builder()
        .put("udp.srcPort", udp((udp, line) -> line.printed(udp.srcPort().number())))
        .put("udp.srcService", udp((udp, line) -> line.printed(udp.srcPort().service())))
        .put("udp.dstPort", udp((udp, line) -> line.printed(udp.dstPort().number())))
        .put("udp.dstService", udp((udp, line) -> line.printed(udp.dstPort().service())))
        .put("udp.length", udp((udp, line) -> line.printed(udp.length())))
        .put("udp.cksum.status", udp((udp, line) -> status(udp.checksum(), line)))
        .put("udp.cksum.found", udp((udp, line) -> found(udp.checksum(), line)))
        .put("udp.cksum.expected", udp((udp, line) -> expected(udp.checksum(), line)))
        .buildOrThrow();
  }

  private static ImmutableMap<String, CsvField.Cell<IpPacket>> icmpCells(
      String prefix, IcmpMessage.Family family) {
    return ImmutableMap.<String, CsvField.Cell<IpPacket>>builder()
        .put(prefix + "type", icmp(family, (icmp, line) -> line.printed(icmp.type())))
        .put(prefix + "code", icmp(family, (icmp, line) -> line.printed(icmp.code())))
        .put(prefix + "id", icmp(family, (icmp, line) -> line.printed(icmp.id())))
        .put(prefix + "seq", icmp(family, (icmp, line) -> line.printed(icmp.seq())))
        .put(prefix + "length", icmp(family, (icmp, line) -> line.printed(icmp.length())))
        .put(prefix + "cksum.status", icmp(family, (icmp, line) -> status(icmp.checksum(), line)))
        .put(prefix + "cksum.found", icmp(family, (icmp, line) -> found(icmp.checksum(), line)))
        .put(
            prefix + "cksum.expected",
            icmp(family, (icmp, line) -> expected(icmp.checksum(), line)))
        .put(prefix + "text", icmp(family, (icmp, line) -> line.text(icmp.text())))
        .put(prefix + "host", icmp(family, (icmp, line) -> line.printed(icmp.subject())))
        .put(prefix + "port", icmp(family, (icmp, line) -> line.printed(icmp.port())))
        .put(prefix + "portProto", icmp(family, (icmp, line) -> line.printed(icmp.portProtocol())))
        .put(prefix + "gateway", icmp(family, (icmp, line) -> line.printed(icmp.gateway())))
        .put(prefix + "mtu", icmp(family, (icmp, line) -> line.printed(icmp.mtu())))
        .buildOrThrow();
  }

  private static CsvField.Cell<IpPacket> ipv4(CsvField.Cell<Ipv4Header> cell) {
    return (packet, line) -> {
      if (packet.ip() instanceof Ipv4Header ip) {
        cell.write(ip, line);
      }
    };
  }

  private static CsvField.Cell<IpPacket> ipv6(CsvField.Cell<Ipv6Header> cell) {
    return (packet, line) -> {
      if (packet.ip() instanceof Ipv6Header ip) {
        cell.write(ip, line);
      }
    };
  }

  private static CsvField.Cell<IpPacket> tcp(CsvField.Cell<TcpSegment> cell) {
    return (packet, line) -> {
      if (packet.payload() instanceof TcpSegment tcp) {
        cell.write(tcp, line);
      }
    };
  }

  private static CsvField.Cell<IpPacket> udp(CsvField.Cell<UdpDatagram> cell) {
    return (packet, line) -> {
      if (packet.payload() instanceof UdpDatagram udp) {
        cell.write(udp, line);
      }
    };
  }

  private static CsvField.Cell<IpPacket> icmp(
      IcmpMessage.Family family, CsvField.Cell<IcmpMessage> cell) {
    return (packet, line) -> {
      if (packet.payload() instanceof IcmpMessage icmp && icmp.family() == family) {
        cell.write(icmp, line);
      }
    };
  }

  private static Optional<Port> srcPort(IpPacket packet) {
    if (packet.payload() instanceof TcpSegment tcp) {
      return Optional.of(tcp.srcPort());
    }
    if (packet.payload() instanceof UdpDatagram udp) {
      return Optional.of(udp.srcPort());
    }
    return packet.payload() instanceof OpaquePayload opaque ? opaque.srcPort() : Optional.empty();
  }

  private static Optional<Port> dstPort(IpPacket packet) {
    if (packet.payload() instanceof TcpSegment tcp) {
      return Optional.of(tcp.dstPort());
    }
    if (packet.payload() instanceof UdpDatagram udp) {
      return Optional.of(udp.dstPort());
    }
    return packet.payload() instanceof OpaquePayload opaque ? opaque.dstPort() : Optional.empty();
  }

  private static void note(IpPacket packet, CsvLine line) {
    if (packet.ip() instanceof Ipv4Header ip) {
      line.text(ip.note());
    } else if (packet.ip() instanceof Ipv6Header ip) {
      line.text(ip.note());
    }
  }

  private static void payload(IpPacket packet, CsvLine line) {
    if (!(packet.payload() instanceof IcmpMessage)) {
      line.text(packet.payload().text());
    }
  }

  private static void status(Checksum checksum, CsvLine line) {
    if (checksum instanceof Checksum.Correct) {
      line.word("correct");
    } else if (checksum instanceof Checksum.Incorrect) {
      line.word("incorrect");
    } else if (checksum instanceof Checksum.Absent) {
      line.word("absent");
    }
  }

  private static void found(Checksum checksum, CsvLine line) {
    if (checksum instanceof Checksum.Correct correct) {
      line.printed(correct.found());
    } else if (checksum instanceof Checksum.Incorrect incorrect) {
      line.printed(incorrect.found());
    }
  }

  private static void expected(Checksum checksum, CsvLine line) {
    if (checksum instanceof Checksum.Incorrect incorrect) {
      line.printed(incorrect.expected());
    }
  }

  private static String words(Ipv4Flags flags) {
    String words =
        (flags.dontFragment() ? "DF " : "")
            + (flags.moreFragments() ? "MF " : "")
            + (flags.reserved() ? "RSVD" : "");
    return words.strip();
  }

  /** As tcpdump prints them: {@code mss 1460,sackOK,TS val 1 ecr 0}. */
  private static void options(TcpSegment tcp, CsvLine line) {
    line.text(tcp.options().stream().map(IpCells::words).collect(Collectors.joining(",")));
  }

  private static String words(TcpOption option) {
    return option.text().isEmpty() ? option.kind() : option.kind() + " " + option.text();
  }
}
