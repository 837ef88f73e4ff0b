package io.hopwise.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;

/**
 * Prints frames as tcpdump does, as far as the attacks need it: so much of it that they can be
 * tried where no tcpdump is installed.
 *
 * @param form of the times
 * @param verbose whether as with {@code -v}
 * @param link whether as with {@code -e}
 * @param dump how many bytes of the link layer a dump begins with; -1 for none
 */
record PlainPrinter(TimeForm form, boolean verbose, boolean link, int dump) {
  private static final int HEADERS_TCP = MadeFrame.LINK + 40;
  private static final int HEADERS_UDP = MadeFrame.LINK + 28;
  private static final int HTTP = 80;
  private static final int TFTP = 69;

  byte[] print(List<MadeFrame> frames) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < frames.size(); i++) {
      text.append(form.text(HostileCapture.seconds(), HostileCapture.micros(i)));
      print(frames.get(i), text);
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private void print(MadeFrame frame, StringBuilder text) {
    boolean tcp = frame.protocol() == MadeFrame.TCP;
    text.append(link ? ethernet(frame) : "IP ");
    if (verbose) {
      text.append("(tos 0x0, ttl ").append(frame.ttl()).append(", id ").append(frame.id());
      text.append(", offset 0, flags [DF], proto ").append(tcp ? "TCP (6)" : "UDP (17)");
      text.append(", length ").append(frame.ipLength()).append(")\n    ");
    }
    text.append(frame.src()).append('.').append(frame.srcPort()).append(" > ");
    text.append(frame.dst()).append('.').append(frame.dstPort()).append(": ");
    text.append(tcp ? segment(frame) : datagram(frame)).append('\n');
    if (dump >= 0) {
      int from = MadeFrame.LINK - dump;
      text.append(dump(Arrays.copyOfRange(frame.bytes(), from, frame.bytes().length)));
      text.append('\n');
    }
  }

  private static String ethernet(MadeFrame frame) {
    return "02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length "
        + frame.wireLength()
        + ": ";
  }

  private String segment(MadeFrame frame) {
    int length = frame.payloadLength();
    String text = "Flags [P.], seq 1:" + (1 + length) + ", ack 1, win 1000, length " + length;
    String carried = carried(frame, HEADERS_TCP);
    if (frame.dstPort() != HTTP || !carried.startsWith("GET ")) {
      return text;
    }
    String[] lines = carried.split("\r?\n", -1);
    return verbose
        ? text + ": HTTP, length: " + length + "\n\t" + String.join("\n\t", lines)
        : text + ": HTTP: " + lines[0];
  }

  private static String datagram(MadeFrame frame) {
    int length = frame.payloadLength();
    String carried = carried(frame, HEADERS_UDP);
    return frame.dstPort() == TFTP && carried.startsWith("\0\1") && carried.length() > 6
        ? "TFTP, length " + length + ", RRQ \"a\" " + carried.substring(4).replace("\0", "")
        : "UDP, length " + length;
  }

  private static String carried(MadeFrame frame, int headers) {
    byte[] bytes = frame.bytes();
    int end = Math.min(bytes.length, headers + frame.payloadLength());
    return end <= headers ? "" : new String(bytes, headers, end - headers, ISO_8859_1);
  }

  /** Since 4.7 a return before a line feed is left out. */
  private static String dump(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1).replace("\r\n", "\n");
    return HostilePayload.printed(text.getBytes(ISO_8859_1));
  }
}
