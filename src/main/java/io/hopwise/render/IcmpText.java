package io.hopwise.render;

import io.hopwise.packet.Checksum;
import io.hopwise.packet.IcmpMessage;
import java.util.List;

/** {@code ICMP echo reply, id 1, seq 7, length 64}, and ICMPv6. */
final class IcmpText {
  /** The ICMPv6 messages whose words a current tcpdump follows by their length. */
  private static final List<String> WITH_LENGTH =
      List.of(
          "router solicitation",
          "router advertisement",
          "neighbor solicitation",
          "neighbor advertisement",
          "redirect",
          "ha discovery reply",
          "mobile router advertisement");

  private IcmpText() {}

  static void append(StringBuilder out, IcmpMessage icmp, PacketText packets) {
    int lineEnd = icmp.text().indexOf('\n');
    String words = lineEnd < 0 ? icmp.text() : icmp.text().substring(0, lineEnd);
    String lines = lineEnd < 0 ? "" : icmp.text().substring(lineEnd);
    if (icmp.family() == IcmpMessage.Family.ICMP) {
      icmp4(out, icmp, words);
    } else {
      icmp6(out, icmp, words);
    }
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
    icmp.length().ifPresent(length -> out.append(", length ").append(length));
    if (icmp.checksum() instanceof Checksum.Incorrect wrong) {
      out.append(" (wrong icmp cksum ").append(PacketText.hex(wrong.found()));
      out.append(" (->").append(PacketText.hex(wrong.expected())).append(")!)");
    }
  }

  private static void icmp6(StringBuilder out, IcmpMessage icmp, String words) {
    if (icmp.checksum() instanceof Checksum.Correct) {
      out.append("[icmp6 sum ok] ");
    } else if (icmp.checksum() instanceof Checksum.Incorrect wrong) {
      out.append("[bad icmp6 cksum ").append(PacketText.change(wrong)).append("!] ");
    }
    out.append("ICMP6, ");
    int place = lengthPlace(words);
    out.append(words, 0, place);
    icmp.length().ifPresent(length -> out.append(", length ").append(length));
    out.append(words, place, words.length());
    idAndSeq(out, icmp);
  }

  private static int lengthPlace(String words) {
    for (String type : WITH_LENGTH) {
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
