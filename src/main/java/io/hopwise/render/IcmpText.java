package io.hopwise.render;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.ip.Checksum;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ICMP echo reply, id 1, seq 7, length 64}, and ICMPv6. */
final class IcmpText {
  /** The ICMPv6 types after which some release of tcpdump prints the length. */
  private static final List<String> TYPES =
      List.of(
          "destination unreachable",
          "packet too big",
          "time exceeded in-transit",
          "parameter problem",
          "multicast listener query",
          "multicast listener report v2",
          "multicast listener report",
          "multicast listener done",
          "router solicitation",
          "router advertisement",
          "neighbor solicitation",
          "neighbor advertisement",
          "neighbor advertisment",
          "echo request",
          "echo reply",
          "redirect",
          "router renumbering",
          "node information query",
          "node information reply",
          "ha discovery request",
          "ha discovery reply",
          "mobile router solicitation",
          "mobile router advertisement",
          "who-are-you request",
          "RPL");

  /** What is printed last: a truncation mark, the end of a tunnel, the trailer of F5 BIG-IP. */
  private static final Pattern LAST =
      Pattern.compile("( \\[\\|icmp]| \\(ipip-proto-\\d+\\)| (?:in|out) slot\\d+/tmm\\d+ lis=.*)$");

  private IcmpText() {}

  static void append(StringBuilder out, IcmpMessage icmp, boolean verbose, PacketText packets) {
    int lineEnd = icmp.text().indexOf('\n');
    String line = lineEnd < 0 ? icmp.text() : icmp.text().substring(0, lineEnd);
    Matcher last = LAST.matcher(line);
    int end = last.find() ? last.start() : line.length();
    String words = line.substring(0, end);
    String lines = lineEnd < 0 ? "" : icmp.text().substring(lineEnd);
    if (icmp.type().isEmpty()) {
      untyped(out, icmp, words);
    } else if (icmp.family() == IcmpMessage.Family.ICMP) {
      icmp4(out, icmp, words);
    } else {
      icmp6(out, icmp, words, verbose);
    }
    out.append(line, end, line.length());
    icmp.quoted()
        .ifPresent(
            quoted -> {
              out.append("\n\t");
              packets.append(quoted);
            });
    out.append(lines);
  }

  private static void icmp4(StringBuilder out, IcmpMessage icmp, String words) {
    out.append("ICMP ").append(words);
    boolean timestamp = words.startsWith("time stamp");
    if (!timestamp) {
      idAndSeq(out, icmp);
    }
    length(out, icmp);
    if (icmp.checksum() instanceof Checksum.Incorrect wrong) {
      out.append(wrongSum(wrong));
    } else if (icmp.checksum() == Checksum.CORRECT) {
      out.append(" [icmp cksum ok]"); // only OpenBSD says so, and in these words
    }
  }

  private static String wrongSum(Checksum.Incorrect wrong) {
    if (wrong.found().isEmpty()) {
      return " (wrong icmp csum)";
    }
    String found = PacketText.hex(wrong.found());
    return " (wrong icmp cksum " + found + " (->" + PacketText.hex(wrong.expected()) + ")!)";
  }

  private static void icmp6(StringBuilder out, IcmpMessage icmp, String words, boolean verbose) {
    sum6(out, icmp.checksum());
    // With -v the length follows the type, without -v it comes last.
    int place = verbose ? lengthPlace(words) : words.length();
    out.append("ICMP6, ").append(words, 0, place);
    if (verbose) {
      length(out, icmp);
    }
    out.append(words, place, words.length());
    idAndSeq(out, icmp);
    if (!verbose) {
      length(out, icmp);
    }
  }

  private static void sum6(StringBuilder out, Checksum checksum) {
    if (checksum instanceof Checksum.Correct) {
      out.append("[icmp6 sum ok] ");
    } else if (checksum instanceof Checksum.Incorrect wrong) {
      out.append("[bad icmp6 cksum ").append(PacketText.change(wrong)).append("!] ");
    }
  }

  private static void untyped(StringBuilder out, IcmpMessage icmp, String words) {
    sum6(out, icmp.checksum());
    out.append(icmp.family() == IcmpMessage.Family.ICMP ? "ICMP " : "ICMP6, ").append(words);
  }

  private static void length(StringBuilder out, IcmpMessage icmp) {
    icmp.length().ifPresent(length -> out.append(", length ").append(length));
  }

  private static int lengthPlace(String words) {
    for (String type : TYPES) {
      if (words.startsWith(type)) {
        return type.length();
      }
    }
    return words.length();
  }

  private static void idAndSeq(StringBuilder out, IcmpMessage icmp) {
    icmp.id().ifPresent(id -> out.append(", id ").append(id));
    icmp.seq().ifPresent(seq -> out.append(", seq ").append(seq));
  }
}
