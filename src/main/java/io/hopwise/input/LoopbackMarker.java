package io.hopwise.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/**
 * A datagram to ourselves on the loopback interface, which keeps the order of packets: once it is
 * captured, so is everything sent before it. For one thread to send, and another to look for it.
 */
public final class LoopbackMarker implements Closeable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int MOST_KEPT = 128;

  private final DatagramSocket from;
  private final DatagramSocket to;
  private String tail = "";
  private volatile boolean sent;
  private volatile boolean seen;

  private LoopbackMarker(DatagramSocket from, DatagramSocket to) {
    this.from = from;
    this.to = to;
  }

  static LoopbackMarker open() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
    DatagramSocket from = new DatagramSocket(0, loopback);
    try {
      return new LoopbackMarker(from, new DatagramSocket(0, loopback));
    } catch (IOException e) {
      from.close();
      throw e;
    }
  }

  String filter() {
    return "udp and src host 127.0.0.1 and src port "
        + sourcePort()
        + " and dst port "
        + targetPort();
  }

  /** The port it is sent from, on 127.0.0.1. */
  public int sourcePort() {
    return from.getLocalPort();
  }

  /** The port it is sent to, on 127.0.0.1. */
  public int targetPort() {
    return to.getLocalPort();
  }

  void send() throws IOException {
    sent = true;
    from.send(new DatagramPacket(new byte[1], 1, to.getLocalSocketAddress()));
  }

  /** Looks for it in the next piece of what tcpdump prints. */
  void lookIn(byte[] bytes, int offset, int length) {
    if (!sent || seen) {
      return;
    }
    String text = tail + new String(bytes, offset, length, ISO_8859_1);
    seen = text.contains(text());
    tail = text.substring(Math.max(0, text.length() - MOST_KEPT));
  }

  boolean isSeen() {
    return seen;
  }

  /** How tcpdump's line for it begins; the rest depends on the application printer for the port. */
  private String text() {
    return "127.0.0.1." + sourcePort() + " > 127.0.0.1." + targetPort() + ": ";
  }

  @Override
  public void close() {
    from.close();
    to.close();
  }
}
