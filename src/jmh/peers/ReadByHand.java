import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A hand-written reader of only a few common fields and line forms: a bound on the possible speed.
 */
public final class ReadByHand {
  private record Fields(
      int tos, int ttl, int id, int length, String src, String dst, long seq, long ack, long win) {}

  private static byte[] line = new byte[1 << 16];

  public static void main(String[] args) throws IOException {
    long packets = 0;
    Fields last = null;
    byte[] buffer = new byte[1 << 16];
    int kept = 0;
    long[] head = null;
    try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          if (buffer[i] != '\n') {
            line[kept++] = buffer[i];
            continue;
          }
          if (kept > 20
              && line[0] >= '0'
              && line[0] <= '9'
              && line[16] == 'I'
              && line[17] == 'P'
              && line[18] == ' ') {
            head =
                new long[] {
                  behind("tos 0x", kept, 16),
                  behind("ttl ", kept, 10),
                  behind("id ", kept, 10),
                  behind("length ", kept, 10)
                };
          } else if (head != null && kept > 4 && line[0] == ' ') {
            int arrow = find(" > ", 4, kept);
            int colon = arrow < 0 ? -1 : find(": ", arrow, kept);
            if (colon > 0) {
              last =
                  new Fields(
                      (int) head[0],
                      (int) head[1],
                      (int) head[2],
                      (int) head[3],
                      text(4, arrow),
                      text(arrow + 3, colon),
                      behind("seq ", kept, 10),
                      behind("ack ", kept, 10),
                      behind("win ", kept, 10));
              packets++;
            }
            head = null;
          }
          kept = 0;
        }
      }
    }
    System.err.println(packets + " packets, the last one to " + (last == null ? "none" : last.dst));
  }

  private static String text(int from, int to) {
    return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static int find(String word, int from, int to) {
    for (int i = from; i + word.length() <= to; i++) {
      int j = 0;
      while (j < word.length() && line[i + j] == word.charAt(j)) {
        j++;
      }
      if (j == word.length()) {
        return i;
      }
    }
    return -1;
  }

  private static long behind(String word, int to, int radix) {
    int at = find(word, 0, to);
    if (at < 0) {
      return -1;
    }
    long value = 0;
    for (at += word.length(); at < to; at++) {
      int digit = Character.digit(line[at], radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
