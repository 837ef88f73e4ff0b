package io.hopwise.cli;

import io.hopwise.Hopwise;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.cli.process.CommandFailure;
import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Options for what is in question: a port, a host. */
final class AskedOptions {
  private static final int MAX_PORT = 0xffff;
  private static final int TCP = 6;
  private static final int UDP = 17;

  @Nullable String port;

  @Nullable String host;

  void addTo(Options options) {
    options.text(
        "--port",
        "PORT",
        new String[] {
          "The port in question: a number or a name (443, ssh), optionally followed by /udp or"
              + " /tcp."
        },
        given -> port = given);
    options.text(
        "--host",
        "HOST",
        new String[] {"The host in question: its address or name, as printed."},
        given -> host = given);
  }

  /** The filter for what is in question. */
  ConnectionFilter filter() {
    return new ConnectionFilter(Optional.ofNullable(host), number(), protocol());
  }

  /** Settings that ask about it. */
  Settings addTo(Settings settings) {
    ConnectionFilter filter = filter();
    Settings asking = host == null ? settings : settings.withHost(host);
    if (filter.port().isEmpty()) {
      return asking;
    }
    int number = filter.port().getAsInt();
    return filter.protocol().isEmpty()
        ? asking.withPort(number)
        : asking.withPort(number, filter.protocol().get() == Protocol.TCP ? TCP : UDP);
  }

  private OptionalInt number() {
    if (port == null) {
      return OptionalInt.empty();
    }
    Port named = Hopwise.port(word(port));
    if (named.number().isEmpty()) {
      throw CommandFailure.usage(
          "a port is a number from 0 to " + MAX_PORT + " or a service's name, not " + word(port));
    }
    return named.number();
  }

  private Optional<Protocol> protocol() {
    if (port == null || port.indexOf('/') < 0) {
      return Optional.empty();
    }
    String given = port.substring(port.indexOf('/') + 1);
    return switch (given) {
      case "tcp" -> Optional.of(Protocol.TCP);
      case "udp" -> Optional.of(Protocol.UDP);
      default -> throw CommandFailure.usage("a port is one of tcp or udp, not of " + given);
    };
  }

  private static String word(String port) {
    int slash = port.indexOf('/');
    return slash < 0 ? port : port.substring(0, slash);
  }
}
