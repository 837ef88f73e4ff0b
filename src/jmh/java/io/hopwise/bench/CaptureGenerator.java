package io.hopwise.bench;

import static io.hopwise.bench.PacketFile.ICMP;
import static io.hopwise.bench.PacketFile.ICMP6;
import static io.hopwise.bench.PacketFile.TCP;
import static io.hopwise.bench.PacketFile.UDP;
import static io.hopwise.bench.Payloads.FULL_SEGMENT;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a capture file of any size with the traffic of a busy site: TCP sessions with options,
 * UDP, pings and ICMP errors. A tenth is IPv6; one checksum in 500 is wrong.
 *
 * <p>The same number of packets, seed and payload limit give the same bytes on every JDK: {@link
 * Random}'s sequence is specified, and nothing depends on the clock. Each host has a constant
 * distance, so that an analysis has TTLs to compare; one reset in ten comes from nearer.
 *
 * <p>Servers are spread over all first octets, because tcpdump's hash table of addresses uses
 * those: thousands of hosts in one network would make tcpdump the slowest part of a benchmark.
 */
public final class CaptureGenerator {
  private static final String USAGE = "usage: CaptureGenerator OUT.pcap PACKETS SEED [MAX_PAYLOAD]";

  private final Random random;
  private final Hosts hosts;
  private final Payloads payloads;
  private final PacketFile file;
  private final TcpSessions sessions;
  private int echoSequence;

  private CaptureGenerator(OutputStream out, long seed, int maxPayload) throws IOException {
    this.random = new Random(seed);
    this.hosts = new Hosts(random);
    this.payloads = new Payloads(random, maxPayload);
    this.file = new PacketFile(out, random);
    this.sessions = new TcpSessions(random, hosts, payloads, file);
  }

  /**
   * Writes the capture.
   *
   * @param args the file to write, how many packets, the seed, and optionally the largest payload
   *     in bytes (1 to 1448, which is also the default)
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 3 || args.length > 4) {
      System.err.println(USAGE);
      System.exit(2);
    }
    int maxPayload = args.length == 4 ? Integer.parseInt(args[3]) : FULL_SEGMENT;
    write(Path.of(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]), maxPayload);
  }

  /**
   * Writes a capture file.
   *
   * @param file the file to write, replaced where it exists
   * @param packets how many packets, 0 or more
   * @param seed determines their content
   * @param maxPayload the largest TCP or UDP payload in bytes, 1 to 1448
   * @throws IllegalArgumentException if the payload or the number of packets is out of range
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, long packets, long seed, int maxPayload) throws IOException {
    if (packets < 0 || maxPayload < 1 || maxPayload > FULL_SEGMENT) {
      throw new IllegalArgumentException("packets " + packets + ", max payload " + maxPayload);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      new CaptureGenerator(out, seed, maxPayload).run(packets);
    }
  }

  private void run(long packets) throws IOException {
    while (file.written() < packets) {
      event(packets);
    }
  }

  private void event(long packets) throws IOException {
    int dice = random.nextInt(1000);
    if (dice < 845 || packets - file.written() < 2) {
      sessions.step();
    } else if (dice < 935) {
      datagram();
    } else if (dice < 970) {
      ping();
    } else {
      icmpError();
    }
  }

  private void datagram() throws IOException {
    boolean six = hosts.sometimesSix();
    boolean fromClient = random.nextBoolean();
    Host client = hosts.anyClient(six);
    Host server = hosts.anyServer(six);
    int service = random.nextBoolean() ? 443 : 41000 + random.nextInt(2000);
    int port = 50000 + random.nextInt(9000);
    byte[] datagram =
        fromClient ? udp(port, service, payloads.size()) : udp(service, port, payloads.size());
    Host from = fromClient ? client : server;
    file.send(from, fromClient ? server : client, UDP, datagram, from.ttl, 0, random.nextBoolean());
  }

  private byte[] udp(int from, int to, int size) {
    ByteBuffer buffer = ByteBuffer.allocate(8 + size);
    buffer.putShort((short) from).putShort((short) to).putShort((short) (8 + size));
    buffer.putShort((short) 0);
    payloads.fill(buffer);
    return buffer.array();
  }

  private void ping() throws IOException {
    boolean six = hosts.sometimesSix();
    Host client = hosts.anyClient(six);
    Host server = hosts.anyServer(six);
    int protocol = six ? ICMP6 : ICMP;
    echoSequence = (echoSequence + 1) & 0xffff;
    int identifier = 1000 + echoSequence / 50;
    byte[] request = echo(six ? 128 : 8, identifier);
    byte[] reply = echo(six ? 129 : 0, identifier);
    file.send(client, server, protocol, request, client.ttl, 0, true);
    file.send(server, client, protocol, reply, server.ttl, 0, false);
  }

  private byte[] echo(int type, int identifier) {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    buffer.put((byte) type).put((byte) 0).putShort((short) 0);
    buffer.putShort((short) identifier).putShort((short) echoSequence);
    payloads.fill(buffer);
    return buffer.array();
  }

  /** A router or the target answers a client's packet with an error that quotes it. */
  private void icmpError() throws IOException {
    Host client = hosts.anyClient(false);
    Host server = hosts.anyServer(false);
    Host router = hosts.anyRouter();
    int dice = random.nextInt(8);
    boolean probe = dice < 5;
    byte[] lost =
        probe ? udp(50000, 33434 + random.nextInt(60), 32) : sessions.lostSegment(client, server);
    int protocol = probe ? UDP : TCP;
    boolean expired = dice >= 2 && dice < 5;
    PacketFile.setChecksum(client, server, protocol, lost);
    byte[] quoted =
        PacketFile.header4(client, server, protocol, lost.length, expired ? 1 : 60, 0, !probe);
    ByteBuffer buffer = ByteBuffer.allocate(8 + quoted.length + lost.length);
    switch (dice) {
      case 0, 1 -> buffer.put(new byte[] {3, 3, 0, 0, 0, 0, 0, 0});
      case 2, 3, 4 -> buffer.put(new byte[] {11, 0, 0, 0, 0, 0, 0, 0});
      case 5 -> buffer.put(new byte[] {3, 1, 0, 0, 0, 0, 0, 0});
      case 6 -> buffer.put(new byte[] {3, 4, 0, 0, 0, 0, 5, 120});
      default -> buffer.put(new byte[] {5, 1, 0, 0}).put(router.address);
    }
    Host from = dice < 2 ? server : router;
    buffer.put(quoted).put(lost);
    file.send(from, client, ICMP, buffer.array(), from.ttl, 0xc0, false);
  }
}
