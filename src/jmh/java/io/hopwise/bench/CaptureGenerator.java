package io.hopwise.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private static final int ICMP = 1;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP6 = 58;

  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int PSH = 0x08;
  private static final int ACK = 0x10;

  private static final long START_MICROS = 1_718_000_000_000_000L;
  private static final int SNAPSHOT_LENGTH = 262_144;
  private static final int LINK_TYPE_ETHERNET = 1;
  private static final int FULL_SEGMENT = 1448;
  private static final int OPEN_SESSIONS = 300;
  private static final int WRONG_CHECKSUM_ONE_IN = 500;
  private static final int[] SERVICES = {443, 443, 443, 8443, 5432, 3306, 22, 9092};

  private final OutputStream out;
  private final Random random;
  private final int maxPayload;
  private final List<Host> clients = new ArrayList<>();
  private final List<Host> servers = new ArrayList<>();
  private final List<Host> clients6 = new ArrayList<>();
  private final List<Host> servers6 = new ArrayList<>();
  private long clockMicros = START_MICROS;
  private long written;
  private int echoSequence;

  private CaptureGenerator(OutputStream out, long seed, int maxPayload) {
    this.out = out;
    this.random = new Random(seed);
    this.maxPayload = maxPayload;
    for (int i = 0; i < 40; i++) {
      clients.add(new Host(new int[] {192, 168, 1 + i % 2, 10 + i}, i % 3 == 0 ? 128 : 64));
    }
    for (int i = 0; i < 400; i++) {
      servers.add(publicHost());
    }
    for (int i = 0; i < 60; i++) {
      clients6.add(new Host(address6(0x77, i), 64));
      servers6.add(new Host(address6(0x900 + i % 7, 1 + i), 64 - 2 - i % 20));
    }
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
    out.write(fileHeader());
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < OPEN_SESSIONS; i++) {
      sessions.add(new Session());
    }
    while (written < packets) {
      event(sessions, packets);
    }
  }

  private void event(List<Session> sessions, long packets) throws IOException {
    int dice = random.nextInt(1000);
    if (dice < 845 || packets - written < 2) {
      step(sessions, random.nextInt(OPEN_SESSIONS));
    } else if (dice < 935) {
      datagram();
    } else if (dice < 970) {
      ping();
    } else {
      icmpError();
    }
  }

  // Hosts

  /** A host as seen from the capture point. */
  private static final class Host {
    private final byte[] address;
    private final int ttl;
    private int identification;

    Host(int[] octets, int ttl) {
      this.address = new byte[octets.length];
      for (int i = 0; i < octets.length; i++) {
        address[i] = (byte) octets[i];
      }
      this.ttl = ttl;
    }

    boolean six() {
      return address.length == 16;
    }

    int nextIdentification() {
      identification = (identification + 1) & 0xffff;
      return identification;
    }
  }

  private Host publicHost() {
    int first = 1 + random.nextInt(222);
    if (first == 10 || first == 127) {
      first = 93;
    }
    int[] octets = {first, random.nextInt(256), random.nextInt(256), 1 + random.nextInt(254)};
    int initial = random.nextInt(4) == 0 ? 128 : 64;
    Host host = new Host(octets, initial - 3 - random.nextInt(20));
    host.identification = random.nextInt(0x10000);
    return host;
  }

  private static int[] address6(int network, int host) {
    int[] octets = new int[16];
    octets[0] = 0x20;
    octets[1] = 0x01;
    octets[2] = 0x0d;
    octets[3] = 0xb8;
    octets[4] = network >> 8;
    octets[5] = network & 0xff;
    octets[15] = host;
    return octets;
  }

  /** Eighty servers get three quarters of the traffic. */
  private Host anyServer(boolean six) {
    List<Host> all = six ? servers6 : servers;
    int popular = all.size() / 5;
    return all.get(random.nextInt(random.nextInt(4) == 0 ? all.size() : popular));
  }

  private Host anyClient(boolean six) {
    List<Host> all = six ? clients6 : clients;
    return all.get(random.nextInt(all.size()));
  }

  private boolean sometimesSix() {
    return random.nextInt(100) < 10;
  }

  // TCP

  private enum Stage {
    OPENING,
    ANSWERING,
    REFUSING,
    CONFIRMING,
    TALKING,
    RESETTING,
    CLOSING,
    ANSWERING_CLOSE,
    LAST_ACK
  }

  /** One side of a session. */
  private static final class Side {
    private final Host host;
    private final int port;
    private final int window;
    private int sequence;
    private int clock;

    Side(Host host, int port, int window, Random random) {
      this.host = host;
      this.port = port;
      this.window = window;
      this.sequence = random.nextInt();
      this.clock = random.nextInt();
    }
  }

  /** A TCP session, one step of which is one packet. */
  private final class Session {
    private final Side client;
    private final Side server;
    private final boolean timestamps = random.nextInt(10) < 8;
    private final int trafficClass = random.nextInt(10) == 0 ? 0xb8 : 0;
    private int left = 4 + random.nextInt(120);
    private Stage stage = Stage.OPENING;

    Session() {
      boolean six = sometimesSix();
      int service = SERVICES[random.nextInt(SERVICES.length)];
      int port = 32768 + random.nextInt(28000);
      client = new Side(anyClient(six), port, 200 + random.nextInt(1000), random);
      server = new Side(anyServer(six), service, 200 + random.nextInt(3000), random);
    }
  }

  private void step(List<Session> sessions, int index) throws IOException {
    Session session = sessions.get(index);
    Stage next = packet(session);
    session.stage = next;
    if (next == Stage.OPENING) {
      sessions.set(index, new Session());
    }
  }

  /** Sends the session's next packet and returns the next stage. */
  private Stage packet(Session session) throws IOException {
    return switch (session.stage) {
      case OPENING -> {
        segment(session, true, SYN, 0, handshakeOptions(session, true));
        yield random.nextInt(30) == 0 ? Stage.REFUSING : Stage.ANSWERING;
      }
      case REFUSING -> reset(session, false, Stage.OPENING);
      case ANSWERING -> {
        segment(session, false, SYN | ACK, 0, handshakeOptions(session, false));
        yield Stage.CONFIRMING;
      }
      case CONFIRMING -> {
        segment(session, true, ACK, 0, options(session, true));
        yield Stage.TALKING;
      }
      case TALKING -> talk(session);
      case RESETTING -> reset(session, random.nextBoolean(), Stage.OPENING);
      case CLOSING -> {
        segment(session, true, FIN | ACK, 0, options(session, true));
        yield Stage.ANSWERING_CLOSE;
      }
      case ANSWERING_CLOSE -> {
        segment(session, false, FIN | ACK, 0, options(session, false));
        yield Stage.LAST_ACK;
      }
      case LAST_ACK -> {
        segment(session, true, ACK, 0, options(session, true));
        yield Stage.OPENING;
      }
    };
  }

  private Stage talk(Session session) throws IOException {
    int dice = random.nextInt(100);
    if (dice < 30) {
      int flags = random.nextInt(3) == 0 ? PSH | ACK : ACK;
      segment(session, false, flags, payloadSize(), options(session, false));
    } else if (dice < 48) {
      segment(session, true, PSH | ACK, payloadSize(), options(session, true));
    } else if (dice < 98) {
      boolean fromClient = dice < 86;
      segment(session, fromClient, ACK, 0, options(session, fromClient));
    } else {
      segment(session, true, ACK, 0, selectiveAcknowledgement(session));
    }
    session.left--;
    if (session.left > 0) {
      return Stage.TALKING;
    }
    return random.nextInt(10) == 0 ? Stage.RESETTING : Stage.CLOSING;
  }

  private Stage reset(Session session, boolean fromClient, Stage next) throws IOException {
    Side from = fromClient ? session.client : session.server;
    Side to = fromClient ? session.server : session.client;
    boolean foreign = random.nextInt(10) == 0;
    int ttl = foreign ? 62 : from.host.ttl;
    byte[] segment = tcp(from, to, RST | ACK, 0, 0, new byte[0]);
    send(from.host, to.host, TCP, segment, ttl, session.trafficClass, !foreign);
    return next;
  }

  private void segment(Session session, boolean fromClient, int flags, int size, byte[] options)
      throws IOException {
    Side from = fromClient ? session.client : session.server;
    Side to = fromClient ? session.server : session.client;
    int window = (flags & SYN) != 0 ? 64240 : from.window;
    byte[] segment = tcp(from, to, flags, window, size, options);
    send(from.host, to.host, TCP, segment, from.host.ttl, session.trafficClass, true);
    from.sequence += size + ((flags & (SYN | FIN)) != 0 ? 1 : 0);
    from.clock += random.nextInt(20);
    to.clock += random.nextInt(20);
  }

  private byte[] tcp(Side from, Side to, int flags, int window, int size, byte[] options) {
    ByteBuffer buffer = ByteBuffer.allocate(20 + options.length + size);
    buffer.putShort((short) from.port).putShort((short) to.port).putInt(from.sequence);
    buffer.putInt((flags & ACK) != 0 ? to.sequence : 0);
    buffer.put((byte) (((20 + options.length) / 4) << 4)).put((byte) flags);
    buffer.putShort((short) window).putInt(0).put(options);
    fill(buffer);
    return buffer.array();
  }

  private static byte[] handshakeOptions(Session session, boolean fromClient) {
    int mss = session.client.host.six() ? 1440 : 1460;
    if (!session.timestamps) {
      return new byte[] {2, 4, (byte) (mss >> 8), (byte) mss, 1, 3, 3, 8, 1, 1, 4, 2};
    }
    ByteBuffer buffer = ByteBuffer.allocate(20);
    buffer.put((byte) 2).put((byte) 4).putShort((short) mss).put((byte) 4).put((byte) 2);
    putTimestamps(buffer, session, fromClient);
    if (fromClient) {
      buffer.putInt(12, 0); // there is nothing to echo yet
    }
    return buffer.put((byte) 1).put((byte) 3).put((byte) 3).put((byte) 7).array();
  }

  private static byte[] options(Session session, boolean fromClient) {
    if (!session.timestamps) {
      return new byte[0];
    }
    ByteBuffer buffer = ByteBuffer.allocate(12).put((byte) 1).put((byte) 1);
    putTimestamps(buffer, session, fromClient);
    return buffer.array();
  }

  private static void putTimestamps(ByteBuffer buffer, Session session, boolean fromClient) {
    Side from = fromClient ? session.client : session.server;
    Side to = fromClient ? session.server : session.client;
    buffer.put((byte) 8).put((byte) 10).putInt(from.clock).putInt(to.clock);
  }

  /** A selective acknowledgement: the client has the data after a gap of one segment. */
  private byte[] selectiveAcknowledgement(Session session) {
    byte[] before = options(session, true);
    int left = session.server.sequence + FULL_SEGMENT;
    ByteBuffer buffer = ByteBuffer.allocate(before.length + 12).put(before);
    buffer.put((byte) 1).put((byte) 1).put((byte) 5).put((byte) 10);
    return buffer.putInt(left).putInt(left + FULL_SEGMENT * (1 + random.nextInt(5))).array();
  }

  // UDP and ICMP

  private void datagram() throws IOException {
    boolean six = sometimesSix();
    boolean fromClient = random.nextBoolean();
    Host client = anyClient(six);
    Host server = anyServer(six);
    int service = random.nextBoolean() ? 443 : 41000 + random.nextInt(2000);
    int port = 50000 + random.nextInt(9000);
    byte[] datagram =
        fromClient ? udp(port, service, payloadSize()) : udp(service, port, payloadSize());
    Host from = fromClient ? client : server;
    send(from, fromClient ? server : client, UDP, datagram, from.ttl, 0, random.nextBoolean());
  }

  private byte[] udp(int from, int to, int size) {
    ByteBuffer buffer = ByteBuffer.allocate(8 + size);
    buffer.putShort((short) from).putShort((short) to).putShort((short) (8 + size));
    buffer.putShort((short) 0);
    fill(buffer);
    return buffer.array();
  }

  private void ping() throws IOException {
    boolean six = sometimesSix();
    Host client = anyClient(six);
    Host server = anyServer(six);
    int protocol = six ? ICMP6 : ICMP;
    echoSequence = (echoSequence + 1) & 0xffff;
    int identifier = 1000 + echoSequence / 50;
    byte[] request = echo(six ? 128 : 8, identifier);
    byte[] reply = echo(six ? 129 : 0, identifier);
    send(client, server, protocol, request, client.ttl, 0, true);
    send(server, client, protocol, reply, server.ttl, 0, false);
  }

  private byte[] echo(int type, int identifier) {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    buffer.put((byte) type).put((byte) 0).putShort((short) 0);
    buffer.putShort((short) identifier).putShort((short) echoSequence);
    fill(buffer);
    return buffer.array();
  }

  /** A router or the target answers a client's packet with an error that quotes it. */
  private void icmpError() throws IOException {
    Host client = anyClient(false);
    Host server = anyServer(false);
    Host router = servers.get(servers.size() - 1 - random.nextInt(20));
    int dice = random.nextInt(8);
    boolean probe = dice < 5;
    byte[] lost = probe ? udp(50000, 33434 + random.nextInt(60), 32) : lostSegment(client, server);
    int protocol = probe ? UDP : TCP;
    boolean expired = dice >= 2 && dice < 5;
    setChecksum(client, server, protocol, lost);
    byte[] quoted = header4(client, server, protocol, lost.length, expired ? 1 : 60, 0, !probe);
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
    send(from, client, ICMP, buffer.array(), from.ttl, 0xc0, false);
  }

  private byte[] lostSegment(Host client, Host server) {
    Side from = new Side(client, 50000 + random.nextInt(9000), 500, random);
    Side to = new Side(server, 443, 500, random);
    return tcp(from, to, ACK, 500, 0, new byte[0]);
  }

  private int payloadSize() {
    int dice = random.nextInt(10);
    int size = FULL_SEGMENT;
    if (dice >= 7) {
      size = 1 + random.nextInt(300);
    } else if (dice >= 5) {
      size = 100 + random.nextInt(1300);
    }
    return size > maxPayload ? 1 + size % maxPayload : size;
  }

  /** Fills the rest with bytes that no application printer decodes. */
  private void fill(ByteBuffer buffer) {
    int value = random.nextInt();
    while (buffer.hasRemaining()) {
      int shift = 8 * (buffer.position() & 3);
      buffer.put((byte) (((value >> shift) ^ buffer.position()) | 0x80));
    }
  }

  // IP, checksums, and the file

  private void send(
      Host from, Host to, int protocol, byte[] body, int ttl, int trafficClass, boolean df)
      throws IOException {
    setChecksum(from, to, protocol, body);
    if (protocol == TCP && random.nextInt(WRONG_CHECKSUM_ONE_IN) == 0) {
      body[17] ^= 1;
    }
    byte[] header =
        from.six()
            ? header6(from, to, protocol, body.length, ttl, trafficClass)
            : header4(from, to, protocol, body.length, ttl, trafficClass, df);
    record(from.six() ? 0x86dd : 0x0800, header, body);
  }

  private static byte[] header4(
      Host from, Host to, int protocol, int length, int ttl, int tos, boolean df) {
    ByteBuffer buffer = ByteBuffer.allocate(20);
    buffer.put((byte) 0x45).put((byte) tos).putShort((short) (20 + length));
    buffer.putShort((short) from.nextIdentification()).putShort((short) (df ? 0x4000 : 0));
    buffer.put((byte) ttl).put((byte) protocol).putShort((short) 0);
    buffer.put(from.address).put(to.address);
    return buffer.putShort(10, (short) folded(sum(buffer.array(), 0))).array();
  }

  private static byte[] header6(
      Host from, Host to, int protocol, int length, int hopLimit, int trafficClass) {
    ByteBuffer buffer = ByteBuffer.allocate(40);
    int flowLabel = (from.address[15] & 0xff) * 257 + protocol;
    buffer.putInt(6 << 28 | trafficClass << 20 | flowLabel).putShort((short) length);
    buffer.put((byte) protocol).put((byte) hopLimit);
    return buffer.put(from.address).put(to.address).array();
  }

  private static void setChecksum(Host from, Host to, int protocol, byte[] body) {
    int at =
        switch (protocol) {
          case TCP -> 16;
          case UDP -> 6;
          default -> 2;
        };
    long total = sum(body, 0);
    if (protocol != ICMP) {
      total = sum(from.address, sum(to.address, total + protocol + body.length));
    }
    int checksum = folded(total);
    if (checksum == 0 && protocol == UDP) {
      checksum = 0xffff; // zero would mean that there is no checksum
    }
    ByteBuffer.wrap(body).putShort(at, (short) checksum);
  }

  /** The sum of 16-bit words (RFC 1071) before folding in carries. */
  private static long sum(byte[] data, long start) {
    ByteBuffer buffer = ByteBuffer.wrap(data);
    long total = start;
    while (buffer.remaining() > 1) {
      total += buffer.getShort() & 0xffff;
    }
    return buffer.hasRemaining() ? total + ((buffer.get() & 0xff) << 8) : total;
  }

  private static int folded(long sum) {
    long total = sum;
    while (total > 0xffff) {
      total = (total & 0xffff) + (total >> 16);
    }
    return (int) (~total & 0xffff);
  }

  private static byte[] fileHeader() {
    ByteBuffer buffer = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    return buffer.putInt(SNAPSHOT_LENGTH).putInt(LINK_TYPE_ETHERNET).array();
  }

  private void record(int etherType, byte[] header, byte[] body) throws IOException {
    clockMicros += 5 + random.nextInt(400);
    int length = 14 + header.length + body.length;
    ByteBuffer buffer = ByteBuffer.allocate(16 + 14).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt((int) (clockMicros / 1_000_000)).putInt((int) (clockMicros % 1_000_000));
    buffer.putInt(length).putInt(length);
    buffer.put(new byte[] {2, 0, 0, 0, 9, 2, 2, 0, 0, 0, 119, 1});
    buffer.order(ByteOrder.BIG_ENDIAN).putShort((short) etherType);
    out.write(buffer.array());
    out.write(header);
    out.write(body);
    written++;
  }
}
