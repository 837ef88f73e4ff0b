package io.hopwise.parser.around;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells sentences and headings from remains of a record. A line with an address, an arrow or a word
 * of tcpdump is neither: it is better to reject a line than to lose a record.
 */
final class Prose {
  /** Words that records consist of. */
  private static final ImmutableSet<String> OF_RECORDS =
      ImmutableSet.of(
          "ttl",
          "tos",
          "hlim",
          "cksum",
          "chksum",
          "flags",
          "seq",
          "win",
          "proto",
          "offset",
          "who-has",
          "is-at",
          "sackok",
          "wscale",
          "mss",
          "ecr",
          "nop",
          "eol",
          "unreachable",
          "urg",
          "bytes",
          "payload",
          "next-header",
          "flowlabel",
          "ethertype",
          "icmp6",
          "arp",
          "df",
          "opt",
          "options");

  /** Words before a colon that may be the remains of a record. */
  private static final ImmutableSet<String> PROTOCOLS =
      ImmutableSet.of(
          "tcp", "udp", "icmp", "ip", "ip6", "http", "dns", "igmp", "esp", "gre", "rtp");

  /** Words that are followed by a number in records. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\b(?:id|length|len|ack|val|port|tcp|udp|vlan|label|exp|tc|p) \\d");

  /** An IPv4 address or part of one, masked or not; an IPv6 or link-layer address; a time. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\d+\\.\\d+\\.|[x*]\\.[x*]|\\d\\.[x*]|[0-9a-f]*:[0-9a-f]*:|0x[0-9a-f]|\\d:\\d\\d"
              + "|\\.\\d{2,5}\\b|\\b(?:ip6?|icmp|tcp|udp) \\(");

  private static final Pattern ARROW = Pattern.compile("[<>→]|=>|\\\\|\\[[A-Z.]+\\]");

  /** A word of a sentence, with punctuation. */
  private static final Pattern WORD =
      Pattern.compile(
          "[\"'(*_`\\[“‘«¿¡]*(?:\\p{IsL}[\\p{IsL}\\p{IsM}\\p{Nd}\\p{Nl}\\p{No}'’/.-]*|\\d{1,4}(?:st|nd|rd|th|%)?|[-–—&+/])"
              + "[\"')*_`\\]”’».,;:!?…。，：；！？、]*");

  /** Digits of a dump, or a number. */
  private static final Pattern NUMBER = Pattern.compile("(?:[0-9a-fA-F]{2}){1,2}|\\d+");

  /** Words used in sentences but never printed by tcpdump. */
  private static final ImmutableSet<String> OF_SENTENCES =
      ImmutableSet.of(
          "the", "a", "an", "is", "are", "was", "this", "that", "these", "i", "we", "you", "it",
          "my", "our", "your", "on", "at", "and", "but", "here", "there", "what", "when", "why",
          "how", "not", "of", "with", "as", "be", "can", "see", "so", "if", "then", "now", "side",
          "after", "before", "while", "same", "der", "die", "das", "ein", "eine", "ist", "auf",
          "und", "nicht", "hier", "vom", "beim", "im", "le", "la", "les", "un", "une", "est", "sur",
          "et", "el", "los", "es", "en", "y", "hi", "hello", "thanks", "please", "output");

  /** Words that begin or end a mail on a line of their own. */
  private static final ImmutableSet<String> OF_MAILS =
      ImmutableSet.of(
          "regards",
          "greetings",
          "cheers",
          "thanks",
          "thank",
          "dear",
          "hello",
          "hi",
          "sincerely",
          "best",
          "kind",
          "danke",
          "merci",
          "gracias");

  /** Places where captures are taken. */
  private static final ImmutableSet<String> PLACES =
      ImmutableSet.of(
          "client",
          "server",
          "firewall",
          "router",
          "gateway",
          "host",
          "proxy",
          "source",
          "destination",
          "sender",
          "receiver",
          "local",
          "remote",
          "side",
          "inside",
          "outside",
          "lan",
          "wan",
          "node",
          "pod",
          "container",
          "switch",
          "balancer",
          "machine",
          "laptop",
          "desktop",
          "vm",
          "hypervisor",
          "bridge",
          "cliente",
          "servidor",
          "serveur");

  /** The same in languages that do not separate words. */
  private static final Pattern PLACE_INSIDE =
      Pattern.compile("客户端|服务器|服务端|防火墙|クライアント|サーバ|ファイアウォール|клиент|сервер");

  private static final CharMatcher HEADING_MARKS = CharMatcher.anyOf("=#*-~+_<>|•■▶►");
  private static final CharMatcher COLONS = CharMatcher.anyOf(":：");
  private static final Pattern BRACKETED = Pattern.compile("^[\\[(【（](.*)[\\])】）]:?$");

  /** A heading of Markdown, or other marks and a word behind them. */
  private static final Pattern OPENED_BY_MARKS =
      Pattern.compile("(?:#{1,6} ?[^#]|(?:={2,}|-{3,}|\\*{2,}|~{2,}|\\+{2,}) ?[^ ]).*");

