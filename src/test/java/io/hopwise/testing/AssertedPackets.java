package io.hopwise.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.text.RecordText;

/** Packets of each kind, on which assertions pass and fail. */
final class AssertedPackets {
  private AssertedPackets() {}

  static final PacketCapture CAPTURE =
      PacketCapture.of(
          """
          listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes
          22:13:20.000000 eth0  Out IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
              10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0xea82 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
          22:13:20.020000 eth0  In  IP (tos 0x0, ttl 63, id 0, offset 0, flags [none], proto TCP (6), length 40)
              10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0x1857 (incorrect -> 0x1858), seq 0, ack 1000000001, win 0, length 0
              9  22:13:21.000000 IP (tos 0x10, ttl 61, id 77, offset 0, flags [+], proto UDP (17), length 48)
              10.9.4.2.4500 > 10.9.1.1.50001: UDP, length 1472
          22:13:22.000000 IP6 (flowlabel 0xabcde, hlim 255, next-header UDP (17) payload length: 41) 2001:db8::1.50000 > 2001:db8::2.53: [udp sum ok] 6699+ A? www.example.com. (33)
          22:13:23.000000 IP (tos 0x0, ttl 62, id 5, offset 0, flags [none], proto ICMP (1), length 68)
              192.0.2.1 > 10.9.1.1: ICMP 10.9.4.2 udp port 33434 unreachable, length 48
          \tIP (tos 0x0, ttl 1, id 555, offset 0, flags [none], proto UDP (17), length 40)
              10.9.1.1.51000 > 10.9.4.2.33434: UDP, length 12
          22:13:24.000000 IP (tos 0x0, ttl 61, id 6, offset 0, flags [none], proto ICMP (1), length 84)
              10.9.4.2 > 10.9.1.1: ICMP echo reply, id 7, seq 8, length 64
          22:13:25.000000 IP (tos 0x0, ttl 62, id 7, offset 0, flags [none], proto ICMP (1), length 56)
              192.0.2.1 > 10.9.1.1: ICMP 10.9.4.2 unreachable - need to frag (mtu 1400), length 36
          \tIP (tos 0x0, ttl 63, id 556, offset 0, flags [DF], proto UDP (17), length 1500)
              10.9.1.1.51000 > 10.9.4.2.33434: UDP, length 1472
          22:13:26.000000 ARP, Ethernet (len 6), IPv4 (len 4), Request who-has 10.9.1.1 tell 10.9.4.2, length 46
          22:13:27.000000 IP (tos 0x0, ttl 61, id 8, offset 0, flags [DF], proto ICMP (1), length 84)
              10.9.1.1 > 10.9.4.2: ICMP echo request, id 7, seq 9, length 64
          """);

  static final PacketCapture BROKEN = PacketCapture.of("this is 0x1 nothing tcpdump prints\n");

  static final Packet SYN = packet(0);
  static final Packet DOUBTFUL =
      SYN.withText(
          RecordText.wrapAmbiguous(
              1, 1, "IP (tos 0x0, ttl 64) 10.9.1.1.55538 > 10.9.4.2.22: tcp 0\n".getBytes(UTF_8)));
  static final Packet RESET = packet(1);
  static final Packet FRAGMENT = packet(2);
  static final Packet QUERY = packet(3);
  static final Packet CLOSED_PORT = packet(4);
  static final Packet REPLY = packet(5);
  static final Packet TOO_BIG = packet(6);
  static final Packet REQUEST = packet(7);
  static final Entry LISTENING = CAPTURE.entries().get(0);

  static Packet packet(int index) {
    return CAPTURE.packets().get(index);
  }

  static TcpSegment tcpOf(Packet packet) {
    return (TcpSegment) packet.payload();
  }

  static UdpDatagram udpOf(Packet packet) {
    return (UdpDatagram) packet.payload();
  }

  static IcmpMessage icmpOf(Packet packet) {
    return (IcmpMessage) packet.payload();
  }
}
