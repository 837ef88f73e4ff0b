package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Tunnel;
import io.hopwise.parser.grammar.TcpdumpParserBase;
import org.junit.jupiter.api.Test;

/** However deep packets are packed, they are read without filling the stack. */
class DepthTest {
  private static final String LEVEL = "IP 192.0.2.1 > 192.0.2.2: ";

  @Test
  void tunnelsInTunnelsBeyondTheLimitAreKeptAsText() {
    String text =
        "10:00:00.000000 " + LEVEL.repeat(10_000) + "ICMP echo request, id 1, seq 1, length 64\n";
    Packet packet = Fixtures.packet(text);
    assertThat(packet.text().toString()).isEqualTo(text);
    assertThat(depth(packet)).isEqualTo(TcpdumpParserBase.DEEPEST);
    assertThat(packet.payload().toString()).contains("echo request");
    assertThat(packet).isEqualTo(Fixtures.packet(text));
  }

  @Test
  void tunnelsInTunnelsUpToTheLimitAreRead() {
    String text =
        "10:00:00.000000 "
            + LEVEL.repeat(TcpdumpParserBase.DEEPEST)
            + "ICMP echo request, id 1, seq 1, length 64\n";
    assertThat(depth(Fixtures.packet(text))).isEqualTo(TcpdumpParserBase.DEEPEST);
    assertThat(Fixtures.packet(text).payload().toString()).contains("seq=OptionalInt[1]");
  }

  private static int depth(IpPacket packet) {
    int depth = 1;
    Payload payload = packet.payload();
    while (payload instanceof Tunnel tunnel) {
      InnerPacket inner = tunnel.inner();
      payload = inner.payload();
      depth++;
    }
    return depth;
  }
}