  private static final Pattern CLOSED_BY_MARK = Pattern.compile(".*[=#*~+_<>|-]+:?");

  /** The most words in a heading. */
  private static final int FEW_WORDS = 6;

  private static final int MANY_WORDS = 12;

  /** This many plain words are a sentence, whatever they are. */
  private static final int ENOUGH_WORDS = 6;

  /** At least this many of ten words in a sentence are plain. */
  private static final int MOST_OF_TEN = 8;

  private Prose() {}

  /** The words of a heading: between marks, before a colon, or a place by itself. */
  static Optional<String> heading(String line) {
    Matcher bracket = BRACKETED.matcher(line);
    boolean bracketed = bracket.matches();
    String trimmed = HEADING_MARKS.or(CharMatcher.is(' ')).trimFrom(line);
    boolean marked = !bracketed && isMarked(line, trimmed);
    String inner = bracketed ? bracket.group(1) : marked ? trimmed : line;
    String words = CharMatcher.anyOf(": \t：").trimFrom(inner);
    List<String> list = Splitter.on(' ').omitEmptyStrings().splitToList(words);
    boolean empty = words.chars().noneMatch(Character::isLetterOrDigit);
    boolean number = !marked && words.chars().noneMatch(Character::isLetter);
    if (empty || number || list.size() > MANY_WORDS || COLONS.matchesAnyOf(words)) {
      return Optional.empty();
    }
    boolean protocol = list.size() == 1 && PROTOCOLS.contains(bare(words));
    if (protocol || isOfRecord(words)) {
      return Optional.empty();
    }
    boolean colon = COLONS.matches(line.charAt(line.length() - 1)) || inner.endsWith(":");
    boolean place = namesPlace(words);
    // An address is allowed only if the rest of the line cannot belong to a record.
    boolean closed = colon || line.endsWith(")");
    boolean sure = marked || (place && closed && !bracketed);
    if (!sure && (holdsAddress(words) || !arePlain(list))) {
      return Optional.empty();
    }
    int most = sure ? MANY_WORDS : FEW_WORDS;
    boolean named = marked || place || (colon && bare(list.get(0)).length() > 1);
    boolean foreign = bracketed && isForeign(words);
    return list.size() <= most && (named || foreign) ? Optional.of(words) : Optional.empty();
  }

  /** Whether a heading names a place where captures are taken. */
  static boolean namesPlace(String words) {
    return PLACE_INSIDE.matcher(words).find()
        || Splitter.on(' ').splitToStream(words).anyMatch(word -> PLACES.contains(bare(word)));
  }

  /** Whether the words have marks on both sides, or those of a Markdown heading. */
  private static boolean isMarked(String line, String inner) {
    if (inner.isEmpty() || line.length() - inner.length() < 2) {
      return false;
    }
    boolean around =
        HEADING_MARKS.matches(line.charAt(0)) && CLOSED_BY_MARK.matcher(line).matches();
    return around || OPENED_BY_MARKS.matcher(line).matches();
  }

  /** Whether the line is a sentence, in any language with recognisable words. */
  static boolean isProse(String line) {
    if (Annotation.isOne(line)) {
      return true;
    }
    if (isOfRecord(line) || holdsAddress(line)) {
      return false;
    }
    List<String> words = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(line);
    if (words.isEmpty()) {
      return false; // blanks that are not tcpdump's
    }
    long plain = words.stream().filter(word -> WORD.matcher(word).matches()).count();
    long letters = words.stream().filter(word -> !NUMBER.matcher(word).matches()).count();
    if (10 * plain < (long) MOST_OF_TEN * words.size()) {
      return false;
    }
    boolean sentence = words.stream().anyMatch(word -> OF_SENTENCES.contains(bare(word)));
    boolean greeting = OF_MAILS.contains(bare(words.get(0)));
    if (2 * letters < words.size()) {
      return false;
    }
    return plain >= ENOUGH_WORDS || (plain > 1 && sentence) || greeting || isForeign(line);
  }

  static boolean arePlain(List<String> words) {
    return words.stream().allMatch(Prose::isWord);
  }

  static boolean isWord(String word) {
    return WORD.matcher(word).matches();
  }

  static boolean isForeign(String line) {
    return line.codePoints().filter(c -> c > 0x7f && Character.isLetter(c)).count() > 1;
  }

  static boolean holdsAddress(String line) {
    return ADDRESS.matcher(line.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether the line contains something that occurs in records, or bytes that are not text. */
  static boolean isOfRecord(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (isStrange(line) || NUMBERED.matcher(lower).find() || ARROW.matcher(line).find()) {
      return true;
    }
    return Splitter.on(CharMatcher.anyOf(" \t,;:()[]{}\"'"))
        .omitEmptyStrings()
        .splitToStream(lower)
        .anyMatch(OF_RECORDS::contains);
  }

  /** Whether it has bytes that are not text. */
  static boolean isStrange(String line) {
    return line.codePoints().anyMatch(Prose::isStrange);
  }

  /** Whether a code point replaces bytes that are not text, or is invisible. */
  private static boolean isStrange(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> c == '\uFFFD';
    };
  }

  private static String bare(String word) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }
}
