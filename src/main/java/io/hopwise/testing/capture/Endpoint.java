package io.hopwise.testing.capture;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Port;
import io.hopwise.packet.ip.Host;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One end of a conversation: a host and, if it matters, a port.
 *
 * @param host the host as tcpdump prints it: an address, or a name
 * @param port 0 to 65535; empty for ICMP, or to match any port
 * @since 0.1
 */
public record Endpoint(String host, OptionalInt port) {
  private static final int MAX_PORT = 65535;
  private static final Pattern AS_TCPDUMP_PRINTS = Pattern.compile("(\\d{1,3}\\.){4}\\d{1,5}");

  /**
   * Checks the port.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public Endpoint {
    if (port.isPresent() && (port.getAsInt() < 0 || port.getAsInt() > MAX_PORT)) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port.getAsInt());
    }
  }

  /**
   * Reads {@code 10.9.4.2:22}, {@code [2001:db8::1]:443}, {@code server.example:22}, or any of
   * these hosts without a port.
   *
   * @throws IllegalArgumentException if the text has another form; also for {@code 10.9.4.2.22} as
   *     tcpdump prints it, because a host name may end like this
   */
  public static Endpoint of(String text) {
    HostAndPort parts = HostAndPort.fromString(text);
    OptionalInt port = parts.hasPort() ? OptionalInt.of(parts.getPort()) : OptionalInt.empty();
    if (parts.getHost().isEmpty()) {
      throw new IllegalArgumentException("no host in: " + text);
    }
    if (AS_TCPDUMP_PRINTS.matcher(text).matches()) {
      int dot = text.lastIndexOf('.');
      String meant = text.substring(0, dot) + ":" + text.substring(dot + 1);
      throw new IllegalArgumentException(text + ": the port goes behind a colon: " + meant);
    }
    return new Endpoint(canonical(parts.getHost()), port);
  }

  private static String canonical(String host) {
    return InetAddresses.isInetAddress(host)
        ? InetAddresses.toAddrString(InetAddresses.forString(host))
        : host;
  }

  /** Whether it sent a packet: the host matches, and the port if this end has one. */
  public boolean sent(IpPacket packet) {
    return matches(packet.ip().src(), packet.payload().sourcePort());
  }

  /** Whether a packet goes to it: the host matches, and the port if this end has one. */
  public boolean receives(IpPacket packet) {
    return matches(packet.ip().dst(), packet.payload().targetPort());
  }

  private boolean matches(Host otherHost, Optional<Port> otherPort) {
    if (!host.equals(canonical(otherHost.text()))) {
      return false;
    }
    return port.isEmpty() || port.equals(otherPort.map(Port::number).orElse(OptionalInt.empty()));
  }

  /** Whether it is one side of a connection. */
  public boolean matches(ConnectionSummary.Side side) {
    return host.equals(canonical(side.host()))
        && (port.isEmpty()
            || port.equals(side.port().map(Port::number).orElse(OptionalInt.empty())));
  }

  /** The text that {@link #of} reads. */
  @Override
  public String toString() {
    return text(host, port.isEmpty() ? "" : "" + port.getAsInt());
  }

  /** The source of a packet in this form, with its port if there is one. */
  public static String sourceOf(IpPacket packet) {
    return text(packet.ip().src().text(), text(packet.payload().sourcePort()));
  }

  /** The destination of a packet in this form, with its port if there is one. */
  public static String targetOf(IpPacket packet) {
    return text(packet.ip().dst().text(), text(packet.payload().targetPort()));
  }

  private static String text(Optional<Port> port) {
    return port.map(Port::toString).orElse("");
  }

  private static String text(String host, String port) {
    if (port.isEmpty()) {
      return host;
    }
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
