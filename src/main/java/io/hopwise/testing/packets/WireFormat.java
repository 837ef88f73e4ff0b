package io.hopwise.testing.packets;

import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Encodes TCP segments and computes the checksums of the internet protocols.
 *
 * @since 0.1
 */
public final class WireFormat {
  private static final int TCP = 6;

  private WireFormat() {}

  /**
   * The length of a list of options in bytes, without padding.
   *
   * @throws IllegalArgumentException if one of them cannot be encoded
   */
  static int optionBytes(List<TcpOption> options) {
    options.forEach(WireFormat::check);
    return options.stream().mapToInt(option -> option.wireBytes().orElseThrow()).sum();
  }

  private static void check(TcpOption option) {
    boolean known =
        option instanceof TcpOption.Flag
            || option instanceof TcpOption.Mss
            || option instanceof TcpOption.WindowScale
            || option instanceof TcpOption.Timestamps
            || option instanceof TcpOption.Sack;
    if (!known) {
      throw new IllegalArgumentException("cannot make the TCP option " + option.kind());
    }
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
      out.put((byte) 5).put((byte) sack.wireBytes().orElseThrow());
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

  /** The checksum field for a {@link #sum}, 0 to 65535 (RFC 1071). */
  public static int fold(long sum) {
    long folded = sum;
    while (folded > 0xffff) {
      folded = (folded & 0xffff) + (folded >> 16);
    }
    return (int) ~folded & 0xffff;
  }

  /** The sum of the 16-bit words of some bytes, an odd last byte padded with zero (RFC 1071). */
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
