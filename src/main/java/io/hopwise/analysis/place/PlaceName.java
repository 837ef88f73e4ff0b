package io.hopwise.analysis.place;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.hopwise.packet.Notice;
import java.util.Iterator;
import java.util.List;

/**
 * What a text says of the place where a capture was taken.
 *
 * @param host the host in the prompt or the machine that tcpdump was started on with {@code ssh},
 *     {@code docker exec} and the like; empty where none is named
 * @param firm whether the same host name again means the same host: not of a prompt such as {@code
 *     bash-5.1#}, which many hosts have
 * @param network the interface listened on, empty where none is named
 * @param file the file read, empty where none is named
 */
record PlaceName(String host, boolean firm, String network, String file) {
  static final PlaceName UNKNOWN = new PlaceName("", false, "", "");

  private static final String EVERY = "any";
  private static final String COMMAND = "tcpdump";
  private static final Splitter WORDS = Splitter.onPattern("\\s+").omitEmptyStrings();

  /** Commands that start tcpdump somewhere else. */
  private static final ImmutableSet<String> ELSEWHERE =
      ImmutableSet.of(
          "ssh", "docker", "podman", "exec", "nsenter", "netns", "kubectl", "oc", "lxc", "crictl");

  /** Host names that say nothing of the host. */
  private static final ImmutableSet<String> EVERYWHERE = ImmutableSet.of("localhost");

  /** What a prompt says, and the command after it if there is one. */
  static PlaceName ofPrompt(String line) {
    int at = line.indexOf(COMMAND + " ");
    String before = at < 0 ? line : line.substring(0, at);
    String options = at < 0 ? "" : line.substring(at);
    String elsewhere = elsewhere(before);
    String host = host(before);
    boolean named = !host.isEmpty();
    String where = elsewhere.isEmpty() ? named ? host : promptWord(before) : host + elsewhere;
    return new PlaceName(
        where, named || !elsewhere.isEmpty(), option(options, 'i'), option(options, 'r'));
  }

  /** What a heading says, {@code On the server}. */
  static PlaceName ofHeading(String words) {
    return new PlaceName(words, false, "", "");
  }

  /** A name that the caller gave: the same name again is the same place. */
  static PlaceName given(String words) {
    return new PlaceName(words, true, "", "");
  }

  /** The same place, with what a line of tcpdump's own says of it. */
  PlaceName with(Notice notice) {
    String subject = notice.subject().orElse("");
    return notice.kind() == Notice.Kind.READING
        ? new PlaceName(host, firm, network, subject)
        : new PlaceName(host, firm, subject, file);
  }

  /** The same place, with what later lines add; another prompt is another place. */
  PlaceName with(PlaceName later) {
    if (!later.host.isEmpty()) {
      return later;
    }
    return new PlaceName(
        host,
        firm,
        later.network.isEmpty() ? network : later.network,
        later.file.isEmpty() ? file : later.file);
  }

  /** Whether it says anything of the place. */
  boolean saysAnything() {
    return firm || !host.isEmpty() || !network.isEmpty() || !file.isEmpty();
  }

  /** Whether nothing speaks against the two being one place. */
  boolean mayBe(PlaceName other) {
    boolean every = network.equals(EVERY) || other.network.equals(EVERY);
    return agree(host, other.host) && (every || agree(network, other.network));
  }

  /** Whether the two are one place for sure. */
  boolean is(PlaceName other) {
    return firm && equals(other);
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** The words after the prompt in {@code # docker exec web tcpdump}; empty if there are none. */
  private static String elsewhere(String before) {
    List<String> words = WORDS.splitToList(before);
    for (int i = 0; i < words.size(); i++) {
      if (ELSEWHERE.contains(words.get(i))) {
        return " " + String.join(" ", words.subList(i, words.size()));
      }
    }
    return "";
  }

  /** The host in {@code [root@client ~]#} or in {@code root@client:~#}. */
  private static String host(String before) {
    int at = before.indexOf('@') + 1;
    String host = at == 0 ? "" : name(before, at);
    return EVERYWHERE.contains(host) ? "" : host;
  }

  /** {@code client} in {@code client# }: perhaps a host, perhaps a shell. */
  private static String promptWord(String before) {
    String word = name(before, 0);
    boolean prompt =
        word.length() < before.length() && "#$%>".indexOf(before.charAt(word.length())) >= 0;
    return prompt ? word : "";
  }

  private static String name(String text, int from) {
    int end = from;
    while (end < text.length() && isOfName(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
  }

  /** The value of an option in {@code tcpdump -nni eth0}, empty where it is not given. */
  private static String option(String command, char letter) {
    Iterator<String> words = WORDS.split(command).iterator();
    while (words.hasNext()) {
      String word = words.next();
      boolean isOption = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
      int at = isOption ? word.indexOf(letter) : -1;
      if (at > 0) {
        return at + 1 < word.length()
            ? word.substring(at + 1)
            : words.hasNext() ? words.next() : "";
      }
    }
    return "";
  }
}
