package io.hopwise.bench;

import static io.hopwise.bench.PacketFile.TCP;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** TCP sessions that go on at the same time. */
final class TcpSessions {
  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int PSH = 0x08;
  private static final int ACK = 0x10;

  private static final int OPEN_SESSIONS = 300;
  private static final int[] SERVICES = {443, 443, 443, 8443, 5432, 3306, 22, 9092};

  private final Random random;
  private final Hosts hosts;
  private final Payloads payloads;
  private final PacketFile file;
  private final List<Session> sessions = new ArrayList<>();

  TcpSessions(Random random, Hosts hosts, Payloads payloads, PacketFile file) {
    this.random = random;
    this.hosts = hosts;
    this.payloads = payloads;
    this.file = file;
    for (int i = 0; i < OPEN_SESSIONS; i++) {
      sessions.add(new Session());
    }
  }

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
      boolean six = hosts.sometimesSix();
      int service = SERVICES[random.nextInt(SERVICES.length)];
      int port = 32768 + random.nextInt(28000);
      client = new Side(hosts.anyClient(six), port, 200 + random.nextInt(1000), random);
      server = new Side(hosts.anyServer(six), service, 200 + random.nextInt(3000), random);
    }
  }

  /** Sends the next packet of any session. */
  void step() throws IOException {
    int index = random.nextInt(OPEN_SESSIONS);
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
      segment(session, false, flags, payloads.size(), options(session, false));
    } else if (dice < 48) {
      segment(session, true, PSH | ACK, payloads.size(), options(session, true));
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
    file.send(from.host, to.host, TCP, segment, ttl, session.trafficClass, !foreign);
    return next;
  }

  private void segment(Session session, boolean fromClient, int flags, int size, byte[] options)
      throws IOException {
    Side from = fromClient ? session.client : session.server;
    Side to = fromClient ? session.server : session.client;
    int window = (flags & SYN) != 0 ? 64240 : from.window;
    byte[] segment = tcp(from, to, flags, window, size, options);
    file.send(from.host, to.host, TCP, segment, from.host.ttl, session.trafficClass, true);
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
    payloads.fill(buffer);
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
    int left = session.server.sequence + Payloads.FULL_SEGMENT;
    ByteBuffer buffer = ByteBuffer.allocate(before.length + 12).put(before);
    buffer.put((byte) 1).put((byte) 1).put((byte) 5).put((byte) 10);
    return buffer
        .putInt(left)
        .putInt(left + Payloads.FULL_SEGMENT * (1 + random.nextInt(5)))
        .array();
  }

  /** A segment that a router drops. */
  byte[] lostSegment(Host client, Host server) {
    Side from = new Side(client, 50000 + random.nextInt(9000), 500, random);
    Side to = new Side(server, 443, 500, random);
    return tcp(from, to, ACK, 500, 0, new byte[0]);
  }
}
