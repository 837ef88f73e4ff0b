package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import io.hopwise.cli.input.TcpdumpProcess;
import io.hopwise.cli.process.Terminal;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar as a process of its own: signals, pipes, and what it leaves behind. */
@Timeout(60)
class JarIT {
  private static final Path JAR = Path.of("target/hopwise.jar");
  private static final String PACKET =
      """
      IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 29)
          192.0.2.1.9 > 192.0.2.9.9: UDP, length 1
      """;

  /** Packets that take tcpdump some seconds. */
  private static final int MANY = 1_000_000;

  @TempDir Path folder;

  @BeforeEach
  void theJarIsBuilt() {
    assumeTrue(Files.exists(JAR), "target/hopwise.jar is not built");
  }

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
  void messagesOfTheJvmAreNotAmongTheData() throws Exception {
    Path launcher = Path.of("target/hopwise");
    assumeTrue(Files.isExecutable(launcher), "target/hopwise is not built");
    Process hopwise =
        new ProcessBuilder(launcher.toString(), "parse")
            .redirectOutput(file("out"))
            .redirectError(file("err"))
            .start();
    hopwise.getOutputStream().write(PACKET.getBytes(UTF_8));
    hopwise.getOutputStream().flush();
    while (out().isEmpty()) {
      Thread.sleep(20);
    }
    signal("QUIT", hopwise);
    while (!err().contains("Full thread dump")) {
      Thread.sleep(20);
    }
    hopwise.getOutputStream().close();
    assertThat(hopwise.waitFor()).isZero();
    assertThat(out().lines()).singleElement().asString().startsWith("{").endsWith("}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOPWISE_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"})
  void aGarbageCollectorChosenByTheUserReplacesOurs(String variable) throws Exception {
    Path launcher = Path.of("target/hopwise");
    assumeTrue(Files.isExecutable(launcher), "target/hopwise is not built");
    ProcessBuilder hopwise =
        new ProcessBuilder(launcher.toString(), Ran.RESET_CAPTURE)
            .redirectOutput(file("out"))
            .redirectError(file("err"));
    hopwise.environment().put(variable, "-Xmx64m -XX:+UseSerialGC");
    assertThat(hopwise.start().waitFor()).as(() -> "see " + file("err")).isZero();
    assertThat(out()).contains("forged-reset");
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
  void anArchiveOfAnotherMachineIsLeftAloneWithoutAWord() throws Exception {
    Path launcher = Path.of("target/hopwise");
    assumeTrue(Files.isExecutable(launcher), "target/hopwise is not built");
    Path copy = Files.copy(launcher, folder.resolve("hopwise"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(JAR, folder.resolve("hopwise.jar"));
    for (String archive : ImmutableList.of("", "no archive", "\u00ca\u00fe" + "x".repeat(99_999))) {
      Files.writeString(folder.resolve("hopwise.jsa"), archive);
      Process hopwise =
          new ProcessBuilder(
                  copy.toString(), Path.of(Ran.RESET_CAPTURE).toAbsolutePath().toString())
              .redirectOutput(file("out"))
              .redirectError(file("err"))
              .start();
      assertThat(hopwise.waitFor()).isZero();
      assertThat(out()).contains("forged-reset");
      assertThat(err()).isEmpty();
    }
  }

  @Test
  void thePipeHoldsAMegabyteWhileJavaDoesNotRead() throws Exception {
    Path launcher = Path.of("target/hopwise");
    assumeTrue(Files.isExecutable(launcher), "target/hopwise is not built");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "perl is not installed");
    assumeTrue(Files.exists(Path.of("/proc/sys/fs/pipe-max-size")), "pipes grow on Linux");
    Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n>started\nexec sleep 10\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    ProcessBuilder builder = new ProcessBuilder(launcher.toAbsolutePath().toString());
    builder.environment().put("JAVA_HOME", folder.toString());
    Process hopwise = builder.directory(folder.toFile()).redirectError(file("err")).start();
    while (!Files.exists(folder.resolve("started"))) {
      Thread.sleep(5);
    }
    try (OutputStream in = hopwise.getOutputStream()) {
      in.write(new byte[1_000_000]);
    }
    assertThat(hopwise.isAlive()).isTrue();
    hopwise.destroy();
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "HUP"})
  void anOutputNobodyReadsDoesNotDelayASignal(String signal) throws Exception {
    Path capture = Files.writeString(folder.resolve("big.txt"), PACKET.repeat(20_000));
    Process hopwise =
        new ProcessBuilder(command("parse", capture.toString())).redirectError(file("err")).start();
    while (hopwise.getInputStream().available() < 65_536) {
      Thread.sleep(20); // until the pipe is full
    }
    Thread.sleep(300);
    signal(signal, hopwise);
    assertThat(hopwise.waitFor(2, TimeUnit.SECONDS)).isTrue();
    assertThat(hopwise.exitValue()).isGreaterThan(128);
    assertThat(err()).isEmpty();
  }

  @Test
  void aClosedStandardInputIsNamed() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/fd")), "Linux tells what a stream is");
    assertThat(shell(String.join(" ", command("analyze")) + " <&-")).isEqualTo(3);
    assertThat(err())
        .isEqualTo("hopwise: standard input is closed: name a file, or give the text on a pipe\n");
    assertThat(shell(String.join(" ", command("analyze", Ran.RESET_CAPTURE)) + " <&-")).isZero();
  }

