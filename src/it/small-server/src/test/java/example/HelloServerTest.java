package example;

import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.data;
import static io.hopwise.testing.PacketMatcher.rst;
import static io.hopwise.testing.PacketMatcher.syn;
import static io.hopwise.testing.PacketMatcher.synAck;
import static io.hopwise.testing.PacketMatcher.tcp;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.capture.TcpdumpCapture;
import io.hopwise.testing.junit.Capture;
import io.hopwise.testing.junit.CaptureSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class HelloServerTest {
  @Test
  void answersWithoutReset() throws Exception {
    Optional<String> reason = TcpdumpCapture.whyUnavailable("lo");
    assumeTrue(reason.isEmpty(), () -> "no live capture here: " + reason.orElse(""));

    try (HelloServer server = new HelloServer();
        TcpdumpCapture live = TcpdumpCapture.start("lo", "tcp port " + server.port())) {
      get(server.port());

      assertThat(live.stop())
          .hasNoRejects()
          .containsOnly(tcp())
          .doesNotContain(rst())
          .inFlow("127.0.0.1", "127.0.0.1:" + server.port())
          .nextForward(syn())
          .nextBackward(synAck())
          .eventually(data())
          .eventually(data());
    }
  }

  @Test
  void firewallAnswersForTheServer(@Capture("refused.txt") PacketCapture capture) {
    assertThat(capture).hasNoRejects().hasFinding("forged-reset").onLine(3).withDistances(1, 3);
  }

  @ParameterizedTest(name = "{0}")
  @CaptureSource(glob = "src/test/resources/example/*.txt")
  void allCapturesAreRead(PacketCapture capture) {
    assertThat(capture).hasNoRejects();
  }

  /** Fails on purpose. */
  @Test
  void nobodyResets(@Capture("refused.txt") PacketCapture capture) {
    assertThat(capture)
        .as("the way to the server")
        .inFlow("10.9.1.1:55538", "10.9.4.2:22")
        .next(syn())
        .next(synAck());
  }

  private static void get(int port) throws Exception {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
            BodyHandlers.ofString());
  }
}
