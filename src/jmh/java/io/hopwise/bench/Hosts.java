package io.hopwise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The hosts of a site and of its peers. */
final class Hosts {
  private final Random random;
  private final List<Host> clients = new ArrayList<>();
  private final List<Host> servers = new ArrayList<>();
  private final List<Host> clients6 = new ArrayList<>();
  private final List<Host> servers6 = new ArrayList<>();

  Hosts(Random random) {
    this.random = random;
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

  private Host publicHost() {
    int first = 1 + random.nextInt(222);
    if (first == 10 || first == 127) {
      first = 93;
    }
    int[] octets = {first, random.nextInt(256), random.nextInt(256), 1 + random.nextInt(254)};
    int initial = random.nextInt(4) == 0 ? 128 : 64;
    int ttl = initial - 3 - random.nextInt(20);
    return new Host(octets, ttl, random.nextInt(0x10000));
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

  /** A server: eighty of them get three quarters of the traffic. */
  Host anyServer(boolean six) {
    List<Host> all = six ? servers6 : servers;
    int popular = all.size() / 5;
    return all.get(random.nextInt(random.nextInt(4) == 0 ? all.size() : popular));
  }

  Host anyClient(boolean six) {
    List<Host> all = six ? clients6 : clients;
    return all.get(random.nextInt(all.size()));
  }

  /** One of the least popular servers, which serves as a router. */
  Host anyRouter() {
    return servers.get(servers.size() - 1 - random.nextInt(20));
  }

  /** Whether to use IPv6, for a tenth of the traffic. */
  boolean sometimesSix() {
    return random.nextInt(100) < 10;
  }
}