  @Test
  void aLauncherWithoutItsJarDoesNotEndAsIfItHadFoundSomething() throws Exception {
    Path copy = Files.copy(Path.of("src/main/sh/hopwise"), folder.resolve("hopwise"));
    assertThat(shell("sh " + copy + " " + Ran.RESET_CAPTURE)).isEqualTo(127);
    assertThat(err()).startsWith("hopwise: cannot read ").contains("hopwise.jar");
    assertThat(out()).isEmpty();
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
    assertThat(err()).contains("cannot read ", ": there is no such file\n");
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

  private int shell(String script) throws Exception {
    return new ProcessBuilder("sh", "-c", script)
        .redirectOutput(file("out"))
        .redirectError(file("err"))
        .start()
        .waitFor();
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
    assertThat(err()).startsWith("hopwise: nothing has come yet. ").contains(" -l, ");
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

  /** A capture file that tcpdump takes seconds to print: UDP datagrams, without a link layer. */
  private Path capture(int packets) throws IOException {
    assumeTrue(TcpdumpProcess.find(Terminal.none()).isPresent(), "tcpdump is not installed");
    HexFormat hex = HexFormat.of();
    byte[] packet =
        hex.parseHex(
            "00000000010000001d0000001d000000"
                + "4500001d000140003f11b7c4c0000201c000020900090009000900008a");
    Path capture = folder.resolve("capture.pcap");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(capture))) {
      out.write(hex.parseHex("d4c3b2a1020004000000000000000000ffff000065000000"));
      for (int i = 0; i < packets; i++) {
        out.write(packet);
      }
    }
    return capture;
  }

  private static ProcessHandle awaitChild(Process hopwise) throws InterruptedException {
    while (hopwise.children().findAny().isEmpty()) {
      assertThat(hopwise.isAlive()).isTrue();
      Thread.sleep(5);
    }
    return hopwise.children().findAny().orElseThrow();
  }

  private Process start(String... args) throws IOException {
    return new ProcessBuilder(command(args))
        .redirectOutput(file("out"))
        .redirectError(file("err"))
        .start();
  }

  private static ImmutableList<String> command(String... args) {
    return ImmutableList.<String>builder().add(java(), "-jar", JAR.toString()).add(args).build();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void signal(String name, Process process) throws Exception {
    signal(name, process.pid());
  }

  /** To all at once, as a terminal does. */
  private static void signal(String name, long... pids) throws Exception {
    ImmutableList.Builder<String> command = ImmutableList.builder();
    command.add("kill", "-" + name);
    Arrays.stream(pids).mapToObj(Long::toString).forEach(command::add);
    Process kill = new ProcessBuilder(command.build()).inheritIO().start();
    assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  private File file(String name) {
    return folder.resolve(name).toFile();
  }

  private String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }
}
