package io.hopwise.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.testing.PacketCapture;
import io.hopwise.testing.RandomPackets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed and read again says the same. */
class RoundTripTest {
  private final TcpdumpRenderer renderer = TcpdumpRenderer.create();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomPacketsComeBackAsTheyWere(long seed) {
    List<Packet> packets = new RandomPackets(seed).capture(250);

    List<Packet> read = PacketCapture.of(packets).packets();

    assertThat(read).hasSameSizeAs(packets);
    for (int i = 0; i < packets.size(); i++) {
      Packet packet = packets.get(i);
      assertThat(read.get(i).saysTheSameAs(packet))
          .as("%s\nread as\n%s", packet, read.get(i))
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void randomPacketsComeBackInTheOtherSpelling(long seed) {
    TcpdumpRenderer other = TcpdumpRenderer.forRelease(TcpdumpRelease.V4_99_6);
    for (Packet packet : new RandomPackets(seed).capture(250)) {
      assertThat(((Packet) Hopwise.parse(other.render(packet))).saysTheSameAs(packet)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void fixturesComeBackAsTheyWere(Path fixture) throws IOException {
    try (CaptureReader reader = Hopwise.read(fixture)) {
      reader.forEachRemaining(this::comesBack);
    }
  }

  private void comesBack(Entry entry) {
    if (!(entry instanceof Packet packet)) {
      return;
    }
    String text = renderer.render(packet);
    assertThat(Hopwise.parse(text))
        .as("read from\n%s\nprinted as\n%s", packet.text(), text)
        .isInstanceOfSatisfying(
            Packet.class,
            again ->
                assertThat(again.saysTheSameAs(packet))
                    .as("read from\n%s\nprinted as\n%s\n%s\n%s", packet.text(), text, packet, again)
                    .isTrue());
  }

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("testdata"))) {
      return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }
}
