package io.hopwise.render;

import com.google.common.collect.ImmutableSet;
import io.hopwise.packet.ip.Host;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of untyped text that may be shown. Addresses and hosts seen before are replaced as
 * everywhere, {@link HarmlessWords} are kept, everything else is masked: quoted strings and words
 * with {@value #MASK}, numbers with zeros.
 */
final class MaskedText {
  static final String MASK = "masked";

  private static final String HEX = "[0-9a-fA-F]";

  /** A link-layer address of at least six bytes, whatever surrounds it. */
  private static final String MAC =
      "(?<![0-9a-zA-Z:])(?:HH{5,31}|H(?::H){5})(?!:?[0-9a-fA-F])"
          .replace("HH", HEX + "{2}(?::" + HEX + "{2})")
          .replace("H", HEX + "{1,2}");

  private static final String IPV6 =
      "(?<![0-9a-zA-Z:])"
          + HEX
          + "{0,4}(?::"
          + HEX
          + "{0,4}){2,8}(?:(?<=:)\\d{1,3}(?:\\.\\d{1,3}){3}|(?<=:"
          + HEX
          + "{1,4})(?:\\.\\d{1,3}){3})?";

  private static final String IPV4 = "(?<!\\d)\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d)";

  private static final String WORD = "[^\\s,;:()\\[\\]{}<>=\"'|!@]";

  private static final Pattern PART =
      Pattern.compile(
          "(?<quoted>\"[^\"\n]*\"?|(?<!\\w)'[^'\n]*'?)"
              + ("|(?<mac>" + MAC + ")|(?<six>" + IPV6 + ")|(?<four>" + IPV4 + ")")
              + ("|(?<hex>0[xX]" + HEX + "+)")
              + ("|(?<word>(?:(?!" + MAC + "|" + IPV6 + "|" + IPV4 + ")" + WORD + ")+)"));

  private static final Pattern NUMBER =
      Pattern.compile("-?\\d+(?:us|ms|cs|s|m|h|d|w|u|dBm|b|dB|%|-bytes?)?");
  private static final Pattern DIGITS_AND_SIGNS = Pattern.compile("[\\d.:/+-]*\\d[\\d.:/+-]*");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]{1,3}");
  private static final Pattern NUMBERED = Pattern.compile("([A-Za-z][A-Za-z-]*)-#?\\d{1,3}");
  private static final Pattern PORT = Pattern.compile("\\.\\d{1,5}");
  private static final Pattern PREFIX_LENGTH = Pattern.compile("/\\d{1,3}");

  /**
   * No number after one of these words is shown, however short: it is a key, a checksum or an
   * identifier.
   */
  private static final ImmutableSet<String> SECRET =
      ImmutableSet.of(
          "key",
          "sum",
          "cksum",
          "checksum",
          "csum",
          "spi",
          "SPI",
          "icv",
          "cpi",
          "ses",
          "vni",
          "label",
          "call",
          "tag",
          "Cookie",
          "Magic-Num",
          "Host-Uniq",
          "overlay",
          "instance",
          "dagid",
          "nonce",
          "token",
          "VPI",
          "VCI",
          "DLCI");

  /** Numbers of any length after one of these words are kept, even in text of unknown form. */
  private static final ImmutableSet<String> TELLING =
      ImmutableSet.of(
          "length",
          "len",
          "size",
          "ttl",
          "TTL",
          "hlim",
          "limit",
          "lifetime",
          "time",
          "timer",
          "intvl",
          "prio",
          "priority",
          "offset",
          "id",
          "seq",
          "port",
          "mtu",
          "proto",
          "option",
          "type",
          "vrid",
          "win",
          "hops",
          "max",
          "version",
          "unknown",
          "protocol");

  private final AnonymousNames names;

  MaskedText(AnonymousNames names) {
    this.names = names;
  }

  /** Text of headers, whose fields tcpdump prints: numbers are kept. */
  String ofHeader(String text) {
    return text.isEmpty() ? text : new Masking(text, true).masked();
  }

  /** Text of unknown form: numbers are kept only after known words. */
  String free(String text) {
    return text.isEmpty() ? text : new Masking(text, false).masked();
  }

  private final class Masking {
    private final String text;
    private final boolean header;
    private final Matcher parts;
    private final StringBuilder out = new StringBuilder();

    /** The previous word if tcpdump prints it itself; otherwise empty. */
    private String label = "";

    /** Where the previous part ended. */
    private int last;

    private boolean behindAddress;

    Masking(String text, boolean header) {
      this.text = text;
      this.header = header;
      parts = PART.matcher(text);
    }

    String masked() {
      while (parts.find()) {
        out.append(text, last, parts.start());
        out.append(part());
        last = parts.end();
      }
      return out.append(text, last, text.length()).toString();
    }

    private String part() {
      String all = parts.group();
      boolean portMayFollow = behindAddress && last == parts.start();
      behindAddress = false;
      if (parts.group("quoted") != null) {
        return all.charAt(0) + MASK + all.charAt(0);
      }
      if (parts.group("mac") != null) {
        return address(names.mac(all));
      }
      if (parts.group("four") != null || parts.group("six") != null) {
        return ip(all);
      }
      if (parts.group("hex") != null) {
        return hex(all);
      }
      if (portMayFollow && (PORT.matcher(all).matches() || PREFIX_LENGTH.matcher(all).matches())) {
        return all;
      }
      return word(all);
    }

    private String address(String mapped) {
      behindAddress = true;
      label = "";
      return mapped;
    }

    /** A single colon at the end belongs to tcpdump, "::" to the address. */
    private String ip(String all) {
      boolean colon = all.endsWith(":") && !new Host(all).isAddress();
      String address = colon ? all.substring(0, all.length() - 1) : all;
      if (new Host(address).isAddress()) {
        return address(names.address(address)) + (colon ? ":" : "");
      }
      return DIGITS_AND_SIGNS.matcher(all).matches() || all.chars().allMatch(c -> c == ':')
          ? zeros(all)
          : MASK;
    }

    private String hex(String all) {
      boolean code = header || (!label.isEmpty() && last < parts.start() && before() == '(');
      boolean kept = code && all.length() <= 6 && !SECRET.contains(label);
      return kept ? all : "0x" + "0".repeat(all.length() - 2);
    }

    private char before() {
      return text.charAt(parts.start() - 1);
    }

    private String word(String all) {
      if (SIGNS.matcher(all).matches()) {
        return all;
      }
      int end = all.length();
      while (end > 1 && all.charAt(end - 1) == '.') {
        end--;
      }
      String word = all.substring(0, end);
      String dots = all.substring(end);
      if (NUMBER.matcher(word).matches()) {
        return number(word) + dots;
      }
      String before = label;
      label = "";
      if (HarmlessWords.contains(word)) {
        label = word;
        return all;
      }
      Matcher numbered = NUMBERED.matcher(word);
      if (numbered.matches() && HarmlessWords.contains(numbered.group(1))) {
        return all;
      }
      if (DIGITS_AND_SIGNS.matcher(word).matches()) {
        return zeros(word) + dots;
      }
      return names.known(word).orElseGet(() -> host(before, word)) + dots;
    }

    /** ARP and ICMP errors may print a host's name in place of an address. */
    private String host(String before, String word) {
      return switch (before) {
        case "who-has", "tell", "Reply", "reply", "host" -> names.name(word);
        default -> MASK;
      };
    }

    private String number(String word) {
      boolean kept = isHarmless(word);
      if (!header) {
        label = "";
      }
      return kept ? word : "0".repeat(word.startsWith("-") ? 1 : word.length());
    }

    private boolean isHarmless(String word) {
      if (SECRET.contains(label)) {
        return false;
      }
      return text.startsWith(" byte", parts.end())
          || (header ? word.length() <= 6 : word.length() <= 2 || TELLING.contains(label));
    }

    private String zeros(String word) {
      return word.replaceAll("\\d", "0");
    }
  }
}
