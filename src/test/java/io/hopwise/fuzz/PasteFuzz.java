package io.hopwise.fuzz;

import static com.google.common.base.Preconditions.checkState;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever a payload holds that {@code -A} prints, it makes no record and hides none: what is read
 * from it is ambiguous, and the records around it are read; also where all of it was quoted.
 */
public final class PasteFuzz {
  private static final int HEADERS = 28;
  private static final String BEHIND =
      "10:00:02.000000 IP (tos 0x0, ttl 62, id 8, offset 0, flags [none], proto UDP (17), length"
          + " 29)\n"
          + "    192.0.2.8.4002 > 192.0.2.7.4001: UDP, length 1\n"
          + dump(62, new byte[] {'x'}, 1);

  /** No longer packet is printed. */
  private static final int LONGEST = 60_000;

  private PasteFuzz() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = capture(bytes);
    check(text);
    check("> " + text.stripTrailing().replace("\n", "\n> ") + "\n");
  }

  private static String capture(byte[] payload) {
    int length = Math.min(payload.length, LONGEST);
    return "10:00:01.000000 IP (tos 0x0, ttl 61, id 7, offset 0, flags [none], proto UDP (17),"
        + " length "
        + (HEADERS + length)
        + ")\n    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length "
        + length
        + "\n"
        + dump(61, payload, length)
        + BEHIND;
  }

  /** A packet as {@code -A} prints it. */
  private static String dump(int ttl, byte[] payload, int length) {
    ByteBuffer packet = ByteBuffer.allocate(HEADERS + length);
    packet.putShort((short) 0x4500).putShort((short) (HEADERS + length));
    packet.putInt(0x00070000).put((byte) ttl).put((byte) 17).putShort((short) 0);
    packet.putInt(0xc0000207).putInt(0xc0000208);
    packet.putShort((short) 4001).putShort((short) 4002);
    packet.putShort((short) (8 + length)).putShort((short) 0).put(payload, 0, length);
    StringBuilder printed = new StringBuilder();
    for (byte b : packet.array()) {
      boolean asItIs = (b >= ' ' && b < 0x7f) || b == '\n' || b == '\t';
      printed.append(asItIs ? (char) b : '.');
    }
    return printed.append('\n').toString();
  }

  private static void check(String text) {
    List<Packet> sure = new ArrayList<>();
    int doubtful = 0;
    StringBuilder joined = new StringBuilder();
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    while (reader.hasNext()) {
      Entry entry = reader.next();
      joined.append(new String(entry.text().bytes(), ISO_8859_1));
      if (entry.text().isAmbiguous()) {
        doubtful++;
      } else if (entry instanceof Packet packet) {
        sure.add(packet);
      }
    }
    checkState(text.contentEquals(joined), "bytes were lost");
    for (Packet packet : sure) {
      String source = packet.ip().src().text();
      boolean known = source.equals("192.0.2.7") || source.equals("192.0.2.8");
      checkState(known, "forged: %s", packet);
    }
    checkState(sure.size() == 2 || doubtful > 0, "hidden: only %s packets are sure", sure.size());
    checkState(sure.size() <= 2, "forged: %s packets", sure.size());
  }
}
