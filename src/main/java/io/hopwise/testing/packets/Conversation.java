package io.hopwise.testing.packets;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpOption;
import io.hopwise.testing.capture.Endpoint;
import io.hopwise.testing.capture.PacketCapture;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes the packets of one TCP connection as captured at the client. Sequence and acknowledgement
 * numbers, IP ids, timestamps and times follow from the packets sent before.
 *
 * <pre>{@code
 * PacketCapture capture =
 *     Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
 *         .serverTtl(61)
 *         .handshake()
 *         .clientSends(21)
 *         .serverSends(42)
 *         .foreign(reset -> reset.rst().ttl(63))
 *         .capture();
 * }</pre>
 *
 * <p>Sequence numbers are relative, as tcpdump prints them without {@code -S}. A mutable builder,
 * not thread-safe.
 *
 * @since 0.1
 */
public final class Conversation {
  private static final long MASK = 0xffff_ffffL;
  private static final int SEGMENT = 1448;

  /** The state of one end of the connection. */
  private static final class Talker {
    private final Endpoint address;
    private int ttl = 64;
    private int id;
    private long seq;
    private long received;
    private long clock;
    private long clockSeen;

    Talker(Endpoint address, int id, long seq, long clock) {
      this.address = address;
      this.id = id;
      this.seq = seq;
      this.clock = clock;
    }
  }

  private final Talker client;
  private final Talker server;
  private final List<Packet> wire = new ArrayList<>();
  private Duration time = Duration.ZERO;
  private Duration roundTrip = Duration.ofMillis(20);

  private Conversation(Endpoint client, Endpoint server) {
    this.client = new Talker(client, 4000, 1_000_000_000L, 4_001_000L);
    this.server = new Talker(server, 7000, 3_000_000_000L, 9_002_000L);
  }

  /**
   * A connection without packets.
   *
   * @param client the end that opens it, with its port
   * @param server the other end, with its port
   * @throws IllegalArgumentException if one of them has no port
   */
  public static Conversation between(String client, String server) {
    return new Conversation(withPort(client), withPort(server));
  }

  private static Endpoint withPort(String text) {
    Endpoint endpoint = Endpoint.of(text);
    if (endpoint.port().isEmpty()) {
      throw new IllegalArgumentException("no port in: " + text);
    }
    return endpoint;
  }

  /** The TTL of the client's packets from now on, 0 to 255; 64 by default. */
  public Conversation clientTtl(int ttl) {
    client.ttl = Checks.range("ttl", ttl, 255);
    return this;
  }

  /** The TTL of the server's packets from now on, 0 to 255; 64 by default. */
  public Conversation serverTtl(int ttl) {
    server.ttl = Checks.range("ttl", ttl, 255);
    return this;
  }

  /** The client's first sequence number, 0 to 4294967295. Set it before the handshake. */
  public Conversation clientSeq(long seq) {
    client.seq = Checks.range("seq", seq, MASK);
    return this;
  }

  /** The server's first sequence number, 0 to 4294967295. Set it before the handshake. */
  public Conversation serverSeq(long seq) {
    server.seq = Checks.range("seq", seq, MASK);
    return this;
  }

  /** The time of the next packet. */
  public Conversation at(LocalTime when) {
    time = Duration.ofNanos(when.toNanoOfDay());
    return this;
  }

  /** The time from a client's packet to the server's answer; 20 ms by default. */
  public Conversation roundTrip(Duration duration) {
    roundTrip = duration;
    return this;
  }

  /** Lets time pass. */
  public Conversation pause(Duration duration) {
    time = time.plus(duration);
    client.clock += duration.toMillis();
    server.clock += duration.toMillis();
    return this;
  }

  /** SYN, SYN-ACK, ACK. */
  public Conversation handshake() {
    return syn().synAck().clientAcks();
  }

  /** The client's SYN; call it again for a retransmission. */
  public Conversation syn() {
    if (!wire.isEmpty()) {
      pause(Duration.ofSeconds(1));
    }
    long seq = client.seq;
    send(client, server, segment -> segment.syn().options(opening(client, server)));
    client.seq = seq;
    return this;
  }

  /** The server's SYN-ACK. */
  public Conversation synAck() {
    pause(roundTrip);
    client.seq = (client.seq + 1) & MASK;
    server.received = client.seq;
    server.clockSeen = client.clock;
    client.clockSeen = server.clock;
    send(server, client, s -> s.syn().ack(server.received).options(opening(server, client)));
    server.seq = (server.seq + 1) & MASK;
    client.received = server.seq;
    return this;
  }

