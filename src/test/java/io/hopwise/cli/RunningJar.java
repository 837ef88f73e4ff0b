package io.hopwise.cli;

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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar as a process of its own, with its output in files. */
@Timeout(60)
abstract class RunningJar {
  static final Path JAR = Path.of("target/hopwise.jar");

  static final String PACKET =
      """
      IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 29)
          192.0.2.1.9 > 192.0.2.9.9: UDP, length 1
      """;

  @TempDir Path folder;

  @BeforeEach
  void theJarIsBuilt() {
    assumeTrue(Files.exists(JAR), "target/hopwise.jar is not built");
  }

  int shell(String script) throws Exception {
    return new ProcessBuilder("sh", "-c", script)
        .redirectOutput(file("out"))
        .redirectError(file("err"))
        .start()
        .waitFor();
  }

  /** A capture file that tcpdump takes seconds to print: UDP datagrams, without a link layer. */
  Path capture(int packets) throws IOException {
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

  static ProcessHandle awaitChild(Process hopwise) throws InterruptedException {
    while (hopwise.children().findAny().isEmpty()) {
      assertThat(hopwise.isAlive()).isTrue();
      Thread.sleep(5);
    }
    return hopwise.children().findAny().orElseThrow();
  }

  Process start(String... args) throws IOException {
    return new ProcessBuilder(command(args))
        .redirectOutput(file("out"))
        .redirectError(file("err"))
        .start();
  }

  static ImmutableList<String> command(String... args) {
    return ImmutableList.<String>builder().add(java(), "-jar", JAR.toString()).add(args).build();
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static void signal(String name, Process process) throws Exception {
    signal(name, process.pid());
  }

  /** To all at once, as a terminal does. */
  static void signal(String name, long... pids) throws Exception {
    ImmutableList.Builder<String> command = ImmutableList.builder();
    command.add("kill", "-" + name);
    Arrays.stream(pids).mapToObj(Long::toString).forEach(command::add);
    Process kill = new ProcessBuilder(command.build()).inheritIO().start();
    assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  File file(String name) {
    return folder.resolve(name).toFile();
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }
}
