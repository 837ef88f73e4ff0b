package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher beside the jar: JVM options, the archive, and the pipe. */
class LauncherIT extends RunningJar {
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

  @Test
  void aLauncherWithoutItsJarDoesNotEndAsIfItHadFoundSomething() throws Exception {
    Path copy = Files.copy(Path.of("src/main/sh/hopwise"), folder.resolve("hopwise"));
    assertThat(shell("sh " + copy + " " + Ran.RESET_CAPTURE)).isEqualTo(127);
    assertThat(err()).startsWith("hopwise: cannot read ").contains("hopwise.jar");
    assertThat(out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_392", "11.0.2"})
  void aJvmThatIsTooOldDoesNotEndAsIfItHadFoundSomething(String version) throws Exception {
    Path copy = Files.copy(Path.of("src/main/sh/hopwise"), folder.resolve("hopwise"));
    Files.writeString(folder.resolve("hopwise.jar"), "not read");
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 1\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Path release = folder.resolve("jdk/release");
    String home = "JAVA_HOME=" + folder.resolve("jdk");
    String command = home + " sh " + copy + " " + Ran.RESET_CAPTURE;
    Files.writeString(release, "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nOS=\"y\"\n");
    assertThat(shell(command)).isEqualTo(127);
    assertThat(err()).contains("is too old: Java 17 or newer is needed");
    Files.writeString(release, "JAVA_VERSION=\"17.0.15\"\n");
    assertThat(shell(command)).isEqualTo(1);
  }

  @Test
  void aLauncherWithoutJavaDoesNotEndAsIfItHadFoundSomething() throws Exception {
    Path copy = Files.copy(Path.of("src/main/sh/hopwise"), folder.resolve("hopwise"));
    Files.writeString(folder.resolve("hopwise.jar"), "not read");
    String command = "JAVA_HOME=/nowhere sh " + copy + " " + Ran.RESET_CAPTURE;
    assertThat(shell(command)).isEqualTo(127);
    assertThat(shell("true | " + command)).isEqualTo(127);
    assertThat(out()).isEmpty();
  }
}
