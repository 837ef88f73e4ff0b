package io.hopwise.testing.packets;

import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Encodes TCP segments for computing checksums.
 *
 * @since 0.1
 */
public final class WireFormat {
  private static final int TCP = 6;

  private WireFormat() {}

  /** The length of a list of options in bytes, without padding. */
  static int optionBytes(List<TcpOption> options) {
    return options.stream().mapToInt(WireFormat::optionBytes).sum();
  }

  private static int optionBytes(TcpOption option) {
    if (option == TcpOption.Flag.SACK_OK) {
      return 2;
    }
    if (option instanceof TcpOption.Flag) {
      return 1;
    }
    if (option instanceof TcpOption.Mss) {
      return 4;
    }
    if (option instanceof TcpOption.WindowScale) {
      return 3;
    }
    if (option instanceof TcpOption.Timestamps) {
      return 10;
    }
    if (option instanceof TcpOption.Sack sack) {
      return 2 + 8 * sack.blocks().size();
    }
    throw new IllegalArgumentException("cannot make the TCP option " + option.kind());
  }

  /**
   * The bytes of a segment whose checksum field is zero and whose payload consists of zero bytes.
   */
  public static byte[] tcp(TcpSegment tcp) {
    int header = 20 + optionBytes(tcp.options());
    ByteBuffer out = ByteBuffer.allocate(header + tcp.length().orElse(0));
    out.putShort((short) tcp.srcPort().number().orElse(0));
    out.putShort((short) tcp.dstPort().number().orElse(0));
    out.putInt((int) tcp.seq().orElse(0));
    out.putInt((int) tcp.ack().orElse(0));
    out.putShort((short) (((header / 4) << 12) | tcp.flags().orElseThrow().bits()));
    out.putShort((short) tcp.window().orElse(0));
    out.putShort((short) 0);
    out.putShort((short) tcp.urgent().orElse(0));
    tcp.options().forEach(option -> put(out, option));
    return out.array();
  }

  private static void put(ByteBuffer out, TcpOption option) {
    if (option == TcpOption.Flag.SACK_OK) {
      out.put((byte) 4).put((byte) 2);
    } else if (option instanceof TcpOption.Flag flag) {
      out.put((byte) (flag == TcpOption.Flag.NOP ? 1 : 0));
    } else if (option instanceof TcpOption.Mss mss) {
      out.put((byte) 2).put((byte) 4).putShort((short) mss.value());
    } else if (option instanceof TcpOption.WindowScale scale) {
      out.put((byte) 3).put((byte) 3).put((byte) scale.value());
    } else if (option instanceof TcpOption.Timestamps times) {
      out.put((byte) 8).put((byte) 10).putInt((int) times.val()).putInt((int) times.ecr());
    } else if (option instanceof TcpOption.Sack sack) {
      out.put((byte) 5).put((byte) optionBytes(sack));
      sack.blocks().forEach(block -> out.putInt((int) block.left()).putInt((int) block.right()));
    }
  }

  /**
   * The checksum of a TCP segment within its IP packet (RFC 9293 section 3.1). Hosts given by name
   * count as 0.0.0.0, because their addresses are unknown.
   */
  static int transportChecksum(IpHeader ip, byte[] segment) {
    long sum = sum(address(ip.src())) + sum(address(ip.dst())) + TCP + segment.length;
    return fold(sum + sum(segment));
  }

  public static int fold(long sum) {
    long folded = sum;
    while (folded > 0xffff) {
      folded = (folded & 0xffff) + (folded >> 16);
    }
    return (int) ~folded & 0xffff;
  }

  public static long sum(byte[] bytes) {
    long sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (long) (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
    }
    return sum;
  }

  private static byte[] address(Host host) {
    return host.address().map(InetAddress::getAddress).orElse(new byte[4]);
  }
}