  /** A pure ACK of the client. */
  public Conversation clientAcks() {
    return moment().send(client, server, established(client));
  }

  /** A pure ACK of the server. */
  public Conversation serverAcks() {
    return pause(roundTrip).send(server, client, established(server));
  }

  /** Data from the client, in segments of at most 1448 bytes, and the server's ACK. */
  public Conversation clientSends(int bytes) {
    data(client, server, bytes);
    return serverAcks();
  }

  /** Data from the server, in segments of at most 1448 bytes, and the client's ACK. */
  public Conversation serverSends(int bytes) {
    data(server, client, bytes);
    return clientAcks();
  }

  /** The client closes, the server closes too: FIN, FIN, ACK. */
  public Conversation close() {
    fin(client, server);
    pause(roundTrip);
    fin(server, client);
    return clientAcks();
  }

  /** The server closes, the client closes too: FIN, FIN, ACK. */
  public Conversation serverCloses() {
    fin(server, client);
    moment();
    fin(client, server);
    return serverAcks();
  }

  /** A reset from the client. */
  public Conversation clientResets() {
    return moment().send(client, server, s -> s.rst().seq(client.seq).options());
  }

  /** A reset from the server. In answer to a SYN it has the ACK flag and sequence number 0. */
  public Conversation serverResets() {
    pause(roundTrip);
    if (server.received == 0) {
      long refused = (client.seq + 1) & MASK;
      return send(server, client, s -> s.rst().seq(0).ack(refused).mayFragment().options());
    }
    return send(server, client, s -> s.rst().seq(server.seq).options());
  }

  /**
   * A packet in the server's name that the server did not send. It goes to the client with the
   * server's next sequence numbers and TTL 64, unless {@code change} sets others. It does not
   * affect the state of either end.
   *
   * @param change turns a plain segment into the forged one
   */
  public Conversation foreign(UnaryOperator<TcpPacketBuilder> change) {
    moment();
    TcpPacketBuilder bare =
        new TcpPacketBuilder(server.address, client.address).seq(server.seq).mayFragment().at(time);
    wire.add(change.apply(bare).wire());
    return this;
  }

  /** The packets so far, as tcpdump prints them. */
  public ImmutableList<Packet> packets() {
    RelativeNumbers numbers = new RelativeNumbers();
    return wire.stream().map(numbers::next).collect(ImmutableList.toImmutableList());
  }

  /** The capture of the packets so far. */
  public PacketCapture capture() {
    return PacketCapture.of(packets());
  }

  /** The packets so far with all fields that are on the wire. */
  ImmutableList<Packet> wire() {
    return ImmutableList.copyOf(wire);
  }

  private Conversation moment() {
    return pause(Duration.ofNanos(100_000));
  }

  private void data(Talker from, Talker to, int bytes) {
    for (int rest = bytes; rest > 0; rest -= SEGMENT) {
      int part = Math.min(rest, SEGMENT);
      boolean last = rest <= SEGMENT;
      moment();
      send(
          from,
          to,
          s ->
              last
                  ? established(from).apply(s).push().data(part)
                  : established(from).apply(s).data(part));
      from.seq = (from.seq + part) & MASK;
      to.received = from.seq;
      to.clockSeen = from.clock;
    }
  }

  private void fin(Talker from, Talker to) {
    moment();
    send(from, to, s -> established(from).apply(s).fin());
    from.seq = (from.seq + 1) & MASK;
    to.received = from.seq;
    to.clockSeen = from.clock;
  }

  private UnaryOperator<TcpPacketBuilder> established(Talker from) {
    return segment ->
        segment
            .ack(from.received)
            .window(502)
            .options(
                TcpOption.Flag.NOP,
                TcpOption.Flag.NOP,
                new TcpOption.Timestamps(from.clock, from.clockSeen));
  }

  private static TcpOption[] opening(Talker from, Talker to) {
    return new TcpOption[] {
      new TcpOption.Mss(to.address.host().contains(":") ? 1440 : 1460),
      TcpOption.Flag.SACK_OK,
      new TcpOption.Timestamps(from.clock, from.clockSeen),
      TcpOption.Flag.NOP,
      new TcpOption.WindowScale(7)
    };
  }

  private Conversation send(Talker from, Talker to, UnaryOperator<TcpPacketBuilder> change) {
    TcpPacketBuilder bare =
        new TcpPacketBuilder(from.address, to.address)
            .seq(from.seq)
            .ttl(from.ttl)
            .id(from.id)
            .at(time);
    Packet packet = change.apply(bare).wire();
    wire.add(packet);
    from.id = (from.id + 1) & 0xffff;
    return this;
  }
}
