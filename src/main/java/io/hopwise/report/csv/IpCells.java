package io.hopwise.report.csv;

import com.google.common.base.Splitter;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The CSV fields of an IP packet, captured, quoted or tunnelled. */
final class IpCells {
  private static final String NAMES =
      """
      ip.version ip.src ip.dst ip.tos ip.class ip.flowlabel ip.ttl ip.id ip.offset ip.flags \
      ip.proto ip.length ip.cksum.status ip.cksum.found ip.cksum.expected ip.options ip.note \
      srcPort dstPort srcService dstService \
      tcp.srcPort tcp.srcService tcp.dstPort tcp.dstService tcp.flags tcp.seq tcp.seqEnd tcp.ack \
      tcp.win tcp.urg tcp.cksum.status tcp.cksum.found tcp.cksum.expected tcp.options tcp.note \
      tcp.length \
      udp.srcPort udp.srcService udp.dstPort udp.dstService udp.length udp.cksum.status \
      udp.cksum.found udp.cksum.expected \
      icmp.type icmp.code icmp.id icmp.seq icmp.length icmp.cksum.status icmp.cksum.found \
      icmp.cksum.expected icmp.text icmp.host icmp.port icmp.portProto icmp.gateway icmp.mtu \
      icmp6.type icmp6.code icmp6.id icmp6.seq icmp6.length icmp6.cksum.status icmp6.cksum.found \
      icmp6.cksum.expected icmp6.text icmp6.host icmp6.port icmp6.portProto icmp6.gateway \
      icmp6.mtu \
      payload""";

  private IpCells() {}

  /** The names of all fields. */
  static List<String> names() {
    return Splitter.on(' ').splitToList(NAMES);
  }

  /**
   * The cell for a field name, or null if there is no such field. This is no map of all cells
   * because the JVM takes a tenth of a millisecond to set up each of a hundred lambdas.
   */
  static CsvField.@Nullable Cell<IpPacket> named(String name) {
    int dot = name.indexOf('.');
    String key = name.substring(dot + 1);
    return switch (name.substring(0, Math.max(0, dot))) {
      case "" -> ofPacket(name);
      case "ip" -> ofIp(key);
      case "tcp" -> ofTcp(key);
      case "udp" -> ofUdp(key);
      case "icmp" -> ofIcmp(key, IcmpMessage.Family.ICMP);
      case "icmp6" -> ofIcmp(key, IcmpMessage.Family.ICMP6);
      default -> null;
    };
  }

  private static CsvField.@Nullable Cell<IpPacket> ofPacket(String name) {
    return switch (name) {
      case "srcPort" -> (packet, line) -> line.printed(sourcePort(packet).number());
      case "dstPort" -> (packet, line) -> line.printed(targetPort(packet).number());
      case "srcService" -> (packet, line) -> line.printed(sourcePort(packet).service());
      case "dstService" -> (packet, line) -> line.printed(targetPort(packet).service());
      case "payload" -> IpCells::payload;
      default -> null;
    };
  }

  private static CsvField.@Nullable Cell<IpPacket> ofIp(String key) {
    return switch (key) {
      case "version" -> (packet, line) -> line.number(packet.ip().version());
      case "src" -> (packet, line) -> line.text(packet.ip().src().text());
      case "dst" -> (packet, line) -> line.text(packet.ip().dst().text());
      case "tos" -> ipv4((ip, line) -> line.printed(ip.tos()));
      case "class" -> ipv6((ip, line) -> line.printed(ip.trafficClass()));
      case "flowlabel" -> ipv6((ip, line) -> line.printed(ip.flowLabel()));
      case "ttl" -> (packet, line) -> line.printed(packet.ip().ttl());
      case "id" -> ipv4((ip, line) -> line.printed(ip.id()));
      case "offset" -> ipv4((ip, line) -> line.printed(ip.offset()));
      case "flags" -> ipv4((ip, line) -> line.text(ip.flags().map(IpCells::words).orElse("")));
      case "proto" -> (packet, line) -> line.printed(packet.ip().protocol());
      case "length" -> (packet, line) -> line.printed(packet.ip().length());
      case "cksum.status" -> ipv4((ip, line) -> status(ip.checksum(), line));
      case "cksum.found" -> ipv4((ip, line) -> found(ip.checksum(), line));
      case "cksum.expected" -> ipv4((ip, line) -> expected(ip.checksum(), line));
      case "options" -> ipv4((ip, line) -> line.text(ip.options()));
      case "note" -> IpCells::note;
      default -> null;
    };
  }

