package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.ip.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without {@code -v} tcpdump prints a length behind what it otherwise prints alone. */
class Icmp6WithoutVerboseTest {
  private static List<IcmpMessage> messages(String name) throws IOException {
    try (CaptureReader reader = Hopwise.read(Path.of("testdata", "icmp6", name))) {
      return reader.stream()
          .map(entry -> ((Packet) entry).payload())
          .filter(IcmpMessage.class::isInstance)
          .map(IcmpMessage.class::cast)
          .collect(ImmutableList.toImmutableList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors", "echo"})
  void icmp6IsReadAlikeWithAndWithoutVerbose(String name) throws IOException {
    List<IcmpMessage> verbose = messages(name + ".txt");
    List<IcmpMessage> plain = messages(name + ".plain.txt");
    assertThat(plain).hasSameSizeAs(verbose).isNotEmpty();
    for (int i = 0; i < plain.size(); i++) {
      IcmpMessage mine = plain.get(i);
      IcmpMessage its = verbose.get(i);
      assertThat(mine.type()).isEqualTo(its.type());
      assertThat(mine.code()).isEqualTo(its.code());
      assertThat(mine.subject()).isEqualTo(its.subject());
      assertThat(mine.port()).isEqualTo(its.port());
      assertThat(mine.portProtocol()).isEqualTo(its.portProtocol());
      assertThat(mine.mtu()).isEqualTo(its.mtu());
      assertThat(mine.text()).doesNotContain("length");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors.plain.txt", "types.plain.txt", "discovery.plain.txt"})
  void theHostsOfAnIcmp6MessageAreAddresses(String name) throws IOException {
    for (IcmpMessage message : messages(name)) {
      assertThat(message.subject().map(Host::isAddress).orElse(true)).isTrue();
      assertThat(message.gateway().map(Host::isAddress).orElse(true)).isTrue();
    }
  }
}
