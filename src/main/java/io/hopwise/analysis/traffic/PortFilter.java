package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ports that a tcpdump command line asks about: every packet its filter lets through is from or
 * to one of them.
 *
 * <p>A filter that lets anything else through, such as {@code not port 22} or {@code icmp or port
 * 80}, asks about none. What is read of a filter is {@code and}, {@code or}, {@code not},
 * parentheses and {@code port}; any other primitive may let any port through.
 *
 * @see <a href="https://www.tcpdump.org/manpages/pcap-filter.7.html">pcap-filter(7)</a>
 */
final class PortFilter {
  private static final Map<String, Integer> NAMES =
      Map.of("http", 80, "https", 443, "ssh", 22, "smtp", 25, "domain", 53, "ftp", 21);

  private static final String PORT = "port";
  private static final ImmutableSet<String> AND = ImmutableSet.of("and", "&&");
  private static final ImmutableSet<String> OR = ImmutableSet.of("or", "||");
  private static final ImmutableSet<String> NOT = ImmutableSet.of("not", "!");
  private static final ImmutableSortedSet<Integer> ANY = ImmutableSortedSet.of();

  /** The shell puts something else in their place, or the command goes on elsewhere. */
  private static final String REPLACED = "$`";

  private static final String ENDS_COMMAND = "|;&<>";

  /** With -F the filter stands in a file, with -w the packets go to one. */
  private static final String ELSEWHERE = "-[a-zA-Z]*[Fw].*";

  private static final int MAX_PORTS = 16;
  private static final int MAX_DEPTH = 16;

  private final List<String> words;
  private int next;
  private int depth;
  private boolean understood = true;

  private PortFilter(List<String> words) {
    this.words = words;
  }

  /**
   * The ports, 0 to 65535, of which every packet has one; empty if there may be others.
   *
   * @param command the command line from {@code tcpdump} on
   */
  static ImmutableSortedSet<Integer> ports(String command) {
    List<String> words = words(command);
    if (words.stream().anyMatch(word -> word.matches(ELSEWHERE))) {
      return ANY;
    }
    PortFilter filter = new PortFilter(words);
    ImmutableSortedSet<Integer> ports = filter.expression();
    boolean whole = filter.understood && filter.next == words.size();
    return whole && ports.size() <= MAX_PORTS ? ports : ANY;
  }

  /** Whether a command line asks for TTLs with {@code -v}. */
  static boolean isVerbose(String command) {
    return words(command).stream().anyMatch(word -> word.matches("-[a-zA-Z]*v[a-zA-Z]*"));
  }

  /** {@code and} and {@code or} bind alike, from left to right. */
  private ImmutableSortedSet<Integer> expression() {
    ImmutableSortedSet<Integer> ports = term();
    while (isNext(AND) || isNext(OR)) {
      boolean both = isNext(AND);
      next++;
      ports = both ? and(ports, term()) : or(ports, term());
    }
    return ports;
  }

  private ImmutableSortedSet<Integer> and(
      ImmutableSortedSet<Integer> one, ImmutableSortedSet<Integer> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    // "port 80 and port 443" is both at once: hardly what was meant.
    understood &= one.equals(other);
    return one;
  }

  private static ImmutableSortedSet<Integer> or(
      ImmutableSortedSet<Integer> one, ImmutableSortedSet<Integer> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return ANY;
    }
    return ImmutableSortedSet.<Integer>naturalOrder().addAll(one).addAll(other).build();
  }

  private ImmutableSortedSet<Integer> term() {
    boolean negated = false;
    ImmutableSortedSet<Integer> inner = ANY;
    List<String> primitive = new ArrayList<>();
    while (next < words.size() && !isNext(AND) && !isNext(OR) && !words.get(next).equals(")")) {
      negated |= isNext(NOT);
      if (words.get(next).equals("(")) {
        inner = group();
        primitive.clear();
      } else {
        // What stands behind a parenthesis calculates with it: tcp[13] & (2 | 16) != 0.
        inner = ANY;
        primitive.add(words.get(next++));
      }
    }
    return negated ? ANY : primitive.isEmpty() ? inner : primitive(primitive);
  }

  private ImmutableSortedSet<Integer> group() {
    next++;
    understood &= ++depth <= MAX_DEPTH;
    ImmutableSortedSet<Integer> inner = understood ? expression() : ANY;
    depth--;
    understood &= next < words.size();
    next++;
    return inner;
  }

  private boolean isNext(ImmutableSet<String> kind) {
    return next < words.size() && kind.contains(words.get(next));
  }

  /** {@code tcp dst port 80}, {@code 443} as in {@code port 80 or 443}; options may stand by. */
  private ImmutableSortedSet<Integer> primitive(List<String> primitive) {
    int at = primitive.indexOf(PORT);
    if (at != primitive.lastIndexOf(PORT)) {
      understood = false;
    }
    boolean alone = at < 0 && !primitive.isEmpty() && number(primitive.get(0)) >= 0;
    int port = alone ? 0 : at + 1;
    boolean known = (alone || at >= 0) && port < primitive.size();
    int number = known ? number(primitive.get(port)) : -1;
    return number < 0 ? ANY : ImmutableSortedSet.of(number);
  }

  private static int number(String port) {
    Integer known = NAMES.get(port);
    if (known != null) {
      return known;
    }
    int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
    return number <= 0xffff ? number : -1;
  }

  /** The words as tcpdump sees them; none where the shell does more than to split them. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      boolean escapes = quote == 0 && c == '\\';
      boolean ends = escapes && i + 1 == command.length();
      if (ends || (quote != '\'' && REPLACED.indexOf(c) >= 0)) {
        return List.of();
      }
      boolean comment = c == '#' && word.length() == 0;
      if (quote == 0 && (comment || ENDS_COMMAND.indexOf(c) >= 0)) {
        break;
      }
      if (escapes) {
        continue;
      }
      if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
        quote = quote == 0 ? c : 0;
      } else {
        add(c, word, words);
      }
    }
    end(word, words);
    return quote == 0 ? words : List.of();
  }

  private static void add(char c, StringBuilder word, List<String> words) {
    boolean denies = c == '!' && word.length() == 0;
    if (Character.isWhitespace(c) || c == '(' || c == ')') {
      end(word, words);
    } else {
      word.append(c);
    }
    if (c == '(' || c == ')' || denies) {
      word.append(denies ? "" : c);
      end(word, words);
    }
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
