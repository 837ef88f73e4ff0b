package io.hopwise.analysis.traffic;

import io.hopwise.packet.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the captures of one text were taken, as far as the lines between them say: the host in the
 * prompt, the interface listened on. TTLs seen at two places do not compare.
 *
 * <p>What is not said, such as the host of a capture without a prompt, may be any: only two names
 * that differ make two places. The interface {@code any} may be every other.
 */
final class CapturePoints {
  /** Beyond this many lines nothing is known any more, and all is taken for one place. */
  private static final int MAX_SAID = 256;

  private static final String UNKNOWN = "";
  private static final String EVERY = "any";

  private final List<Said> said = new ArrayList<>();

  /** A line behind so many records: a prompt with its host, or where it began to listen. */
  private record Said(long records, boolean isPrompt, String name) {}

  private record Point(String host, String network) {
    boolean mayBe(Point other) {
      boolean network = this.network.equals(EVERY) || other.network.equals(EVERY);
      return agree(host, other.host) && (network || agree(this.network, other.network));
    }

    private static boolean agree(String one, String other) {
      return one.equals(UNKNOWN) || other.equals(UNKNOWN) || one.equals(other);
    }
  }

  /** Takes a line that may tell the place of the records behind these. */
  void note(Notice notice, long records) {
    switch (notice.kind()) {
      case COMMAND -> add(new Said(records, true, host(notice.text().toString())));
      case LISTENING -> add(new Said(records, false, notice.subject().orElse(UNKNOWN)));
      default -> {}
    }
  }

  /** Appends what a later half says. */
  void append(CapturePoints later, long records) {
    later.said.forEach(line -> add(new Said(line.records + records, line.isPrompt, line.name)));
  }

  private void add(Said line) {
    if (said.size() <= MAX_SAID) {
      said.add(line);
    }
  }

  /** Whether two records may have been captured at one place. */
  boolean share(long one, long other) {
    return said.size() < 2 || said.size() > MAX_SAID || of(one).mayBe(of(other));
  }

  private Point of(long record) {
    String host = UNKNOWN;
    String network = UNKNOWN;
    long from = 0;
    for (Said line : said) {
      if (line.records >= record) {
        break;
      }
      // A line behind packets begins another capture, and so does listening once more.
      boolean anew = line.records > from || (!line.isPrompt && !network.equals(UNKNOWN));
      from = line.records;
      host = line.isPrompt ? line.name : anew ? UNKNOWN : host;
      network = line.isPrompt ? UNKNOWN : line.name;
    }
    return new Point(host, network);
  }

  /** The host in {@code [root@client ~]# tcpdump}, or in {@code root@client:~#} alone. */
  private static String host(String prompt) {
    int command = prompt.indexOf("tcpdump ");
    int at = prompt.indexOf('@') + 1;
    int end = at;
    while (end < prompt.length() && isOfName(prompt.charAt(end))) {
      end++;
    }
    boolean found = at > 0 && (command < 0 || at < command);
    return found ? prompt.substring(at, end) : UNKNOWN;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
  }
}
