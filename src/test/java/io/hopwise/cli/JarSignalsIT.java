package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar when it is told to stop, or its reader stops: what it leaves behind. */
class JarSignalsIT extends RunningJar {
  /** Packets that take tcpdump some seconds. */
  private static final int MANY = 1_000_000;

  @Test
  void anInterruptDrainsAndLeavesOneValidDocument() throws Exception {
    Process hopwise = start("analyze", "--format", "json");
    OutputStream in = hopwise.getOutputStream();
    in.write(PACKET.getBytes(UTF_8));
    in.flush();
    Thread.sleep(1500);
    signal("INT", hopwise);
    assertThat(hopwise.waitFor()).isEqualTo(130);
    assertThat(out()).startsWith("{\n").contains("\"interrupted\" : true").endsWith("\n}\n");
    assertThat(out()).contains("\"packets\" : 1");
    assertThat(err()).isEmpty();
  }

  @Test
  void aTerminationDrainsAndLeavesOneValidDocumentToo() throws Exception {
    Process hopwise = start("parse");
    OutputStream in = hopwise.getOutputStream();
    in.write(PACKET.getBytes(UTF_8));
    in.flush();
    Thread.sleep(1500);
    signal("TERM", hopwise);
    assertThat(hopwise.waitFor()).isEqualTo(143);
    assertThat(out().lines()).hasSize(1);
    assertThat(err()).isEmpty();
  }

  @Test
  void aReaderThatHasSeenEnoughEndsItQuietly() throws Exception {
    Path capture = Files.writeString(folder.resolve("big.txt"), PACKET.repeat(200_000));
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                String.join(" ", command("parse", capture.toString()))
                    + " | head -n 1; echo done >&2")
            .redirectOutput(file("out"))
            .redirectError(file("err"))
            .start();
    assertThat(shell.waitFor()).isZero();
    assertThat(out().lines()).hasSize(1);
    assertThat(err()).isEqualTo("done\n");
  }

  @Test
  void tcpdumpIsEndedWithoutAWordOfIt() throws Exception {
    Path capture = capture(MANY);
    Process shell =
        new ProcessBuilder(
                "sh", "-c", String.join(" ", command("parse", capture.toString())) + " | head -n 1")
            .redirectOutput(file("out"))
            .redirectError(file("err"))
            .start();
    assertThat(shell.waitFor()).isZero();
    assertThat(out().lines()).hasSize(1);
    assertThat(err()).isEmpty();
  }

  @Test
  void aTerminationEndsTcpdumpToo() throws Exception {
    Process hopwise = start("parse", capture(MANY).toString());
    ProcessHandle tcpdump = awaitChild(hopwise);
    signal("TERM", hopwise);
    assertThat(hopwise.waitFor()).isEqualTo(143);
    tcpdump.onExit().get(10, TimeUnit.SECONDS);
    assertThat(out()).matches("(?s)|.*\\}\n");
    assertThat(err()).isEmpty();
  }

  @Test
  void tcpdumpDoesNotOutliveWhoeverWasKilled() throws Exception {
    Process hopwise = start("analyze", capture(MANY).toString());
    ProcessHandle tcpdump = awaitChild(hopwise);
    hopwise.destroyForcibly().waitFor();
    tcpdump.onExit().get(10, TimeUnit.SECONDS);
    assertThat(tcpdump.isAlive()).isFalse();
  }

  @Test
  void anInterruptThatTcpdumpGetsTooLeavesNoWordOfIt() throws Exception {
    Process hopwise = start("parse");
    hopwise.getOutputStream().write(Files.readAllBytes(capture(1)));
    hopwise.getOutputStream().flush();
    while (out().isEmpty()) {
      assertThat(hopwise.isAlive()).isTrue();
      Thread.sleep(20);
    }
    signal("INT", hopwise.pid(), awaitChild(hopwise).pid());
    assertThat(hopwise.waitFor()).isIn(130, 0); // the end of its input may be seen first
    assertThat(out().lines()).hasSize(1);
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "HUP"})
  void anOutputNobodyReadsDoesNotDelayASignal(String signal) throws Exception {
    Path capture = Files.writeString(folder.resolve("big.txt"), PACKET.repeat(20_000));
    Process hopwise =
        new ProcessBuilder(command("parse", capture.toString())).redirectError(file("err")).start();
    // Until the pipe is full. It holds 16 pages, of which some may not be filled to their end.
    while (hopwise.getInputStream().available() < 32_768) {
      Thread.sleep(20);
    }
    Thread.sleep(300);
    signal(signal, hopwise);
    assertThat(hopwise.waitFor(2, TimeUnit.SECONDS)).isTrue();
    assertThat(hopwise.exitValue()).isGreaterThan(128);
    assertThat(err()).isEmpty();
  }
}
