package io.hopwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.net.InetAddresses;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.TcpdumpCapture;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A capture of the library's own, stopped without losing anything. */
@Timeout(60)
class LiveCaptureTest {
  private static final int MANY = 300;

  @BeforeEach
  void capturingMustBePossible() {
    Optional<String> reason = TcpdumpCapture.whyUnavailable("lo");
    assumeTrue(reason.isEmpty(), () -> "no live capture here: " + reason.orElse(""));
  }

  @Test
  void aStopLosesNothing() throws IOException {
    try (LiveCapture live = Hopwise.tcpdump("lo", "udp port 9")) {
      send(MANY);
      live.stop();
      int packets = 0;
      for (Entry entry : live.entries()) {
        packets += entry instanceof Packet ? 1 : 0;
      }
      assertThat(packets + live.dropped()).isEqualTo(MANY);
      assertThat(live.dropped()).isZero();
      assertThat(live.hasNext()).isFalse();
    }
  }

  @Test
  void aPacketIsGivenOutWhileItRuns() throws IOException {
    try (LiveCapture live = Hopwise.tcpdump("lo", "udp port 9")) {
      send(1);
      assertThat(live.next()).isInstanceOf(Packet.class);
    }
  }

  @Test
  void whatCannotBeCapturedIsRefused() {
    assertThatThrownBy(() -> Hopwise.tcpdump("nosuch0", ""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nosuch0");
    assertThatThrownBy(() -> Hopwise.tcpdump("lo", "tcp prot 80"))
        .hasMessageContaining("syntax error");
  }

  private static void send(int packets) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int i = 0; i < packets; i++) {
        socket.send(new DatagramPacket(new byte[1], 1, InetAddresses.forString("127.0.0.1"), 9));
      }
    }
  }
}
