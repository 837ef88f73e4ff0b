package io.hopwise.testing.packets;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.LaterFragment;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.LinkLayer.Direction;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpOption.Sack.Block;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.testing.capture.Endpoint;
import io.hopwise.text.RecordText;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Makes random packets for property tests: IPv4 and IPv6, TCP with all typed options, UDP, echoes,
 * ICMP errors with quoted packets, fragments, IP in IP, with and without link layer. All are valid:
 * reading their text gives the same packets. The same seed gives the same packets.
 *
 * <p>Not thread-safe.
 *
 * @since 0.1
 */
public final class RandomPackets {
  private static final long UINT = 1L << 32;
  private static final int IPIP = 4;

  private final Random random;
  private Duration time = Duration.ZERO;
  private long number;

  /** A generator with a seed. */
  public RandomPackets(long seed) {
    random = new Random(seed);
  }

  /** The next packet, later than the previous ones. */
  public Packet next() {
    time = time.plusNanos(1000L * random.nextInt(2_000_000));
    return switch (random.nextInt(10)) {
      case 0 -> error();
      case 1 -> tunnel();
      case 2 -> fragment();
      case 3 -> echo();
      case 4, 5 -> udp();
      default -> tcp();
    };
  }

  /**
   * A whole capture: all packets have the same kind of link layer, and all or none have numbers.
   *
   * @param count how many packets
   */
  public ImmutableList<Packet> capture(int count) {
    boolean numbered = random.nextBoolean();
    int link = random.nextInt(3);
    ImmutableList.Builder<Packet> packets = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      packets.add(dressed(next(), numbered, link));
    }
    return packets.build();
  }

  private Packet dressed(Packet packet, boolean numbered, int link) {
    return new Packet(
        RecordText.NONE,
        numbered ? OptionalLong.of(++number) : OptionalLong.empty(),
        packet.time(),
        switch (link) {
          case 0 -> LinkLayer.NONE;
          case 1 -> cooked();
          default -> ethernet(packet);
        },
        packet.ip(),
        packet.extensions(),
        packet.payload(),
        "");
  }

  private LinkLayer cooked() {
    String name = pick("eth0", "lo", "wlp0s20f3", "?", "docker0");
    return PacketBuilder.cooked(name, pick(Direction.values()));
  }

  private LinkLayer ethernet(Packet packet) {
    boolean six = packet.ip().version() == 6;
    int type = six ? 0x86dd : 0x0800;
    String typeText = six ? "ethertype IPv6 (0x86dd)" : "ethertype IPv4 (0x0800)";
    String src = mac();
    String dst = mac();
    int length = packet.ip().length().orElse(0) + (six ? 54 : 14);
    boolean tagged = random.nextBoolean();
    int vlan = random.nextInt(4096);
    String text =
        tagged
            ? src
                + " > "
                + dst
                + ", ethertype 802.1Q (0x8100), length "
                + (length + 4)
                + ": vlan "
                + vlan
                + ", p "
                + random.nextInt(8)
                + ", "
                + typeText
                + ", "
            : src + " > " + dst + ", " + typeText + ", length " + length + ": ";
    return new LinkLayer(
        Optional.empty(),
        Optional.empty(),
        Optional.of(src),
        Optional.of(dst),
        OptionalInt.of(type),
        tagged ? ImmutableList.of(vlan) : ImmutableList.of(),
        text);
  }

  private String mac() {
    StringBuilder mac = new StringBuilder("02");
    for (int i = 0; i < 5; i++) {
      mac.append(String.format(Locale.ROOT, ":%02x", random.nextInt(256)));
    }
    return mac.toString();
  }

  private Packet tcp() {
    boolean six = random.nextInt(3) == 0;
    TcpPacketBuilder tcp = common(new TcpPacketBuilder(end(six), end(six)));
    for (char flag : "FSRPUEW".toCharArray()) {
      if (random.nextInt(4) == 0) {
        tcp.flags(String.valueOf(flag));
      }
    }
    if (random.nextBoolean()) {
      tcp.ack(uint());
    }
    if (random.nextInt(8) == 0) {
      tcp.urgent(random.nextInt(65536));
    }
    if (random.nextInt(8) == 0) {
      tcp.incorrectChecksum();
    }
    if (random.nextBoolean()) {
      tcp.options(options());
    }
    return tcp.seq(uint()).window(random.nextInt(65536)).data(data()).build();
  }

  private TcpOption[] options() {
    List<TcpOption> options = new ArrayList<>();
    int room = 40;
    while (room > 30 - random.nextInt(20)) {
      TcpOption option = option();
      int bytes = WireFormat.optionBytes(List.of(option));
      if (bytes <= room) {
        options.add(option);
      }
      room -= bytes;
    }
    return options.toArray(TcpOption[]::new);
  }

  private TcpOption option() {
    return switch (random.nextInt(6)) {
      case 0 -> new TcpOption.Mss(random.nextInt(65536));
      case 1 -> new TcpOption.WindowScale(random.nextInt(15));
      case 2 -> new TcpOption.Timestamps(uint(), uint());
      case 3 -> new TcpOption.Sack(blocks());
      case 4 -> TcpOption.Flag.SACK_OK;
      default -> TcpOption.Flag.NOP;
    };
  }

  private ImmutableList<Block> blocks() {
    return random.nextBoolean()
        ? ImmutableList.of(new Block(uint(), uint()))
        : ImmutableList.of(new Block(uint(), uint()), new Block(uint(), uint()));
  }

  private Packet udp() {
    boolean six = random.nextInt(3) == 0;
    return common(new UdpPacketBuilder(end(six), end(six))).data(data()).build();
  }

  private Packet echo() {
    boolean six = random.nextBoolean();
    return common(new IcmpPacketBuilder(host(six), host(six), random.nextBoolean()))
        .echoId(random.nextInt(65536))
        .seq(random.nextInt(65536))
        .data(data())
        .build();
  }

  private Packet error() {
    Packet about = random.nextBoolean() ? tcp() : udp();
    IcmpErrorBuilder.ErrorType errorType = pick(IcmpErrorBuilder.ErrorType.values());
    String reporter = host(about.ip().version() == 6).host();
    return common(new IcmpErrorBuilder(reporter, about, errorType))
        .quotedTtl(random.nextInt(256))
        .mtu(random.nextInt(65536))
        .build();
  }

  /** A fragment after the first: it has no ports, only a protocol. */
  private Packet fragment() {
    Packet whole = udp();
    if (!(whole.ip() instanceof Ipv4Header ip)) {
      return whole;
    }
    int protocol = pick(1, 6, 17, 50);
    Ipv4Flags flags = new Ipv4Flags(false, random.nextBoolean(), false);
    Ipv4Header header =
        header(ip, ip.length().getAsInt(), protocol, 8 * (1 + random.nextInt(8191)), flags);
    return whole.withIp(header).withPayload(new LaterFragment("ip-proto-" + protocol)).withDump("");
  }

  private Packet tunnel() {
    Packet inner = udp();
    Packet outer = udp();
    if (!(outer.ip() instanceof Ipv4Header ip) || !(inner.ip() instanceof Ipv4Header)) {
      return inner;
    }
    int length = 20 + inner.ip().length().getAsInt();
    Ipv4Header header = header(ip, length, IPIP, 0, ip.flags().orElse(Ipv4Flags.NONE));
    InnerPacket carried = new InnerPacket(inner.ip(), inner.extensions(), inner.payload());
    return outer.withIp(header).withPayload(new Tunnel("", carried)).withDump("");
  }

  private static Ipv4Header header(
      Ipv4Header ip, int length, int protocol, int offset, Ipv4Flags flags) {
    return new Ipv4Header(
        ip.src(),
        ip.dst(),
        ip.tos(),
        ip.ttl(),
        ip.id(),
        OptionalInt.of(offset),
        Optional.of(flags),
        OptionalInt.of(protocol),
        OptionalInt.of(length),
        ip.checksum(),
        "",
        "");
  }

  private <B extends PacketBuilder<B>> B common(B builder) {
    if (random.nextBoolean()) {
      builder.dontFragment();
    }
    return builder
        .at(time)
        .ttl(random.nextInt(256))
        .tos(random.nextInt(4) == 0 ? random.nextInt(256) : 0)
        .id(random.nextInt(65536))
        .flowLabel(random.nextInt(4) == 0 ? random.nextInt(1 << 20) : 0);
  }

  private int data() {
    return random.nextInt(3) == 0 ? 0 : random.nextInt(1400);
  }

  private long uint() {
    return (long) (random.nextDouble() * UINT);
  }

  private Endpoint end(boolean six) {
    // Above the ports for which tcpdump has application printers.
    return new Endpoint(host(six).host(), OptionalInt.of(50_000 + random.nextInt(10_000)));
  }

  private Endpoint host(boolean six) {
    byte[] address = new byte[six ? 16 : 4];
    random.nextBytes(address);
    address[0] = (byte) (six ? 0x20 : 1 + random.nextInt(223));
    if (six && random.nextBoolean()) {
      java.util.Arrays.fill(address, 4, 14, (byte) 0);
    }
    try {
      String text = InetAddresses.toAddrString(InetAddress.getByAddress(address));
      return new Endpoint(new Host(text).text(), OptionalInt.empty());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes or sixteen make an address", e);
    }
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
