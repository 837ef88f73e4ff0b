package io.hopwise.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;

/**
 * Prints frames as a release of tcpdump does, as far as the attacks need it: so much of it that
 * they can be tried where no tcpdump is installed.
 *
 * @param form of the times
 * @param verbose whether as with {@code -v}
 * @param link whether as with {@code -e}
 * @param dump of the bytes
 */
record PlainPrinter(Release release, TimeForm form, boolean verbose, boolean link, Dump dump) {
  /** Which bytes of a frame are printed, and how. */
  enum Dump {
    NONE,
    /** As with {@code -A}. */
    ASCII,
    /** As with {@code -AA}. */
    ASCII_FROM_LINK,
    /** As with {@code -X}. */
    HEX
  }

  byte[] print(List<MadeFrame> frames) {
    StringBuilder text = new StringBuilder();
    PacketText packets = new PacketText(release, verbose);
    for (int i = 0; i < frames.size(); i++) {
      MadeFrame frame = frames.get(i);
      text.append(form.text(release, HostileCapture.seconds(), HostileCapture.micros(i)));
      text.append(link ? ethernet(frame) + packets.behindTheName(frame) : packets.of(frame));
      text.append('\n').append(dump(frame));
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private String ethernet(MadeFrame frame) {
    return switch (release) {
      case V3_7_2 -> "2:0:0:0:0:2 2:0:0:0:0:1 0800 " + frame.wireLength() + ": ";
      default ->
          "02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length "
              + frame.wireLength()
              + (release == Release.V3_8_3 ? ": IP " : ": ");
    };
  }

  private String dump(MadeFrame frame) {
    byte[] bytes = frame.bytes();
    byte[] packet = Arrays.copyOfRange(bytes, MadeFrame.LINK, bytes.length);
    return switch (dump) {
      case NONE -> "";
      case ASCII -> ascii(packet) + "\n";
      case ASCII_FROM_LINK -> ascii(bytes) + "\n";
      case HEX -> hex(packet);
    };
  }

  private String ascii(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    if (release.isBefore(Release.V4_9_3)) {
      return String.join(
          "\r", List.of(text.split("\r", -1)).stream().map(PlainPrinter::printed).toList());
    }
    return printed(text.replace("\r\n", "\n"));
  }

  private static String printed(String text) {
    return HostilePayload.printed(text.getBytes(ISO_8859_1));
  }

  private String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    boolean isOldest = release == Release.V3_7_2;
    for (int at = 0; at < bytes.length; at += 16) {
      text.append(String.format(isOldest ? "0x%04x\t " : "\t0x%04x:  ", at));
      StringBuilder numbers = new StringBuilder();
      StringBuilder letters = new StringBuilder();
      for (int i = at; i < Math.min(at + 16, bytes.length); i++) {
        numbers.append(String.format(i % 2 == 1 || i == at ? "%02x" : " %02x", bytes[i]));
        letters.append(bytes[i] > ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
      }
      text.append(String.format("%-39s", numbers)).append(isOldest ? "\t" : "  ");
      text.append(letters).append('\n');
    }
    return text.toString();
  }
}
