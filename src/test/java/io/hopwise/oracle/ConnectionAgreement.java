package io.hopwise.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.oracle.TsharkStreams.Stream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Holds what became of TCP connections, read from {@code tcpdump -nn -v}, against what tshark makes
 * of the same packets: its streams, their completeness, packets and bytes each way, segments sent
 * again and the time of the handshake.
 */
final class ConnectionAgreement {
  private static final int SYN = 1;
  private static final int SYN_ACK = 2;
  private static final int ACK = 4;
  private static final int FIN = 16;
  private static final int RST = 32;
  private static final long MICRO = 1_000;

  private final Map<String, long[]> table = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  /** Prints the agreement over captures, and where the two differ. */
  public static void main(String[] arguments) throws IOException {
    List<Path> captures = TsharkAgreement.captures(List.of(arguments));
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    out.println("with tshark");
    print(compare(captures), out);
    out.println("with tcptrace");
    print(withTcptrace(captures), out);
  }

  private static void print(ConnectionAgreement agreement, PrintStream out) {
    agreement.differences.forEach(out::println);
    agreement.table.forEach(
        (what, counts) ->
            out.println(what + ": " + counts[0] + " agree, " + counts[1] + " differ"));
  }

  static ConnectionAgreement compare(List<Path> captures) throws IOException {
    ConnectionAgreement agreement = new ConnectionAgreement();
    for (Path capture : captures) {
      agreement.compare(capture);
    }
    return agreement;
  }

  List<String> differences() {
    return differences;
  }

  long agreements(String what) {
    return table.getOrDefault(what, new long[2])[0];
  }

  private void compare(Path capture) throws IOException {
    Map<Long, ConnectionSummary> ours = ours(capture);
    if (ours.isEmpty()) {
      return;
    }
    Map<Long, Stream> theirs = TsharkStreams.read(capture);
    if (theirs.isEmpty()) {
      return;
    }
    ours.forEach(
        (record, connection) -> {
          Stream stream = theirs.get(record);
          note("connection", capture, record, stream != null, "tshark sees none");
          if (stream != null) {
            compare(capture, connection, stream);
          }
        });
    theirs.forEach(
        (frame, stream) -> {
          if (!ours.containsKey(frame)) {
            note("connection", capture, frame, false, "only tshark sees one: " + stream.first);
          }
        });
  }

  /** Holds packets, bytes, resets and segments sent again against tcptrace's. */
  static ConnectionAgreement withTcptrace(List<Path> captures) throws IOException {
    ConnectionAgreement agreement = new ConnectionAgreement();
    for (Path capture : captures) {
      Map<Long, ConnectionSummary> ours = ours(capture);
      if (!ours.isEmpty()) {
        agreement.compareWithTcptrace(capture, ours);
      }
    }
    return agreement;
  }

  /**
   * All connections of the same ends together: for tcptrace a SYN behind a reset begins another
   * one, though it is the same SYN again.
   */
  private void compareWithTcptrace(Path capture, Map<Long, ConnectionSummary> ours)
      throws IOException {
    ListMultimap<String, Tcptrace.Row> rows = Tcptrace.read(capture);
    if (rows.isEmpty()) {
      return; // It knows few link layers, and no tunnels.
    }
    ListMultimap<String, ConnectionSummary> byEnds = ArrayListMultimap.create();
    ours.values().forEach(one -> byEnds.put(end(one.client()) + " " + end(one.server()), one));
    for (String ends : byEnds.keySet()) {
      List<ConnectionSummary> same = byEnds.get(ends);
      String back = end(same.get(0).server()) + " " + end(same.get(0).client());
      long record = same.get(0).record();
      boolean known = rows.containsKey(ends) || rows.containsKey(back);
      note("connection", capture, record, known, "tcptrace sees none");
      if (known) {
        List<Tcptrace.Side> client = new ArrayList<>();
        List<Tcptrace.Side> server = new ArrayList<>();
        rows.get(ends).forEach(row -> client.add(row.a()));
        rows.get(ends).forEach(row -> server.add(row.b()));
        rows.get(back).forEach(row -> client.add(row.b()));
        rows.get(back).forEach(row -> server.add(row.a()));
        compare(capture, same, ConnectionSummary::client, client);
        compare(capture, same, ConnectionSummary::server, server);
      }
    }
  }

  private void compare(
      Path capture,
      List<ConnectionSummary> same,
      Function<ConnectionSummary, ConnectionSummary.Side> which,
      List<Tcptrace.Side> theirs) {
    List<ConnectionSummary.Side> ours = same.stream().map(which).toList();
    long record = same.get(0).record();
    String said = end(ours.get(0)) + ": " + ours + ", tcptrace " + theirs;
    long packets = ours.stream().mapToLong(ConnectionSummary.Side::packets).sum();
    long bytes = ours.stream().mapToLong(ConnectionSummary.Side::bytes).sum();
    long again = ours.stream().mapToLong(ConnectionSummary.Side::retransmissions).sum();
    long theirAgain = theirs.stream().mapToLong(Tcptrace.Side::again).sum();
    // For tcptrace a SYN takes a byte of data, and is sent again as such.
    long syns = same.stream().mapToLong(one -> Math.max(0, one.tries() - 1)).sum();
    note(
        "packets",
        capture,
        record,
        packets == theirs.stream().mapToLong(Tcptrace.Side::packets).sum(),
        said);
    note(
        "bytes",
        capture,
        record,
        bytes == theirs.stream().mapToLong(Tcptrace.Side::bytes).sum(),
        said);
    note(
        "retransmissions",
        capture,
        record,
        theirAgain >= again && theirAgain <= again + syns,
        said);
  }

