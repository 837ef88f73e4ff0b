import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does the same as {@code read_with_re.py}, with java.util.regex. */
public final class ReadWithRegex {
  private final Matcher head =
      matcher(
          "^(\\d\\d:\\d\\d:\\d\\d\\.\\d+) IP \\(tos (0x[0-9a-f]+), ttl (\\d+), id (\\d+), offset (\\d+), flags \\[([^]]*)\\], "
              + "proto (\\w+) \\((\\d+)\\), length (\\d+)(?:, bad cksum (\\w+) \\(->(\\w+)\\)!)?\\)");
  private final Matcher head6 =
      matcher(
          "^(\\d\\d:\\d\\d:\\d\\d\\.\\d+) IP6 \\((?:class (0x[0-9a-f]+), )?(?:flowlabel (0x[0-9a-f]+), )?hlim (\\d+), "
              + "next-header (\\S+) \\((\\d+)\\) payload length: (\\d+)\\) (\\S+) > (\\S+): (.*)");
  private final Matcher flow = matcher("^    (\\S+) > (\\S+): (.*)");
  private final Matcher tcp =
      matcher(
          "^Flags \\[([^]]*)\\], cksum (0x[0-9a-f]+) \\(([^)]*)\\)(?:, seq (\\d+)(?::(\\d+))?)?(?:, ack (\\d+))?"
              + "(?:, win (\\d+))?(?:, urg (\\d+))?(?:, options \\[([^]]*)\\])?, length (\\d+)");
  private final Matcher udp = matcher("^(?:\\[([^]]*)\\] )?UDP, length (\\d+)");
  private final Matcher icmp =
      matcher(
          "^(?:\\[([^]]*)\\] )?ICMP6?,? (.*?)(?:, id (\\d+))?(?:, seq (\\d+))?(?:, length (\\d+))?$");
  private final Matcher option = matcher("([a-zA-Z]\\w*)(?: ([^,]*))?");

  private record Fields(String[] ip, String[] carried, List<String[]> options) {}

  private static Matcher matcher(String pattern) {
    return Pattern.compile(pattern).matcher("");
  }

  public static void main(String[] args) throws IOException {
    new ReadWithRegex().read(Path.of(args[0]));
  }

  private void read(Path file) throws IOException {
    long packets = 0;
    Fields last = null;
    String[] open = null;
    try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        if (head.reset(line).lookingAt()) {
          open = groups(head);
          continue;
        }
        if (head6.reset(line).lookingAt()) {
          last = carried(groups(head6), head6.group(10));
          packets++;
          open = null;
        } else if (open != null && flow.reset(line).lookingAt()) {
          last = carried(open, flow.group(3));
          packets++;
          open = null;
        }
      }
    }
    System.err.println(
        packets
            + " packets, the last one with "
            + (last == null ? 0 : last.ip.length)
            + " fields of IP");
  }

  private Fields carried(String[] ip, String words) {
    List<String[]> options = new ArrayList<>();
    if (tcp.reset(words).lookingAt()) {
      if (tcp.group(9) != null) {
        option.reset(tcp.group(9));
        while (option.find()) {
          options.add(groups(option));
        }
      }
      return new Fields(ip, groups(tcp), options);
    }
    if (udp.reset(words).lookingAt()) {
      return new Fields(ip, groups(udp), options);
    }
    return new Fields(
        ip, icmp.reset(words).lookingAt() ? groups(icmp) : new String[] {words}, options);
  }

  private static String[] groups(Matcher found) {
    String[] groups = new String[found.groupCount()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = found.group(i + 1);
    }
    return groups;
  }
}
