package io.hopwise.parser.builder;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The ports of service names, as registered with IANA or used by common systems. */
final class Services {
  static final ImmutableMap<String, Integer> PORTS = load();

  private Services() {}

  private static ImmutableMap<String, Integer> load() {
    ImmutableMap.Builder<String, Integer> ports = ImmutableMap.builder();
    try (InputStream in = Services.class.getResourceAsStream("services.txt")) {
      if (in == null) {
        throw new IOException("missing from the jar: services.txt");
      }
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        int space = line.indexOf(' ');
        if (space > 0 && line.charAt(0) != '#') {
          ports.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ports.buildKeepingLast();
  }
}
