package io.hopwise.oracle;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.IpHeader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came out of all captures, printed with one set of options. */
final class Printing {
  private static final String HEAD = "%-14s %8s %8s %8s %8s %8s %8s %8s %8s %8s%n";
  private static final Pattern ADDRESSES = Pattern.compile("\\S > \\S+:( |$)", Pattern.MULTILINE);

  /** An IP header on the head line, or behind MPLS labels: no text that merely speaks of one. */
  private static final Pattern HEADER =
      Pattern.compile("(\\A[^^\n]*|^(\t| {4})?(IP6? )?)" + Pair.IP_HEADER, Pattern.MULTILINE);

  private static final int EXCERPT = 600;

  private final String options;
  private final List<String> problems = new ArrayList<>();
  private long printed;
  private long read;
  private long packets;
  private long lost;
  private long invented;
  private long differ;
  private long ambiguous;
  private long rejects;
  private long notices;

  Printing(String options) {
    this.options = options;
  }

  String options() {
    return options;
  }

  /** What is amiss, ready to be read. */
  ImmutableList<String> problems() {
    return ImmutableList.copyOf(problems);
  }

  void add(Path capture, long count, Reading reading, Reading reference) {
    List<Entry> records = reading.records();
    printed += count;
    read += records.size();
    packets += packetsAmong(records);
    ambiguous += reading.entries().stream().filter(entry -> entry.text().isAmbiguous()).count();
    rejects += reading.rejects().size();
    notices += reading.notices().size();
    reading.rejects().forEach(reject -> problem(capture, "rejected", reject));
    reading.notices().forEach(notice -> problem(capture, "taken for a message", notice));
    if (!reading.isWhole()) {
      problems.add(capture + " " + options + ": the texts of the entries are not the input");
    }
    List<Entry> wanted = reference.records();
    if (records.size() != count) {
      problems.add(
          "%s %s: %d records read, %d printed".formatted(capture, options, records.size(), count));
    }
    if (records.size() != wanted.size()) {
      // Which of them belong together is not known.
      lost += Math.max(0, packetsAmong(wanted) - packetsAmong(records));
      invented += Math.max(0, packetsAmong(records) - packetsAmong(wanted));
      return;
    }
    for (int i = 0; i < records.size(); i++) {
      compare(capture, records.get(i), wanted.get(i));
    }
  }

  private static long packetsAmong(List<Entry> records) {
    return records.stream().filter(Packet.class::isInstance).count();
  }

  private void compare(Path capture, Entry entry, Entry wanted) {
    if (!(wanted instanceof Packet reference)) {
      if (entry instanceof Packet) {
        invented++;
        problem(capture, "a packet, with -v none", entry);
      }
      if (printsHeader(entry)) {
        lost++;
        problem(capture, "no packet, but a header with addresses", entry);
      }
      return;
    }
    if (!(entry instanceof Packet packet)) {
      if (!ADDRESSES.matcher(entry.text().toString()).find()) {
        return; // Without -v, tcpdump stops before the addresses where options were cut.
      }
      lost++;
      problem(capture, "no packet, with -v one", entry);
      return;
    }
    if (!isSame(packet, reference)) {
      differ++;
      problem(capture, "differs from -v: " + brief(packet) + ", -v " + brief(reference), entry);
    }
  }

  private static boolean printsHeader(Entry entry) {
    String text = entry.text().toString();
    Matcher header = HEADER.matcher(text);
    return header.find() && ADDRESSES.matcher(text).find(header.end());
  }

  private static boolean isSame(Packet packet, Packet reference) {
    return ends(packet).equals(ends(reference))
        && (isCut(packet) || isCut(reference) || ports(packet).equals(ports(reference)))
        && (packet.ip().protocol().isEmpty() || header(packet).equals(header(reference)));
  }

  /** With and without -v, tcpdump gives up at different places of what was cut. */
  private static boolean isCut(Packet packet) {
    return packet.text().toString().contains("[|") && ports(packet).isEmpty();
  }

  private static String brief(Packet packet) {
    return ends(packet) + " " + ports(packet) + " " + header(packet);
  }

  private static String ends(Packet packet) {
    IpHeader ip = packet.ip();
    return "IPv%d %s %s".formatted(ip.version(), ip.src(), ip.dst());
  }

  private static String ports(Packet packet) {
    if (packet.payload() instanceof TcpSegment tcp) {
      return "TCP " + tcp.srcPort() + " " + tcp.dstPort();
    }
    return packet.payload() instanceof UdpDatagram udp
        ? "UDP " + udp.srcPort() + " " + udp.dstPort()
        : "";
  }

  private static List<OptionalInt> header(Packet packet) {
    IpHeader ip = packet.ip();
    return List.of(ip.ttl(), ip.tos(), ip.protocol(), ip.length());
  }

  private void problem(Path capture, String what, Entry entry) {
    String text = entry.text().toString().stripTrailing();
    String excerpt = text.substring(0, Math.min(text.length(), EXCERPT));
    problems.add("%s %s: %s%n%s".formatted(capture, options, what, excerpt.indent(4)));
  }

  static void printHead(PrintStream out) {
    out.printf(
        HEAD,
        "options",
        "printed",
        "read",
        "packets",
        "lost",
        "invented",
        "differ",
        "rejects",
        "notices",
        "ambig.");
  }

  void print(PrintStream out) {
    out.printf(
        HEAD, options, printed, read, packets, lost, invented, differ, rejects, notices, ambiguous);
  }
}
