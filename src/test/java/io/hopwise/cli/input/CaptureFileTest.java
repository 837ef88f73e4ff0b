package io.hopwise.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.hopwise.cli.Ran;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.cli.process.Terminal;
import io.hopwise.input.FileKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Capture files, which the installed tcpdump prints. */
class CaptureFileTest {
  /** A UDP datagram from 192.0.2.1 to 192.0.2.9, TTL 63, in a file without a link layer. */
  private static final byte[] PCAP =
      HexFormat.of()
          .parseHex(
              "d4c3b2a1020004000000000000000000ffff000065000000"
                  + "0000000001000000"
                  + "1d0000001d000000"
                  + "4500001d000140003f11b7c4"
                  + "c0000201c0000209"
                  + "00090009000900008a");

  @TempDir Path folder;

  @BeforeEach
  void tcpdumpIsInstalled() {
    assumeTrue(TcpdumpProcess.find(Terminal.none()).isPresent(), "tcpdump is not installed");
  }

  @Test
  void aFileIsPrintedByTheInstalledTcpdump() throws IOException {
    Ran ran = Ran.hopwise("parse", Files.write(folder.resolve("a.pcap"), PCAP).toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .hasLineCount(1)
        .contains("\"src\":\"192.0.2.1\",\"dst\":\"192.0.2.9\"", "\"ttl\":63,", "\"udp\":");
  }

  @Test
  void aNameThatLooksLikeAnOptionIsAName() throws IOException {
    Path file = Files.write(folder.resolve("-w"), PCAP);
    assertThat(Ran.hopwise("parse", "--", file.toString()).out()).hasLineCount(1);
  }

  @Test
  void standardInputAndGzipWorkToo() throws IOException {
    String out = Ran.onInput(PCAP, "parse").out();
    assertThat(out).hasLineCount(1);
    byte[] packed = packed();
    assertThat(Ran.onInput(packed, "parse").out()).isEqualTo(out);
    Path file = Files.write(folder.resolve("a.pcap.gz"), packed);
    assertThat(Ran.hopwise("parse", file.toString()).out()).isEqualTo(out);
  }

  @Test
  void damageThatOnlyGzipSeesIsTold() throws IOException {
    byte[] packed = packed();
    packed[packed.length - 8] ^= 1; // the check sum
    Path file = Files.write(folder.resolve("damaged.pcap.gz"), packed);
    Ran ran = Ran.hopwise("parse", file.toString());
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.out()).hasLineCount(1);
    assertThat(ran.err()).isEqualTo("hopwise: reading " + file + " failed: Corrupt GZIP trailer\n");
  }

  private static byte[] packed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(PCAP);
    }
    return packed.toByteArray();
  }

  @Test
  void messagesOfTcpdumpAreShownAndItsFailureIsOurFailure() throws IOException {
    byte[] cut = Arrays.copyOf(PCAP, PCAP.length - 9);
    Ran ran = Ran.hopwise("parse", Files.write(folder.resolve("cut.pcap"), cut).toString());
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("tcpdump: ")
        .contains("truncated dump file");
    assertThat(ran.err())
        .endsWith("hopwise: tcpdump exited with code 1; its output up to there was read\n");
  }

  @Test
  void aMissingTcpdumpIsAnsweredWithHowToInstallIt() {
    Terminal nowhere =
        new Terminal(
            Terminal.StreamType.OTHER,
            Terminal.StreamType.OTHER,
            Terminal.StreamType.OTHER,
            ImmutableMap.of("PATH", folder.toString()));
    assertThat(TcpdumpProcess.find(nowhere, ImmutableList.of())).isEqualTo(Optional.empty());
    assertThat(InputOpener.howToInstall("x.pcap", FileKind.PCAP))
        .isEqualTo(
            "x.pcap is a pcap file. Reading it needs tcpdump, which is not installed. Install"
                + " it (Debian, Ubuntu: apt install tcpdump; Fedora, RHEL: dnf install tcpdump;"
                + " Alpine: apk add tcpdump), or run, where it is installed, tcpdump -nn -v -r FILE"
                + " and give its output to hopwise");
  }

  @Test
  void aProgramInAFolderOfThePathIsFoundFirst() throws IOException {
    Path program = Files.write(folder.resolve("tcpdump"), "#!/bin/sh\n".getBytes(UTF_8));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Terminal terminal =
        new Terminal(
            Terminal.StreamType.OTHER,
            Terminal.StreamType.OTHER,
            Terminal.StreamType.OTHER,
            ImmutableMap.of("PATH", ":" + folder));
    assertThat(TcpdumpProcess.find(terminal)).contains(program);
  }

  @Test
  void theChildIsGoneWhenTheCommandEndsEarly() throws Exception {
    InputStream endless =
        new InputStream() {
          private final InputStream head = new ByteArrayInputStream(PCAP);
          private boolean past;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = past ? -1 : head.read(bytes, offset, length);
            if (got > 0) {
              return got;
            }
            past = true;
            System.arraycopy(PCAP, 24, bytes, offset, PCAP.length - 24);
            return PCAP.length - 24;
          }
        };
    StopSignal stop = new StopSignal();
    long children = children();
    CompletableFuture<Ran> running =
        CompletableFuture.supplyAsync(() -> Ran.in(Terminal.none(), endless, stop, "parse"));
    while (children() == children) {
      Thread.sleep(5);
    }
    stop.stop();
    assertThat(running.get(10, TimeUnit.SECONDS).exitCode()).isEqualTo(130);
    assertThat(children()).isEqualTo(children);
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }
}
