package io.hopwise.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a release of tcpdump says of a packet, without time, link layer and dump.
 *
 * @param verbose whether as with {@code -v}
 */
record PacketText(Release release, boolean verbose) {
  private static final int HEADERS_TCP = MadeFrame.LINK + 40;
  private static final int HEADERS_UDP = MadeFrame.LINK + 28;
  private static final int TCP_CHECKSUM = MadeFrame.LINK + 36;
  private static final int HTTP = 80;
  private static final int TFTP = 69;
  private static final int SIP = 5060;

  /** The text of a frame behind which no other word of its line stands. */
  String of(MadeFrame frame) {
    return (release == Release.V3_7_2 ? "" : "IP ") + behindTheName(frame);
  }

  /** The same without the word that says that it is IP. */
  String behindTheName(MadeFrame frame) {
    String flow = flow(frame) + (isTcp(frame) ? segment(frame) : datagram(frame));
    if (release == Release.V3_7_2) {
      String trailer = "(ttl " + frame.ttl() + ", id " + frame.id() + ", len ";
      return flow + " (DF)" + (verbose ? " " + trailer + frame.ipLength() + ")" : "");
    }
    return (verbose ? header(frame) : "") + flow;
  }

  private String header(MadeFrame frame) {
    boolean isPadded = release.isBefore(Release.V3_9_8);
    String colon = isPadded ? ":" : "";
    String ttl = isPadded ? String.format("%3d", frame.ttl()) : Integer.toString(frame.ttl());
    String name = isTcp(frame) ? "TCP (6)" : "UDP (17)";
    String protocol = release == Release.V3_8_3 ? "" : ", proto" + colon + " " + name;
    String end = release.isBefore(Release.V4_0_0) ? ") " : ")\n    ";
    return "(tos 0x0, ttl "
        + ttl
        + ", id "
        + frame.id()
        + ", offset 0, flags [DF]"
        + protocol
        + ", length"
        + colon
        + " "
        + frame.ipLength()
        + end;
  }

  private static boolean isTcp(MadeFrame frame) {
    return frame.protocol() == MadeFrame.TCP;
  }

  private static String flow(MadeFrame frame) {
    String from = frame.src() + "." + frame.srcPort();
    return from + " > " + frame.dst() + "." + frame.dstPort() + ": ";
  }

  private String segment(MadeFrame frame) {
    return release.isBefore(Release.V4_0_0) ? oldSegment(frame) : newSegment(frame);
  }

  private String oldSegment(MadeFrame frame) {
    int length = frame.payloadLength();
    String numbers = length == 0 ? "" : " 1:" + (1 + length) + "(" + length + ")";
    return "P" + checksum(frame) + numbers + " ack 1 win 1000";
  }

  private String newSegment(MadeFrame frame) {
    int length = frame.payloadLength();
    boolean isNumbered = release != Release.V4_0_0 && length > 0;
    String numbers = isNumbered ? ", seq 1:" + (1 + length) : "";
    String text = "Flags [P.]" + checksum(frame) + numbers + ", ack 1, win 1000, length " + length;
    String carried = carried(frame, HEADERS_TCP);
    boolean isRead = frame.dstPort() == HTTP && carried.startsWith("GET ");
    if (!isRead || release.isBefore(Release.V4_9_3)) {
      return text;
    }
    String[] lines = carried.split("\r?\n", -1);
    return verbose
        ? text + ": HTTP, length: " + length + "\n\t" + String.join("\n\t", lines)
        : text + ": HTTP: " + lines[0];
  }

  private String checksum(MadeFrame frame) {
    boolean isWhole = frame.bytes().length >= HEADERS_TCP + frame.payloadLength();
    if (!verbose || !isWhole) {
      return "";
    }
    if (release.isBefore(Release.V3_9_3)) {
      return " [tcp sum ok]";
    }
    byte[] bytes = frame.bytes();
    String comma = release.isBefore(Release.V4_0_0) ? "," : "";
    int sum = (bytes[TCP_CHECKSUM] & 255) << 8 | (bytes[TCP_CHECKSUM + 1] & 255);
    return String.format(", cksum 0x%04x (correct)%s", sum, comma);
  }

  private String datagram(MadeFrame frame) {
    int length = frame.payloadLength();
    String carried = carried(frame, HEADERS_UDP);
    String sum = verbose && release.isBefore(Release.V3_9_3) ? "[no cksum] " : "";
    if (frame.dstPort() == TFTP && carried.startsWith("\0\1") && carried.length() > 6) {
      String words = length + (release == Release.V4_99_3 ? ", RRQ" : " RRQ");
      String begin = release == Release.V4_99_3 ? "TFTP, length " : " ";
      return sum + begin + words + " \"a\" " + carried.substring(4).replace("\0", "");
    }
    boolean isSip = frame.dstPort() == SIP && carried.startsWith("SIP/2.0");
    if (isSip && !release.isBefore(Release.V3_9_3)) {
      String lines = carried.replace("\r\n", "\n\t").replaceAll("\n(?!\t)", "\\\\012");
      return "SIP, length: " + length + (verbose ? "\n\t" + lines : "");
    }
    return sum
        + switch (release) {
          case V3_7_2 -> "udp " + length;
          case V3_8_3 -> "UDP, length: " + length;
          default -> "UDP, length " + length;
        };
  }

  private static String carried(MadeFrame frame, int headers) {
    byte[] bytes = frame.bytes();
    int end = Math.min(bytes.length, headers + frame.payloadLength());
    return end <= headers ? "" : new String(bytes, headers, end - headers, ISO_8859_1);
  }
}
