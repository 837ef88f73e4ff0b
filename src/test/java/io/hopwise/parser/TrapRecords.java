package io.hopwise.parser;

import static io.hopwise.parser.Fixtures.packet;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.TcpSegment;

/** Records for the tests of traps, with the parts that do not matter filled in. */
final class TrapRecords {
  static final String V4 =
      "10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto %s, length %d)\n    ";

  private TrapRecords() {}

  static String tcp(int length, String body) {
    return String.format(V4, "TCP (6)", length) + body + "\n";
  }

  static String udp(int length, String body) {
    return String.format(V4, "UDP (17)", length) + body + "\n";
  }

  static String icmp(String body) {
    return String.format(V4, "ICMP (1)", 60) + body + "\n";
  }

  static String oldTcp(int length, String body) {
    return "10:00:00.000001 IP (tos 0x0, ttl  61, id 7, offset 0, flags [DF], proto: TCP (6), length: "
        + length
        + ") "
        + body
        + "\n";
  }

  static TcpSegment segment(String text) {
    return (TcpSegment) packet(text).payload();
  }

  static IcmpMessage message(String text) {
    return (IcmpMessage) packet(text).payload();
  }
}
