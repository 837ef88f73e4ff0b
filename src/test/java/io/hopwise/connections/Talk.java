package io.hopwise.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import java.io.ByteArrayInputStream;
import java.util.Locale;

/** What two hosts say to each other, packet by packet, as tcpdump -v prints it. */
public final class Talk {
  private static final String CLIENT = "192.0.2.10";
  private static final String SERVER = "198.51.100.80";

  private String client = CLIENT;
  private int clientId = 1000;
  private final StringBuilder text = new StringBuilder();
  private int clientPort = 40000;
  private int serverPort = 443;

  /** One counter for each TTL: machines count on their own. */
  private final int[] ids = new int[256];

  private int clientTtl = 64;
  private int serverTtl = 61;

  /** From now on with these ports. */
  public Talk ports(int client, int server) {
    clientPort = client;
    serverPort = server;
    return this;
  }

  /** From now on the server's packets arrive with this TTL. */
  public Talk serverTtl(int ttl) {
    serverTtl = ttl;
    return this;
  }

  /** Captured at the server: the client is three routers away, the server none. */
  public Talk seenAtServer() {
    clientTtl = 61;
    serverTtl = 64;
    return this;
  }

  /** Captured behind the first router: the client is one away, the server two. */
  public Talk seenBetween() {
    clientTtl = 63;
    serverTtl = 62;
    return this;
  }

  /** From now on the client has this address. */
  public Talk clientAddress(String address) {
    client = address;
    return this;
  }

  /** The client sends a segment: what tcpdump prints behind the addresses. */
  public Talk client(double seconds, String segment) {
    return tcp(seconds, clientTtl, end(client, clientPort), end(SERVER, serverPort), segment);
  }

  /** The server sends a segment. */
  public Talk server(double seconds, String segment) {
    return tcp(seconds, serverTtl, end(SERVER, serverPort), end(client, clientPort), segment);
  }

  /** A handshake that takes 20 ms. */
  public Talk handshake(double seconds) {
    return client(seconds, "Flags [S], seq 1000, win 64240, length 0")
        .server(seconds + 0.015, "Flags [S.], seq 5000, ack 1001, win 65160, length 0")
        .client(seconds + 0.02, "Flags [.], ack 1, win 502, length 0");
  }

  /** A UDP datagram of the client, or of the server. */
  public Talk datagram(double seconds, boolean forth, int length) {
    String from = forth ? end(client, clientPort) : end(SERVER, serverPort);
    String to = forth ? end(SERVER, serverPort) : end(client, clientPort);
    head(seconds, forth ? clientTtl : serverTtl, "UDP (17)", length + 28);
    text.append("    ").append(from).append(" > ").append(to);
    text.append(": UDP, length ").append(length).append('\n');
    return this;
  }

  /** An echo request of the client, or its reply. */
  public Talk ping(double seconds, boolean request, int identifier, int seq) {
    head(seconds, request ? clientTtl : serverTtl, "ICMP (1)", 84);
    text.append("    ").append(request ? client : SERVER);
    text.append(" > ").append(request ? SERVER : client);
    text.append(request ? ": ICMP echo request, id " : ": ICMP echo reply, id ");
    text.append(identifier).append(", seq ").append(seq).append(", length 64\n");
    return this;
  }

  /** An ICMP error about the client's SYN or datagram. */
  public Talk error(double seconds, String router, String words, String quotedProtocol) {
    head(seconds, 63, "ICMP (1)", 88);
    text.append("    ").append(router).append(" > ").append(client).append(": ICMP ");
    text.append(words).append(", length 68\n");
    text.append("\tIP (tos 0x0, ttl 62, id 7, offset 0, flags [DF], proto ");
    text.append(quotedProtocol).append(", length 60)\n    ");
    text.append(end(client, clientPort)).append(" > ").append(end(SERVER, serverPort));
    text.append(
        quotedProtocol.startsWith("TCP")
            ? ": Flags [S], seq 1000, win 64240, length 0\n"
            : ": UDP, length 32\n");
    return this;
  }

  /** A packet of somebody else, so that the capture goes on until then. */
  public Talk until(double seconds) {
    head(seconds, 64, "UDP (17)", 48);
    text.append("    192.0.2.99.999 > 192.0.2.98.998: UDP, length 20\n");
    return this;
  }

  private Talk tcp(double seconds, int ttl, String from, String to, String segment) {
    head(seconds, ttl, "TCP (6)", 60);
    text.append("    ").append(from).append(" > ").append(to).append(": ");
    text.append(segment).append('\n');
    return this;
  }

  private void head(double seconds, int ttl, String protocol, int length) {
    text.append(
        String.format(
            Locale.ROOT,
            "10:%02d:%09.6f IP (tos 0x0, ttl %d, id %d, offset 0, flags [DF], proto %s,"
                + " length %d)%n",
            (int) seconds / 60,
            seconds % 60,
            ttl,
            ttl == clientTtl ? clientId++ : ttl * 7919 % 60000 + ids[ttl]++,
            protocol,
            length));
  }

  private static String end(String host, int port) {
    return host + "." + port;
  }

  /** The text. */
  public String text() {
    return text.toString();
  }

  /** The text without what -v adds. */
  public String brief() {
    return text.toString().replaceAll("\\(tos[^)]*\\([0-9]+\\), length [0-9]+\\)\\R    ", "");
  }

  /** What became of the connections. */
  public ConnectionTable table() {
    return table(text(), Settings.STANDARD);
  }

  /** What became of the connections in a text. */
  public static ConnectionTable table(String text, Settings settings) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), settings);
    Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8))).forEachRemaining(analyzer::accept);
    return analyzer.report().connections();
  }

  /** The first connection. */
  public ConnectionSummary first() {
    return table().connections().get(0);
  }
}