  private static Map<Long, ConnectionSummary> ours(Path capture) throws IOException {
    byte[] text = Programs.tcpdump(capture, List.of("-nn", "-v"));
    Analyzer analyzer = new Analyzer(List.of(), Settings.STANDARD);
    Hopwise.read(new ByteArrayInputStream(text)).forEachRemaining(analyzer::accept);
    Map<Long, ConnectionSummary> connections = new TreeMap<>();
    for (ConnectionSummary connection : analyzer.report().connections().connections()) {
      if (connection.protocol() == Protocol.TCP) {
        connections.put(connection.record(), connection);
      }
    }
    return connections;
  }

  private void compare(Path capture, ConnectionSummary ours, Stream theirs) {
    long record = ours.record();
    // tshark follows no connection of which it saw nothing but a reset, or one packet of two kinds.
    if (theirs.completeness > 0 && !theirs.isOdd) {
      String said = ours.outcome() + " " + ours.end() + ", completeness " + theirs.completeness;
      note("outcome", capture, record, outcomes(theirs).contains(ours.outcome()), said);
      note("end", capture, record, isEnd(ours, theirs), said);
    }
    sides("packets", capture, ours, theirs, side -> side.packets(), side -> side.packets);
    sides("bytes", capture, ours, theirs, side -> side.bytes(), side -> side.bytes);
    sides(
        "retransmissions",
        capture,
        ours,
        theirs,
        side -> side.retransmissions(),
        side -> side.retransmissions);
    handshake(capture, ours, theirs);
  }

  /** For tshark the reset that refuses ends a handshake, too. */
  private void handshake(Path capture, ConnectionSummary ours, Stream theirs) {
    if (ours.handshakeNanos().isPresent() || theirs.has(SYN | SYN_ACK | ACK)) {
      OptionalLong our = ours.handshakeNanos();
      long apart = our.orElse(-1) - theirs.rttNanos.orElse(-1);
      boolean same = our.isPresent() == theirs.rttNanos.isPresent() && Math.abs(apart) < MICRO;
      note("handshake", capture, ours.record(), same, our + ", tshark " + theirs.rttNanos);
    }
  }

  private static Set<Outcome> outcomes(Stream theirs) {
    if (theirs.has(SYN | SYN_ACK | ACK)) {
      return Set.of(Outcome.OPENED);
    }
    if (theirs.has(SYN_ACK)) {
      return Set.of(Outcome.HALF_OPEN, Outcome.OPENED);
    }
    if (theirs.has(SYN | ACK)) {
      return Set.of(Outcome.OPENED, Outcome.REFUSED);
    }
    if (theirs.has(SYN | RST)) {
      return Set.of(Outcome.REFUSED);
    }
    return theirs.has(SYN)
        ? Set.of(Outcome.UNANSWERED, Outcome.UNKNOWN, Outcome.REJECTED)
        : Set.of(Outcome.MID_STREAM);
  }

  private static boolean isEnd(ConnectionSummary ours, Stream theirs) {
    End end = ours.end().orElse(null);
    if (ours.outcome() == Outcome.REFUSED) {
      return theirs.has(RST);
    }
    if (end == End.RESET || end == End.IDLE_RESET) {
      return theirs.has(RST);
    }
    if (end == End.CLOSED || end == End.HALF_CLOSED) {
      return theirs.has(FIN);
    }
    return !theirs.has(RST) && !theirs.has(FIN);
  }

  private void sides(
      String what,
      Path capture,
      ConnectionSummary ours,
      Stream theirs,
      Function<ConnectionSummary.Side, Long> our,
      Function<TsharkStreams.Side, Long> their) {
    for (ConnectionSummary.Side side : List.of(ours.client(), ours.server())) {
      long value = our.apply(side);
      String end = end(side);
      long other = their.apply(theirs.side(end));
      note(what, capture, ours.record(), value == other, end + ": " + value + ", tshark " + other);
    }
  }

  private static String end(ConnectionSummary.Side side) {
    String host = side.host();
    int tunnel = host.indexOf(' ');
    String port = "." + side.port().orElseThrow();
    return (tunnel < 0 ? host : host.substring(0, tunnel)) + port;
  }

  private void note(String what, Path capture, long record, boolean agrees, String words) {
    table.computeIfAbsent(what, any -> new long[2])[agrees ? 0 : 1]++;
    if (!agrees) {
      differences.add(what + " " + capture + " record " + record + ": " + words);
    }
  }
}
