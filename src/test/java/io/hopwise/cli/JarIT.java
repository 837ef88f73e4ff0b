package io.hopwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar: files, pipes, and memory. */
class JarIT extends RunningJar {
  @Test
  void theFoundingCaseIsAnswered() throws Exception {
    Process hopwise = start("analyze", Ran.RESET_CAPTURE);
    hopwise.getOutputStream().close();
    assertThat(hopwise.waitFor()).isZero();
    assertThat(out())
        .contains("forged-reset", "TTL 63: 1 router", "TTL 61: 3 routers", "FINDINGS: 1 medium");
    assertThat(err()).isEmpty();
  }

  @Test
  void aFileRedirectedToStandardInputIsNotLive() throws Exception {
    Process hopwise =
        new ProcessBuilder(command("--format", "ndjson", "-"))
            .redirectInput(new File(Ran.RESET_CAPTURE))
            .redirectOutput(file("out"))
            .redirectError(file("err"))
            .start();
    assertThat(hopwise.waitFor()).isZero();
    assertThat(out().lines()).hasSize(2);
  }

  /** A capture that goes on only much later: what was captured so far is to be seen. */
  @Test
  void aLiveCaptureFileIsNotHeldBack() throws Exception {
    byte[] start = Files.readAllBytes(capture(1));
    Process hopwise = start("parse");
    hopwise.getOutputStream().write(start);
    hopwise.getOutputStream().flush();
    while (out().isEmpty()) {
      assertThat(hopwise.isAlive()).isTrue();
      Thread.sleep(20);
    }
    hopwise.getOutputStream().close();
    assertThat(hopwise.waitFor()).isZero();
    assertThat(out().lines()).hasSize(1);
  }

  @Test
  void aClosedStandardInputIsNamed() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/fd")), "Linux tells what a stream is");
    assertThat(shell(String.join(" ", command("analyze")) + " <&-")).isEqualTo(3);
    assertThat(err())
        .isEqualTo("hopwise: standard input is closed: name a file, or give the text on a pipe\n");
    assertThat(shell(String.join(" ", command("analyze", Ran.RESET_CAPTURE)) + " <&-")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
  void aFileOpensWhateverBytesItsNameHas(String locale) throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/cmdline")), "Linux tells what was typed");
    String name = folder + "/caf\\351-\\303\\251";
    String hopwise = String.join(" ", command("parse", "--format", "csv"));
    shell("cp " + Ran.RESET_CAPTURE + " \"$(printf '" + name + "')\"");
    String read = "LC_ALL=" + locale + " " + hopwise + " \"$(printf '" + name + "')\"";
    assertThat(shell(read)).as(err()).isZero();
    assertThat(out().lines()).hasSize(15);
    assertThat(shell(read.replace("351", "352"))).isEqualTo(3);
    assertThat(err()).contains("cannot read ", ": no such file\n");
  }

  @Test
  void aCaptureFileOpensWhateverBytesItsNameHas() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/cmdline")), "Linux tells what was typed");
    String name = "\"$(printf '" + folder + "/caf\\351.pcap')\"";
    shell("cp " + capture(3) + " " + name);
    assertThat(shell("LC_ALL=C " + String.join(" ", command("parse")) + " " + name)).isZero();
    assertThat(out().lines()).hasSize(3);
    assertThat(err()).isEmpty();
  }

  @Test
  void aFullDiskIsNamed() throws Exception {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "/dev/full is Linux's");
    Process hopwise =
        new ProcessBuilder(command("parse", Ran.RESET_CAPTURE))
            .redirectOutput(new File("/dev/full"))
            .redirectError(file("err"))
            .start();
    assertThat(hopwise.waitFor()).isEqualTo(3);
    assertThat(err())
        .isEqualTo("hopwise: cannot write to standard output: No space left on device\n");
  }

  @Test
  void aSilentPipeGetsAHint() throws Exception {
    Process hopwise = start("parse");
    while (err().isEmpty()) {
      Thread.sleep(50);
    }
    assertThat(err()).startsWith("hopwise: no input yet. ").contains(" -l, ");
    hopwise.getOutputStream().close();
    assertThat(hopwise.waitFor()).isEqualTo(3);
  }

  @Test
  void memoryDoesNotGrowWithTheInput() throws Exception {
    Path capture = Files.writeString(folder.resolve("big.txt"), PACKET.repeat(400_000));
    ImmutableList<String> command =
        ImmutableList.<String>builder()
            .add(java(), "-Xmx24m", "-jar", JAR.toString(), "parse", capture.toString())
            .build();
    Process hopwise =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(file("err"))
            .start();
    assertThat(hopwise.waitFor()).isZero();
    assertThat(err()).isEmpty();
  }
}
