package io.hopwise.cli;

import static io.hopwise.cli.Ran.hopwise;
import static io.hopwise.cli.Ran.onInput;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.hopwise.cli.input.Input;
import io.hopwise.cli.process.ExitCode;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.cli.process.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final String PACKET =
      """
      IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 29)
          192.0.2.1.9 > 192.0.2.9.9: UDP, length 1
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"parse", "analyze", "hops"})
  void aMissingFileIsNamed(String command) {
    assertThat(hopwise(command, "no-such.txt"))
        .isEqualTo(new Ran(3, "", "hopwise: cannot read no-such.txt: no such file\n"));
  }

  @Test
  void aDirectoryIsRefused() {
    assertThat(hopwise(folder.toString()))
        .isEqualTo(new Ran(3, "", "hopwise: " + folder + " is a directory: name a file in it\n"));
  }

  @Test
  void aFileThatMayNotBeReadIsNamed() throws IOException {
    Path file = file(PACKET.getBytes(UTF_8));
    assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "root reads all");
    assertThat(hopwise(file.toString()))
        .isEqualTo(new Ran(3, "", "hopwise: cannot read " + file + ": permission denied\n"));
  }

  @Test
  void aNameThatNoFileCanHaveIsNamed() {
    assertThat(hopwise("a\0b"))
        .isEqualTo(new Ran(3, "", "hopwise: cannot read a^@b: this cannot be a file name\n"));
  }

  @Test
  void anEmptyNameIsRefused() {
    assertThat(hopwise("parse", ""))
        .isEqualTo(new Ran(3, "", "hopwise: cannot read a file whose name is empty\n"));
  }

  @Test
  void aNameOfBytesThatTheLocaleDoesNotKnowIsExplained() {
    assertThat(hopwise("parse", "a\ufffdb").err())
        .startsWith("hopwise: cannot read a\ufffdb: ")
        .contains("This locale has no characters for some bytes of the name")
        .endsWith(": give the file on standard input\n");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Path file = file(new byte[0]);
    assertThat(hopwise("parse", file.toString()))
        .isEqualTo(new Ran(3, "", "hopwise: " + file + " is empty: there is nothing to read\n"));
  }

  @Test
  void nothingOnStandardInputStillLeavesADocument() {
    Ran ran = hopwise("--format", "ndjson");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.err()).isEqualTo("hopwise: standard input is empty: there is nothing to read\n");
    assertThat(ran.out())
        .startsWith("{\"type\":\"summary\",\"result\":\"cannot-judge\"")
        .endsWith("}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "7f454c4602010100, is neither text that tcpdump printed nor a capture file (pcap; pcapng)",
    "00, is neither text that tcpdump printed nor a capture file (pcap; pcapng)",
    "fd377a585a00, 'is compressed with xz: decompress it first, with xz -dc; or have org.tukaani:xz"
        + " on the class path'",
    "28b52ffd04, 'is compressed with Zstandard: decompress it first, with zstd -dc; or have"
        + " com.github.luben:zstd-jni on the class path'",
    "425a6839314159, 'is compressed with bzip2: decompress it first, with bzip2 -dc; or have"
        + " org.apache.commons:commons-compress on the class path'",
  })
  void binaryInputIsNamedWithItsKind(String hex, String message) {
    assertThat(onInput(HexFormat.of().parseHex(hex), "parse"))
        .isEqualTo(new Ran(3, "", "hopwise: standard input " + message.replace(';', ',') + "\n"));
  }

  @Test
  void textOfTwoBytesPerCharacterIsRead() {
    Ran plain = onInput(PACKET.getBytes(UTF_8), "parse");
    assertThat(onInput(("\ufeff" + PACKET).getBytes(UTF_16LE), "parse")).isEqualTo(plain);
    assertThat(onInput(PACKET.getBytes(UTF_16LE), "parse")).isEqualTo(plain);
    assertThat(onInput(("\ufeff" + PACKET).getBytes(UTF_16BE), "parse")).isEqualTo(plain);
  }

  @Test
  void textThatTcpdumpNeverPrintedIsNamed() throws IOException {
    Path file = file("Dear all,\nsee you on Monday.\n".getBytes(UTF_8));
    Ran ran = hopwise(file.toString());
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.err())
        .startsWith("hopwise: nothing in " + file + " is text as tcpdump prints it; line 1:")
        .contains(": expected a record (")
        .hasLineCount(1);
  }

  @Test
  void aRejectIsANoticeAndWithStrictAFailure() {
    String text = PACKET + "0x12 what\n" + PACKET + "0x34 this\n";
    Ran lenient = onInput(text, "parse");
    assertThat(lenient.exitCode()).isZero();
    assertThat(lenient.err().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("hopwise: 2 lines or records could not be read; the first: line 3:");
    assertThat(lenient.err().lines().skip(1)).first().isEqualTo("0x12 what");
    assertThat(lenient.err().lines().skip(2)).first().asString().matches(" *\\^");
    assertThat(onInput(text, "parse", "-q").err()).isEmpty();

    Ran strict = onInput(text, "parse", "--strict");
    assertThat(strict.exitCode()).isEqualTo(3);
    assertThat(strict.out()).isEqualTo(lenient.out());
    assertThat(onInput(text, "parse", "--strict", "-q").err().lines())
        .singleElement()
        .asString()
        .startsWith("hopwise: 2 lines or records could not be read; the first: line 3:");
    assertThat(onInput(PACKET, "parse", "--strict").exitCode()).isZero();
  }

  @Test
  void aRejectIsSafeToLookAt() {
    Ran ran = onInput(PACKET + "\u001b]0;owned\u0007 \u202e\n", "parse");
    assertThat(ran.err()).doesNotContain("\u001b", "\u0007", "\u202e").contains("]0;owned");
    assertThat(ran.out()).doesNotContain("\u001b", "\u0007", "\u202e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes"
            + "!run tcpdump -l -n -v -i eth0 | hopwise",
        "reading from file old.pcap, link-type EN10MB (Ethernet), snapshot length 262144"
            + "!run tcpdump -n -v -r old.pcap | hopwise",
        "reading from file a;rm -rf b.pcap, link-type EN10MB (Ethernet), snapshot length 262144"
            + "!run tcpdump with -v: tcpdump -l -n -v -i INTERFACE | hopwise, or for a capture file"
            + " tcpdump -n -v -r FILE | hopwise",
        "16:11:43.603016 IP 192.0.2.7.2 > 192.0.2.9.80: Flags [S], seq 1, win 1, length 0"
            + "!run tcpdump with -v: tcpdump -l -n -v -i INTERFACE | hopwise, or for a capture file"
            + " tcpdump -n -v -r FILE | hopwise",
      })
  void textWithoutTtlIsAnsweredWithTheCommandToRun(String line, String rest) {
    String text =
        line
            + "\n"
            + "16:11:43.603016 IP 192.0.2.7.1 > 192.0.2.9.80: Flags [S], seq 1, win 1, length 0\n";
    Ran ran = onInput(text, "analyze");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.CANNOT_JUDGE);
    assertThat(ran.err())
        .isEqualTo("hopwise: this was printed without -v, so it has no TTLs; " + rest + "\n");
    assertThat(onInput(text, "parse").err()).as("parse needs no TTL").isEmpty();
    assertThat(onInput(text, "analyze", "-q").err()).isEmpty();
  }

  @Test
  void tcpdumpsCountIsComparedWithTheRecordsRead() {
    assertThat(onInput(PACKET + "3 packets captured\n", "parse").err())
        .isEqualTo("hopwise: tcpdump counted 3 packets, but this text has 1\n");
    assertThat(onInput(PACKET + "1 packet captured\n", "parse").err()).isEmpty();
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    byte[] packed = gzip(PACKET.getBytes(UTF_8));
    assertThat(onInput(packed, "parse")).isEqualTo(onInput(PACKET, "parse"));
    assertThat(hopwise("parse", file(packed).toString())).isEqualTo(onInput(PACKET, "parse"));
  }

  @Test
  void textBeforeTheDamageInAGzipFileIsRead() throws IOException {
    byte[] packed = gzip(PACKET.repeat(3).getBytes(UTF_8));
    Ran ran = onInput(Arrays.copyOf(packed, packed.length - 6), "parse");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.out()).hasLineCount(3);
    assertThat(ran.err()).isEqualTo("hopwise: reading standard input failed: it ends too early\n");
  }

  @Test
  void gzipInGzipIsNamed() throws IOException {
    assertThat(onInput(gzip(gzip(PACKET.getBytes(UTF_8))), "parse"))
        .isEqualTo(
            new Ran(3, "", "hopwise: standard input is compressed twice: decompress it first\n"));
  }

  @Test
  void anInputThatFailsHalfWayIsReportedAfterWhatWasRead() {
    InputStream failing =
        new InputStream() {
          private boolean read;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            if (read) {
              throw new IOException("the disk is gone");
            }
            read = true;
            byte[] packet = PACKET.getBytes(UTF_8);
            System.arraycopy(packet, 0, bytes, offset, packet.length);
            return packet.length;
          }
        };
    Ran ran = Ran.in(Terminal.none(), failing, new StopSignal(), "parse");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.out()).hasLineCount(1);
    assertThat(ran.err()).isEqualTo("hopwise: reading standard input failed: the disk is gone\n");
  }

  @Test
  void aFileThatIsCutWhileItIsReadIsReportedAsSuch() throws IOException {
    InputStream left = new ByteArrayInputStream(new byte[3000]);
    Input input = Input.text("a.txt", left, Optional.empty(), OptionalLong.of(5000), false);
    assertThat(input.stream().read(new byte[2000], 0, 2000)).isEqualTo(2000);
    assertThat(input.failure()).as("left before its end").isEmpty();
    input.stream().readAllBytes();
    assertThat(input.failure())
        .contains("a.txt was truncated while it was read: only 3,000 of 5,000 bytes were left");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("input"), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
