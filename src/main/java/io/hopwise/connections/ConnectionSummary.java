package io.hopwise.connections;

import io.hopwise.packet.Port;
import io.hopwise.packet.PrintedTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What became of one connection, of what two hosts exchanged over UDP, or of one ping.
 *
 * @param protocol TCP, UDP or ping
 * @param client the side that asked; where the beginning was not seen, the one that probably did
 * @param server the other side
 * @param capture which capture of the text it was seen in, 1 for the first
 * @param record which record of the text its first packet is, 1 or more
 * @param line the line its first packet stands on, 1 or more
 * @param start when its first packet was captured, where printed
 * @param nanos from its first packet to its last, in nanoseconds, 0 or more, where times are
 *     printed
 * @param tries how many SYNs without ACK the client sent, of a ping how many requests; one that was
 *     printed twice counts once
 * @param handshakeNanos from the client's last SYN to its ACK, as seen here, in nanoseconds
 * @param outcome how it began
 * @param outcomeBy who refused or rejected it
 * @param end how it ended; empty for what never opened, for UDP and ping, and where it was
 *     forgotten
 * @param endBy who closed or reset it
 * @param forgotten whether it was forgotten to make room, so that what came later is not in it
 * @since 0.1
 */
public record ConnectionSummary(
    Protocol protocol,
    Side client,
    Side server,
    int capture,
    long record,
    long line,
    Optional<PrintedTime> start,
    OptionalLong nanos,
    long tries,
    OptionalLong handshakeNanos,
    Outcome outcome,
    Optional<Actor> outcomeBy,
    Optional<End> end,
    Optional<Actor> endBy,
    boolean forgotten) {

  /** Client and server with their ports: {@code 192.0.2.1.40000 > 198.51.100.2.443}. */
  public String ends() {
    return client.endpoint() + " > " + server.endpoint();
  }

  /** The same connection in a capture in which so many records and lines come before it. */
  public ConnectionSummary moved(long records, long lines) {
    return new ConnectionSummary(
        protocol,
        client,
        server,
        capture,
        record + records,
        line + lines,
        start,
        nanos,
        tries,
        handshakeNanos,
        outcome,
        outcomeBy,
        end,
        endBy,
        forgotten);
  }

  /** What was exchanged. */
  public enum Protocol {
    /** TCP. */
    TCP("tcp"),
    /** UDP. */
    UDP("udp"),
    /** ICMP or ICMPv6 echo requests and replies with one identifier. */
    PING("ping");

    private final String word;

    Protocol(String word) {
      this.word = word;
    }

    /** The word for it, in lower case. */
    public String word() {
      return word;
    }
  }

  /**
   * One side.
   *
   * @param host the address or name as printed, with the tunnel it was seen in
   * @param port the port; empty for a ping
   * @param packets packets it sent
   * @param bytes payload bytes it sent, those sent again included; of packets whose length is
   *     printed
   * @param retransmissions TCP segments with data or FIN that had been seen here before
   * @param routers how many routers lie between here and it, 0 to 32, where its TTL tells
   * @param sequence the sequence number of its SYN, 0 to 4294967295, with or without ACK
   * @param id the IPv4 identification of that SYN, 0 to 65535, where printed
   */
  public record Side(
      String host,
      Optional<Port> port,
      long packets,
      long bytes,
      long retransmissions,
      OptionalInt routers,
      OptionalLong sequence,
      OptionalInt id) {
    /** Whether it has this port, 0 to 65535. */
    public boolean hasPort(int asked) {
      return port.isPresent() && port.get().is(asked);
    }

    /** Host and port as tcpdump prints them: {@code 192.0.2.80.443}. */
    public String endpoint() {
      return port.map(known -> host + "." + known).orElse(host);
    }
  }
}
