package io.hopwise.testing;

import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.echoReply;
import static io.hopwise.testing.PacketMatcher.echoRequest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hopwise.input.InstalledTcpdump;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.capture.TcpdumpException;
import io.hopwise.testing.junit.Capture;
import io.hopwise.testing.junit.CaptureSource;
import io.hopwise.testing.packets.CaptureBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

class CaptureParametersTest {
  @Test
  void captureComesFromBesideTheTest(@Capture("ping.txt") PacketCapture capture) {
    assertThat(capture).hasPackets(2).contains(echoRequest()).contains(echoReply());
    assertThat(capture).hasToString("ping.txt");
  }

  @Test
  void captureComesFromTheRootOfTheClassPath(
      @Capture("io/hopwise/testing/ping.txt") PacketCapture capture) {
    assertThat(capture).hasPackets(2);
  }

  @Test
  void captureComesFromAPath(
      @Capture("src/test/resources/io/hopwise/testing/ping.txt") PacketCapture capture) {
    assertThat(capture).hasPackets(2);
  }

  @ParameterizedTest(name = "{0}")
  @CaptureSource(glob = "src/test/resources/io/hopwise/**/*.txt")
  void capturesComeFromPaths(PacketCapture capture, TestInfo info) {
    assertThat(capture).hasNoRejects();
    assertThat(info.getDisplayName()).startsWith("src/test/resources/io/hopwise/");
  }

  @ParameterizedTest(name = "{0}")
  @CaptureSource(glob = "io/hopwise/testing/ping.{txt,pcap}")
  void capturesComeFromTheClassPath(PacketCapture capture, TestInfo info) {
    assertThat(capture).hasNoRejects();
    assertThat(info.getDisplayName()).isEqualTo("io/hopwise/testing/ping.txt");
  }

  @Test
  void captureStandsInATextBlock() {
    PacketCapture capture =
        PacketCapture.of(
            """
            22:13:20.000000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto ICMP (1), length 84)
                192.0.2.10 > 198.51.100.20: ICMP echo request, id 1, seq 1, length 64
            """);

    assertThat(capture).hasNoRejects().hasPackets(1).packet(1).is(echoRequest().ttl(64));
  }

  @Test
  void gzipIsUnpacked(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ping.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          PacketCapture.of(new CaptureBuilder().ping("192.0.2.1", "192.0.2.2", 2, 60).packets())
              .text()
              .getBytes(UTF_8));
    }

    assertThat(PacketCapture.read(file)).hasPackets(4).hasToString("ping.txt.gz");

    Files.writeString(file, "22:13:20.000000 IP", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> PacketCapture.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("what stands behind the compressed text is not gzip");
  }

  @Test
  void pcapIsPrintedByTcpdump(@TempDir Path folder) throws IOException {
    assumeTrue(InstalledTcpdump.find().isPresent(), "tcpdump is not installed");
    Path file = folder.resolve("ping.pcap");
    Wire.write(file, new CaptureBuilder().ping("192.0.2.1", "192.0.2.2", 2, 60).packets());

    assertThat(PacketCapture.read(file))
        .hasPackets(4)
        .inFlow("192.0.2.1", "192.0.2.2")
        .next(echoRequest())
        .next(echoReply().ttl(60));
  }

  @Test
  void damagedPcapIsRefusedWithTcpdumpsReason(@TempDir Path folder) throws IOException {
    assumeTrue(InstalledTcpdump.find().isPresent(), "tcpdump is not installed");
    Path file = folder.resolve("damaged.pcap");
    Files.write(file, new byte[] {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 2, 0});

    assertThatThrownBy(() -> PacketCapture.read(file))
        .isInstanceOf(TcpdumpException.class)
        .hasMessageStartingWith("tcpdump ended with 1: tcpdump: truncated dump file");
  }
}
