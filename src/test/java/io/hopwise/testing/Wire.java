package io.hopwise.testing;

import com.google.common.net.InetAddresses;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import io.hopwise.testing.packets.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Made packets as the bytes they stand for, so that a real tcpdump can print them. */
public final class Wire {
  private static final int LINKTYPE_RAW = 101;

  private Wire() {}

  /** Writes a pcap file of bare IP packets. */
  public static void write(Path file, List<Packet> packets) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(1 << 22).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
    out.putInt(262144).putInt(LINKTYPE_RAW);
    for (Packet packet : packets) {
      byte[] bytes = ip(packet);
      long nanos = packet.time().map(PrintedTime::nanos).orElse(0L);
      out.putInt((int) (nanos / 1_000_000_000L)).putInt((int) (nanos % 1_000_000_000L / 1000));
      out.putInt(bytes.length).putInt(bytes.length).put(bytes);
    }
    Files.write(file, Arrays.copyOf(out.array(), out.position()));
  }

  private static byte[] ip(IpPacket packet) {
    byte[] payload = payload(packet);
    if (packet.ip() instanceof Ipv6Header ip) {
      ByteBuffer out = ByteBuffer.allocate(40 + payload.length);
      out.putInt((6 << 28) | (ip.tos().getAsInt() << 20) | ip.flowLabel().getAsInt());
      out.putShort((short) payload.length);
      out.put((byte) ip.protocol().getAsInt()).put((byte) ip.ttl().getAsInt());
      return out.put(address(ip.src().text())).put(address(ip.dst().text())).put(payload).array();
    }
    Ipv4Header ip = (Ipv4Header) packet.ip();
    Ipv4Flags flags = ip.flags().orElseThrow();
    ByteBuffer out = ByteBuffer.allocate(20 + payload.length);
    out.put((byte) 0x45).put((byte) ip.tos().getAsInt()).putShort((short) (20 + payload.length));
    out.putShort((short) ip.id().getAsInt()).putShort((short) (flags.dontFragment() ? 0x4000 : 0));
    out.put((byte) ip.ttl().getAsInt()).put((byte) ip.protocol().getAsInt()).putShort((short) 0);
    out.put(address(ip.src().text())).put(address(ip.dst().text()));
    out.putShort(10, (short) WireFormat.fold(WireFormat.sum(Arrays.copyOf(out.array(), 20))));
    return out.put(payload).array();
  }

  private static byte[] payload(IpPacket packet) {
    if (packet.payload() instanceof TcpSegment tcp) {
      byte[] bytes = WireFormat.tcp(tcp);
      int sum =
          tcp.checksum() instanceof Checksum.Incorrect wrong
              ? wrong.found().getAsInt()
              : ((Checksum.Correct) tcp.checksum()).found().getAsInt();
      ByteBuffer.wrap(bytes).putShort(16, (short) sum);
      return bytes;
    }
    if (packet.payload() instanceof UdpDatagram udp) {
      int length = 8 + udp.length().getAsInt();
      ByteBuffer out = ByteBuffer.allocate(length);
      out.putShort((short) udp.srcPort().number().getAsInt());
      out.putShort((short) udp.dstPort().number().getAsInt());
      out.putShort((short) length);
      out.putShort(6, (short) pseudoSum(packet.ip(), 17, out.array()));
      return out.array();
    }
    return icmp(packet, (IcmpMessage) packet.payload());
  }

  private static byte[] icmp(IpPacket packet, IcmpMessage icmp) {
    boolean six = icmp.family() == IcmpMessage.Family.ICMP6;
    int length = packet.ip().length().getAsInt() - (six ? 0 : 20);
    ByteBuffer out = ByteBuffer.allocate(length);
    out.put((byte) icmp.type().getAsInt()).put((byte) icmp.code().orElse(0)).putShort((short) 0);
    out.putShort((short) icmp.id().orElse(0));
    out.putShort((short) icmp.seq().orElse((int) icmp.mtu().orElse(0)));
    if (icmp.quoted().isPresent()) {
      byte[] quoted = ip(icmp.quoted().get());
      out.put(quoted, 0, Math.min(quoted.length, out.remaining()));
    }
    int sum =
        six
            ? pseudoSum(packet.ip(), 58, out.array())
            : WireFormat.fold(WireFormat.sum(out.array()));
    return out.putShort(2, (short) sum).array();
  }

  private static int pseudoSum(IpHeader ip, int protocol, byte[] bytes) {
    long addresses =
        WireFormat.sum(address(ip.src().text())) + WireFormat.sum(address(ip.dst().text()));
    return WireFormat.fold(addresses + protocol + bytes.length + WireFormat.sum(bytes));
  }

  private static byte[] address(String text) {
    return InetAddresses.forString(text).getAddress();
  }
}
