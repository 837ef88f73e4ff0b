package io.hopwise.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** The TCP connections of a capture, as tshark follows them. */
final class TsharkStreams {
  private static final List<String> FIELDS =
      List.of(
          "frame.number",
          "tcp.stream",
          "ip.src",
          "ipv6.src",
          "tcp.srcport",
          "tcp.len",
          "tcp.completeness",
          "tcp.analysis.retransmission",
          "tcp.analysis.initial_rtt",
          "tcp.flags.syn",
          "tcp.flags.reset",
          "ip.id");

  private TsharkStreams() {}

  /** One side: what it sent. */
  static final class Side {
    long packets;
    long bytes;
    long retransmissions;

    /** Of packets with IPv4 headers, all but 0: what was captured twice is not sent again. */
    private final Set<String> ids = new HashSet<>();
  }

  /**
   * One connection: its completeness is a sum of SYN 1, SYN-ACK 2, ACK 4, data 8, FIN 16, RST 32.
   */
  static final class Stream {
    final long frame;
    final String first;
    final Map<String, Side> sides = new TreeMap<>();
    long completeness;

    /** Whether a packet has SYN and RST, which none of the two makes the same of. */
    boolean isOdd;

    OptionalLong rttNanos = OptionalLong.empty();

    Stream(long frame, String first) {
      this.frame = frame;
      this.first = first;
    }

    boolean has(int bits) {
      return (completeness & bits) == bits;
    }

    Side side(String end) {
      return sides.computeIfAbsent(end, any -> new Side());
    }
  }

  /** The connections by the number of their first packet; none where tshark cannot read it. */
  static Map<Long, Stream> read(Path capture) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-2", "-r", capture.toString()));
    command.addAll(List.of("-Y", "tcp && !icmp && !icmpv6", "-T", "fields", "-E", "occurrence=l"));
    // Nobody's own preferences.
    command.addAll(List.of("-o", "tcp.relative_sequence_numbers:TRUE"));
    for (String field : FIELDS) {
      command.addAll(List.of("-e", field));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("WIRESHARK_CONFIG_DIR", "/nonexistent");
    Map<Long, Stream> streams = new TreeMap<>();
    String output = new String(Programs.run(builder).output(), UTF_8);
    for (String line : Splitter.on('\n').omitEmptyStrings().split(output)) {
      add(Splitter.on('\t').splitToList(line), streams);
    }
    Map<Long, Stream> byFrame = new TreeMap<>();
    streams.values().forEach(stream -> byFrame.put(stream.frame, stream));
    return byFrame;
  }

  private static void add(List<String> cells, Map<Long, Stream> streams) {
    if (cells.get(1).isEmpty() || cells.get(4).isEmpty()) {
      return;
    }
    String end = cells.get(2) + cells.get(3) + "." + cells.get(4);
    Stream stream =
        streams.computeIfAbsent(
            Long.valueOf(cells.get(1)), any -> new Stream(Long.parseLong(cells.get(0)), end));
    Side side = stream.side(end);
    side.packets++;
    side.bytes += cells.get(5).isEmpty() ? 0 : Long.parseLong(cells.get(5));
    boolean syn = isSet(cells.get(9));
    boolean twice = !cells.get(11).equals("0x0000") && !side.ids.add(cells.get(11));
    side.retransmissions +=
        cells.get(7).isEmpty() || syn || (twice && !cells.get(11).isEmpty()) ? 0 : 1;
    stream.isOdd |= syn && isSet(cells.get(10));
    stream.completeness = cells.get(6).isEmpty() ? 0 : Long.parseLong(cells.get(6));
    if (!cells.get(8).isEmpty()) {
      stream.rttNanos = OptionalLong.of(new BigDecimal(cells.get(8)).movePointRight(9).longValue());
    }
  }

  private static boolean isSet(String flag) {
    return flag.equals("1") || flag.equals("True");
  }
}
