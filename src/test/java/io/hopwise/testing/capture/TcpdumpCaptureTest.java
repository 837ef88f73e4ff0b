package io.hopwise.testing.capture;

import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.ack;
import static io.hopwise.testing.PacketMatcher.data;
import static io.hopwise.testing.PacketMatcher.echoReply;
import static io.hopwise.testing.PacketMatcher.fin;
import static io.hopwise.testing.PacketMatcher.syn;
import static io.hopwise.testing.PacketMatcher.synAck;
import static io.hopwise.testing.PacketMatcher.tcp;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.net.InetAddresses;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpdumpCaptureTest {
  @BeforeEach
  void capturingMustBePossible() {
    Optional<String> reason = TcpdumpCapture.whyUnavailable("lo");
    assumeTrue(reason.isEmpty(), () -> "no live capture here: " + reason.orElse(""));
  }

  @Test
  void httpExchangeIsCapturedWhole() throws Exception {
    HttpServer server = server();
    int port = server.getAddress().getPort();
    try (TcpdumpCapture live = TcpdumpCapture.start("lo", "tcp port " + port)) {
      int status = get(port);
      PacketCapture capture = live.stop();

      assertThat(status).isEqualTo(200);
      assertThat(capture).hasNoRejects().containsOnly(tcp()).hasPackets(1, syn());
      assertThat(capture)
          .inFlow(client(capture), "127.0.0.1:" + port)
          .nextForward(syn())
          .nextBackward(synAck())
          .within(Duration.ofSeconds(1))
          .nextForward(ack())
          .eventually(data().from(client(capture)))
          .eventually(data().to(client(capture)));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void lastPacketBeforeTheEndIsCaptured() throws Exception {
    for (int round = 0; round < 2; round++) {
      try (TcpdumpCapture live = TcpdumpCapture.start("lo", "udp port 9");
          DatagramSocket socket = new DatagramSocket()) {
        for (int i = 1; i <= 500; i++) {
          socket.send(new DatagramPacket(new byte[1], 1, InetAddresses.forString("127.0.0.1"), 9));
        }
        PacketCapture capture = live.stop();

        assertThat(capture).hasNoRejects();
        assertThat(capture.packets())
            .filteredOn(packet -> packet.payload() instanceof io.hopwise.packet.UdpDatagram)
            .hasSize(500);
        assertThat(live.child().isAlive()).isFalse();
      }
    }
  }

  @Test
  void childIsGoneWhenTheTestFails() throws Exception {
    TcpdumpCapture live = TcpdumpCapture.start("lo", "icmp");
    ProcessHandle child = live.child();
    assertThat(child.isAlive()).isTrue();

    live.close();

    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void nothingSentIsAnEmptyCapture() throws Exception {
    try (TcpdumpCapture live = TcpdumpCapture.start("lo", "tcp port 1 and tcp port 2")) {
      assertThat(live.stop()).hasPackets(0).doesNotContain(echoReply()).doesNotContain(fin());
    }
  }

  @Test
  void captureThatEndedByItselfIsNotHandedOver() throws Exception {
    try (TcpdumpCapture live = TcpdumpCapture.start("lo", "icmp")) {
      live.child().destroyForcibly();
      live.child().onExit().get();

      assertThatThrownBy(live::stop)
          .isInstanceOf(TcpdumpException.class)
          .hasMessageStartingWith("tcpdump on lo, icmp ended by itself: ")
          .hasMessageNotContaining("The last lines");
    }
  }

  @Test
  void whatWasCapturedBeforeAFailureIsKept() throws Exception {
    try (TcpdumpCapture live = TcpdumpCapture.start("lo", "udp port 9");
        DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(new byte[1], 1, InetAddresses.forString("127.0.0.1"), 9));
      while (live.soFar().packets().isEmpty()) {
        Thread.sleep(20);
      }
      live.child().destroy();
      live.child().onExit().get();

      assertThatThrownBy(live::stop)
          .isInstanceOfSatisfying(
              TcpdumpException.class,
              failure -> assertThat(failure.capture().orElseThrow()).hasPackets(1))
          .hasMessageContaining("The last lines captured, of ")
          .hasMessageContaining(" > 127.0.0.1.9: ");
    }
  }

  @Test
  void whatLooksLikeAnOptionIsAnInterfaceAndAFilter(@TempDir Path folder) {
    String write = "-w" + folder.resolve("written");
    assertThat(TcpdumpCapture.whyUnavailable(write).orElseThrow())
        .startsWith("cannot capture: tcpdump on " + write + ": ");
    assertThatThrownBy(() -> TcpdumpCapture.start("lo", write))
        .isInstanceOf(TcpdumpException.class)
        .hasMessageContaining("syntax error");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void reasonForNotStartingIsClear() {
    assertThatThrownBy(() -> TcpdumpCapture.start("lo", "tcp prot 80"))
        .isInstanceOf(TcpdumpException.class)
        .hasMessageStartingWith("cannot capture: tcpdump on lo, tcp prot 80: ")
        .hasMessageContaining("syntax error");
    assertThatThrownBy(() -> TcpdumpCapture.start("nosuch0", ""))
        .isInstanceOf(TcpdumpException.class)
        .hasMessageContaining("nosuch0")
        .message()
        .as("libpcap says it twice")
        .containsOnlyOnce("No such device");
    assertThat(TcpdumpCapture.whyUnavailable("nosuch0").orElseThrow()).contains("nosuch0");
  }

  private static String client(PacketCapture capture) {
    return Endpoint.sourceOf(capture.packets().get(0));
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddresses.forString("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "hello".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static int get(int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