  private static CsvField.@Nullable Cell<IpPacket> ofTcp(String key) {
    return switch (key) {
      case "srcPort" -> tcp((tcp, line) -> line.printed(tcp.srcPort().number()));
      case "srcService" -> tcp((tcp, line) -> line.printed(tcp.srcPort().service()));
      case "dstPort" -> tcp((tcp, line) -> line.printed(tcp.dstPort().number()));
      case "dstService" -> tcp((tcp, line) -> line.printed(tcp.dstPort().service()));
      case "flags" -> tcp((tcp, line) -> line.printed(tcp.flags()));
      case "seq" -> tcp((tcp, line) -> line.printed(tcp.seq()));
      case "seqEnd" -> tcp((tcp, line) -> line.printed(tcp.seqEnd()));
      case "ack" -> tcp((tcp, line) -> line.printed(tcp.ack()));
      case "win" -> tcp((tcp, line) -> line.printed(tcp.window()));
      case "urg" -> tcp((tcp, line) -> line.printed(tcp.urgent()));
      case "cksum.status" -> tcp((tcp, line) -> status(tcp.checksum(), line));
      case "cksum.found" -> tcp((tcp, line) -> found(tcp.checksum(), line));
      case "cksum.expected" -> tcp((tcp, line) -> expected(tcp.checksum(), line));
      case "options" -> tcp(IpCells::options);
      case "note" -> tcp((tcp, line) -> line.text(tcp.note()));
      case "length" -> tcp((tcp, line) -> line.printed(tcp.length()));
      default -> null;
    };
  }

  private static CsvField.@Nullable Cell<IpPacket> ofUdp(String key) {
    return switch (key) {
      case "srcPort" -> udp((udp, line) -> line.printed(udp.srcPort().number()));
      case "srcService" -> udp((udp, line) -> line.printed(udp.srcPort().service()));
      case "dstPort" -> udp((udp, line) -> line.printed(udp.dstPort().number()));
      case "dstService" -> udp((udp, line) -> line.printed(udp.dstPort().service()));
      case "length" -> udp((udp, line) -> line.printed(udp.length()));
      case "cksum.status" -> udp((udp, line) -> status(udp.checksum(), line));
      case "cksum.found" -> udp((udp, line) -> found(udp.checksum(), line));
      case "cksum.expected" -> udp((udp, line) -> expected(udp.checksum(), line));
      default -> null;
    };
  }

  private static CsvField.@Nullable Cell<IpPacket> ofIcmp(String key, IcmpMessage.Family family) {
    return switch (key) {
      case "type" -> icmp(family, (icmp, line) -> line.printed(icmp.type()));
      case "code" -> icmp(family, (icmp, line) -> line.printed(icmp.code()));
      case "id" -> icmp(family, (icmp, line) -> line.printed(icmp.id()));
      case "seq" -> icmp(family, (icmp, line) -> line.printed(icmp.seq()));
      case "length" -> icmp(family, (icmp, line) -> line.printed(icmp.length()));
      case "cksum.status" -> icmp(family, (icmp, line) -> status(icmp.checksum(), line));
      case "cksum.found" -> icmp(family, (icmp, line) -> found(icmp.checksum(), line));
      case "cksum.expected" -> icmp(family, (icmp, line) -> expected(icmp.checksum(), line));
      case "text" -> icmp(family, (icmp, line) -> line.text(icmp.text()));
      case "host" -> icmp(family, (icmp, line) -> line.printed(icmp.subject()));
      case "port" -> icmp(family, (icmp, line) -> line.printed(icmp.port()));
      case "portProto" -> icmp(family, (icmp, line) -> line.printed(icmp.portProtocol()));
      case "gateway" -> icmp(family, (icmp, line) -> line.printed(icmp.gateway()));
      case "mtu" -> icmp(family, (icmp, line) -> line.printed(icmp.mtu()));
      default -> null;
    };
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

  private static Port sourcePort(IpPacket packet) {
    return packet.payload().sourcePort().orElse(Port.NOT_PRINTED);
  }

  private static Port targetPort(IpPacket packet) {
    return packet.payload().targetPort().orElse(Port.NOT_PRINTED);
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

  /** The options as tcpdump prints them: {@code mss 1460,sackOK,TS val 1 ecr 0}. */
  private static void options(TcpSegment tcp, CsvLine line) {
    line.text(tcp.options().stream().map(IpCells::words).collect(Collectors.joining(",")));
  }

  private static String words(TcpOption option) {
    return option.text().isEmpty() ? option.kind() : option.kind() + " " + option.text();
  }
}
