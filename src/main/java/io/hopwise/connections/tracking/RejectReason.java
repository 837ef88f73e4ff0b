package io.hopwise.connections.tracking;

import io.hopwise.analysis.traffic.IcmpError;
import io.hopwise.packet.IcmpMessage;

/** What an ICMP error says, in a few words. */
final class RejectReason {
  private static final String PROHIBITED = "administratively prohibited";
  private static final String PORT = "port unreachable";

  private RejectReason() {}

  /** The reason, never empty. */
  static String of(IcmpError error) {
    if (error.isTimeExceeded()) {
      return "its TTL ran out there";
    }
    int code = error.code().orElse(-1);
    return error.family() == IcmpMessage.Family.ICMP ? ofIcmp(code) : ofIcmp6(code);
  }

  private static String ofIcmp(int code) {
    return switch (code) {
      case 0 -> "net unreachable";
      case 1 -> "host unreachable";
      case 2 -> "protocol unreachable";
      case 3 -> PORT;
      case 4 -> "too big to pass unfragmented";
      case 9, 10, 13 -> PROHIBITED;
      default -> "unreachable";
    };
  }

  private static String ofIcmp6(int code) {
    return switch (code) {
      case 0 -> "no route";
      case 1 -> PROHIBITED;
      case 3 -> "address unreachable";
      case 4 -> PORT;
      case 5, 6 -> "forbidden by a policy";
      default -> "unreachable";
    };
  }
}
