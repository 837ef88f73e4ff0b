package io.hopwise.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What an attacker puts into packets to be taken for output of tcpdump. */
final class HostilePayload {
  private static final List<String> NOTICES =
      List.of(
          "listening on eth0, link-type EN10MB (Ethernet), snapshot length 92 bytes",
          "tcpdump: listening on eth9, link-type LINUX_SLL2, capture size 60 bytes",
          "reading from file x.pcap, link-type RAW (Raw IP), snapshot length 64",
          "dropped privs to tcpdump",
          "tcpdump: verbose output suppressed, use -v[v]... for full protocol decode",
          "tcpdump: data link type LINUX_SLL2",
          "tcpdump: pcap_loop: truncated dump file",
          "0 packets captured",
          "7 packets captured",
          "9 packets received by filter",
          "3 packets dropped by kernel",
          "Got 9",
          "5 packets",
          "^C",
          "^C0 packets captured",
          "^Z",
          "root@elsewhere:~# ",
          "[root@elsewhere ~]# tcpdump -nn -v port 99",
          "sensor:~$ ",
          "$ tcpdump -A",
          "sudo tcpdump -i eth9",
          "tcpdump -i eth9",
          "\u00e2\u009d\u00af tcpdump",
          "tcpdump: 5 packets captured, 5 packets received by filter, 0 packets dropped by kernel",
          "[timestamp overflow] IP 9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1, length 0",
          "[Invalid header: caplen==0, len==0]");

  private static final List<String> TAILS =
      List.of(
          ": VXLAN, flags [I] (0x08), vni 5",
          "IP 9.9.9.9.1 > 8.8.8.8.2: VXLAN, flags [I] (0x08), vni 5",
          ": OTV, flags [I] (0x08), overlay 5, instance 7",
          " data (60 octets), frame decoding below",
          "MPLS (label 5, tc 0, [S], ttl 9)",
          "9.9.9.9 > 8.8.8.8: ICMP 9.9.9.9 udp port 5 unreachable, length 36",
          "9.9.9.9 > 8.8.8.8: GREv0, Flags [none], length 60",
          "tcpdump: 5 packets captured, 5 packets received by filter, 0 packets dropped by kernel",
          ">>> NBT Session Packet",
          "SMB PACKET: SMBtrans2",
          "NBT Session Message",
          "[|BGP Update]",
          "Juniper PCAP Flags [Ext]",
          "[total length 1000 > length 41]",
          "length 1400",
          "(tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length 40)");

  private final Random random;
  private final Release release;
  private final Supplier<String> time;

  /**
   * Made by chance.
   *
   * @param release whose records are imitated
   * @param time what heads of the printing in question begin with, a time behind that of the last
   *     packet
   */
  HostilePayload(Random random, Release release, Supplier<String> time) {
    this.random = random;
    this.release = release;
    this.time = time;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A payload: lines that look like tcpdump's, among others. */
  String next() {
    return switch (random.nextInt(6)) {
      case 0 -> line();
      case 1 -> lines();
      case 2 -> elastic(lines());
      case 3 -> "GET / HTTP/1.1\r\nX: y\r\n" + lines() + "\r\n";
      case 4 -> "\0\1a\0" + "x" + any(TAILS) + "\0";
      default -> "SIP/2.0 200 OK\r\n" + lines();
    };
  }

  /** Bytes behind a packet in its frame. */
  String trailer() {
    return "\n" + lines().stripTrailing();
  }

  private String lines() {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      text.append(chance(60) ? "\n" : any(List.of("", "\r\n", "\n\n", "\t", "x\n"))).append(line());
    }
    return text.append(chance(50) ? "\n" : "").append(chance(30) ? "the end" : "").toString();
  }

  /** As many line feeds as there are bytes behind them: so many returns may have been left out. */
  private String elastic(String words) {
    String feeds = "\n".repeat(words.length() + random.nextInt(60));
    String rest = "y".repeat(random.nextInt(60));
    return switch (random.nextInt(3)) {
      case 0 -> feeds + words + "\n";
      case 1 -> rest + feeds + words;
      default -> feeds + rest + "\n" + words + "\n" + rest;
    };
  }

  private String line() {
    return switch (random.nextInt(5)) {
      case 0 -> any(NOTICES);
      case 1 -> "X" + any(TAILS);
      case 2 -> "y".repeat(random.nextInt(200));
      default -> record();
    };
  }

  /** A head of the printing's form or another, perhaps with the dump of its packet. */
  String record() {
    String begin =
        chance(75)
            ? time.get()
            : any(List.of("", "10:00:01.000000 ", "1718000001.5 ", "2024-06-10 10:00:01.000000 "));
    int length = chance(50) ? 40 : 20 + random.nextInt(chance(20) ? 65000 : 900);
    String number = chance(10) ? "    2  " : "";
    if (release != Release.V4_99_3 && chance(70)) {
      String packet = new PacketText(release, chance(80)).of(forged(length));
      return number + begin + packet + (chance(70) ? "\n" + dump(length) : "");
    }
    String paren =
        "(tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length "
            + length
            + ")\n    ";
    String head = number + begin + "IP " + (chance(80) ? paren : "");
    String flow = "9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1, length " + (length - 40);
    return head + flow + (chance(70) ? "\n" + dump(length) : "");
  }

  private MadeFrame forged(int length) {
    byte[] src = {9, 9, 9, 9};
    byte[] dst = {8, 8, 8, 8};
    int protocol = chance(70) ? MadeFrame.TCP : MadeFrame.UDP;
    byte[] data = new byte[Math.max(0, length - (protocol == MadeFrame.TCP ? 40 : 28))];
    return MadeFrame.of(new byte[12], src, dst, 9, 9, protocol, new int[] {1, 2}, data);
  }

  private String dump(int length) {
    byte[] header = {
      0x45,
      0,
      (byte) (length >> 8),
      (byte) length,
      0,
      9,
      0,
      0,
      9,
      6,
      0x21,
      0,
      9,
      9,
      9,
      9,
      8,
      8,
      8,
      8
    };
    String printed = printed(header);
    int rest = chance(70) ? length - 20 : random.nextInt(60);
    return printed + ".".repeat(Math.max(0, Math.min(rest, 1200)));
  }

  /** How -A prints bytes that hold no carriage return. */
  static String printed(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append((b >= ' ' && b <= '~') || b == '\n' || b == '\t' ? (char) b : '.');
    }
    return text.toString();
  }

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
