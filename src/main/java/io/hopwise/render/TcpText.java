package io.hopwise.render;

import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Checksum;
import java.util.ArrayList;
import java.util.List;

/** {@code Flags [S], cksum 0xea82 (correct), seq 1, win 64240, options [mss 1460], length 0}. */
final class TcpText {
  private TcpText() {}

  static void append(StringBuilder out, TcpSegment tcp) {
    if (tcp.flags().isEmpty()) {
      tcp.length().ifPresent(length -> out.append("tcp ").append(length));
      out.append(tcp.length().isPresent() ? tcp.text() : PacketText.spaced(tcp.text()));
      return;
    }
    out.append("Flags [").append(letters(tcp.flags().get())).append(']');
    checksum(out, tcp.checksum());
    tcp.seq().ifPresent(seq -> out.append(", seq ").append(seq));
    tcp.seqEnd().ifPresent(end -> out.append(':').append(end));
    tcp.ack().ifPresent(ack -> out.append(", ack ").append(ack));
    int urgNote = note(tcp.note(), "[urg ");
    noted(out, tcp.note().substring(0, urgNote));
    tcp.window().ifPresent(window -> out.append(", win ").append(window));
    tcp.urgent().ifPresent(urgent -> out.append(", urg ").append(urgent));
    noted(out, tcp.note().substring(urgNote));
    if (!tcp.options().isEmpty()) {
      options(out, tcp.options(), tcp.length().isPresent());
    }
    tcp.length().ifPresent(length -> out.append(", length ").append(length));
    out.append(tcp.text());
  }

  /** The index of a note, or the end of the notes if it is missing. */
  private static int note(String notes, String word) {
    int at = notes.indexOf(word);
    return at < 0 ? notes.length() : at;
  }

  private static void noted(StringBuilder out, String note) {
    if (!note.isEmpty()) {
      out.append(", ").append(note.endsWith(", ") ? note.substring(0, note.length() - 2) : note);
    }
  }

  private static String letters(TcpFlags flags) {
    return flags.bits() == 0 ? "none" : flags.toString();
  }

  private static void checksum(StringBuilder out, Checksum checksum) {
    if (checksum.equals(Checksum.CORRECT)) {
      // Only tcpdump 3.8 and older print this without the values; current releases have no word for
      // it.
      out.append(" [tcp sum ok]");
    } else if (checksum instanceof Checksum.Correct right && right.found().isPresent()) {
      out.append(", cksum 0x").append(PacketText.hex(right.found().getAsInt(), 4));
      out.append(" (correct)");
    } else if (checksum instanceof Checksum.Incorrect wrong && wrong.expected().isEmpty()) {
      wrong
          .found()
          .ifPresent(
              sum -> out.append(" [bad tcp cksum ").append(PacketText.hex(sum)).append("!]"));
    } else if (checksum instanceof Checksum.Incorrect wrong && wrong.found().isPresent()) {
      out.append(", cksum 0x").append(PacketText.hex(wrong.found().getAsInt(), 4));
      out.append(" (incorrect -> 0x");
      out.append(PacketText.hex(wrong.expected().getAsInt(), 4)).append(')');
    }
  }

  private static void options(StringBuilder out, List<TcpOption> options, boolean goesOn) {
    List<String> all = new ArrayList<>();
    options.forEach(option -> all.add(option(option)));
    String words = String.join(",", all);
    out.append(", options [").append(words);
    out.append(goesOn || closes(words, options.size()) ? "]" : "");
  }

  /**
   * Whether tcpdump prints the closing bracket: not after truncated options, and after damaged ones
   * only if others come first.
   */
  private static boolean closes(String words, int count) {
    return !words.contains("[|") && (count > 1 || !words.endsWith("[bad opt]"));
  }

  static String option(TcpOption option) {
    return option.text().isEmpty() ? option.kind() : option.kind() + " " + option.text();
  }
}
