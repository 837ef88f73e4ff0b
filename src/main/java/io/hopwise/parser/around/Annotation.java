package io.hopwise.parser.around;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what people write about packets from what is left of records, although it has addresses and
 * words of records in it: {@code 192.0.2.10 is the client}, {@code <-- this is the reset}. Only
 * words that tcpdump never prints make a sentence of such a line.
 */
final class Annotation {
  /** What points to the line above or beside. */
  private static final Pattern POINTER =
      Pattern.compile("^(?:<[-=]+|\\^+|//|[\u2190\u2191]+|@(?=\\p{L}))\\s*(?=\\p{L})");

  /** A question or an exclamation of plain words. */
  private static final Pattern EXCLAMATION =
      Pattern.compile("\\p{L}{2,}!+|(?:[\\p{L}'\u2019-]+,? ){1,8}\\p{L}{2,} ?[?!]+");

  /** A name or a title: {@code Alice}, {@code Case 1}, {@code (RST)}. */
  private static final Pattern TITLE =
      Pattern.compile(
          "\\(?\\p{Lu}[\\p{L}'\u2019-]{2,}(?: [\\p{L}'\u2019-]+| \\d{1,2}){0,3}[.!]?\\)?");

  /** An address, masked or not, perhaps with a port, in parentheses or before a mark. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[(\"'`]*(?:\\d{1,3}(?:\\.(?:\\d{1,3}|[xX*]+)){3}(?:[:.]\\d{1,5}|/\\d{1,2})?"
              + "|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})[)\"'`]*[.,;:!?]*");

  /** What joins an address and a name in a legend, or an option of a command. */
  private static final Pattern JOINT =
      Pattern.compile("=|:|[-=]+>|[-\u2013\u2014]|-[A-Za-z]{1,6}[.,]?");

  /** What stands in no sentence: brackets and arrows of records, hexadecimal numbers, times. */
  private static final Pattern OF_RECORDS =
      Pattern.compile(
          "(?<![-=])>|[<\\[\\]\\\\]|\\b0x[0-9a-f]|\\d:\\d\\d:\\d\\d\\.|\\(tos |\\(hlim ");

  /** One of them is enough: tcpdump says what packets are, never what they do. */
  private static final ImmutableSet<String> TELLING =
      ImmutableSet.of(
          "is",
          "are",
          "was",
          "were",
          "isn't",
          "my",
          "our",
          "sends",
          "sent",
          "sees",
          "gets",
          "got",
          "does",
          "doesn't",
          "never",
          "ist",
          "sind",
          "\u00e8",
          "est",
          "est\u00e1",
          "son");

  /** Two of them make a sentence. */
  private static final ImmutableSet<String> JOINING =
      ImmutableSet.of(
          "the", "this", "these", "that", "and", "but", "here", "there", "what", "when", "why",
          "how", "not", "of", "with", "we", "you", "it", "has", "have", "so", "if", "then", "now",
          "after", "before", "while", "same", "only", "note", "see", "from", "der", "die", "das",
          "den", "ein", "eine", "auf", "und", "nicht", "hier", "vom", "beim", "mit", "les", "une",
          "sur", "los", "las", "una", "del", "il", "ecco");

  /** Words with a capital letter, or alone on a line, that records have, too. */
  private static final ImmutableSet<String> OF_PACKETS =
      ImmutableSet.of(
          "tcp",
          "udp",
          "icmp",
          "ip",
          "http",
          "dns",
          "igmp",
          "esp",
          "gre",
          "rtp",
          "request",
          "reply",
          "query",
          "response",
          "unknown",
          "broadcast",
          "multicast",
          "ethernet",
          "length",
          "tell",
          "echo",
          "loopback",
          "hello",
          "options",
          "none",
          "stp",
          "lldp",
          "root",
          "bridge",
          "prune",
          "join",
          "graft",
          "report",
          "leave",
          "proto",
          "router",
          "neighbor");

  /** What an address is said to be. */
  private static final ImmutableSet<String> OF_LEGENDS = ImmutableSet.of("ip", "me", "address");

  /** More words are no legend. */
  private static final int LONGEST_LEGEND = 8;

  private Annotation() {}

  /** Whether somebody wrote a line about packets. */
  static boolean isOne(String line) {
    if (POINTER.matcher(line).find()) {
      String rest = POINTER.matcher(line).replaceFirst("");
      return !Prose.isOfRecord(rest) && !Prose.holdsAddress(rest) && Prose.arePlain(words(rest));
    }
    if (OF_RECORDS.matcher(line.toLowerCase(Locale.ROOT)).find() || Prose.isStrange(line)) {
      return false;
    }
    List<String> words = words(line);
    boolean isShort = EXCLAMATION.matcher(line).matches() || TITLE.matcher(line).matches();
    if (isShort
        && !Prose.isOfRecord(line)
        && words.stream().map(Annotation::bare).noneMatch(OF_PACKETS::contains)) {
      return true;
    }
    return isSentence(line, words) || isLegend(words) || isOfIdeographs(line);
  }

  private static boolean isSentence(String line, List<String> words) {
    long plain = words.stream().filter(Annotation::isPlain).count();
    if (10 * plain < 9L * words.size()) {
      return false;
    }
    boolean tells = words.stream().map(Annotation::bare).anyMatch(TELLING::contains);
    long joining =
        words.stream().map(Annotation::bare).filter(JOINING::contains).distinct().count();
    boolean announces = line.endsWith(":") && Character.isLetter(line.charAt(0));
    return words.size() > 2 && (tells || joining > 1 || announces || Prose.isForeign(line));
  }

  /** Whether most of it is written without blanks between words. */
  private static boolean isOfIdeographs(String line) {
    long count = line.codePoints().filter(Annotation::isKanaOrIdeograph).count();
    return 2 * count > line.length();
  }

  /** Asked by ranges, which browsers' Java can do. */
  private static boolean isKanaOrIdeograph(int c) {
    return (c >= 0x3040 && c < 0x3100)
        || (c >= 0x3400 && c < 0xa000)
        || (c >= 0x20000 && c < 0x40000);
  }

  /** Whether it says which address is whose: {@code client = 192.0.2.10}. */
  private static boolean isLegend(List<String> words) {
    boolean holdsAddress = words.stream().anyMatch(word -> ADDRESS.matcher(word).matches());
    boolean equates = words.contains("=");
    return words.size() > 1
        && words.size() <= LONGEST_LEGEND
        && words.stream().allMatch(Annotation::isPlain)
        && words.stream()
            .map(Annotation::bare)
            .noneMatch(word -> OF_PACKETS.contains(word) && !OF_LEGENDS.contains(word))
        && (holdsAddress || equates)
        && (equates || words.stream().map(Annotation::bare).anyMatch(Annotation::isPlace));
  }

  private static boolean isPlain(String word) {
    return Prose.isWord(word) || ADDRESS.matcher(word).matches() || JOINT.matcher(word).matches();
  }

  private static boolean isPlace(String word) {
    return Prose.namesPlace(word) || OF_LEGENDS.contains(word);
  }

  private static String bare(String word) {
    return CharMatcher.anyOf("\"'()*_`.,;:!?\u201c\u201d").trimFrom(word).toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String line) {
    return Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(line);
  }
}
