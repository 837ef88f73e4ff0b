package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.hopwise.cli.input.LiveInput;
import io.hopwise.cli.input.SilenceHint;
import io.hopwise.cli.process.Messages;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.cli.process.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens while input is still coming, and how that ends. */
@Timeout(30)
class LiveTest {
  private static final String ONE =
      """
      22:13:20.000001 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 29)
          192.0.2.1.9 > 192.0.2.9.9: UDP, length 1
      """;
  private static final String TWO = ONE.replace("000001", "000002");

  private final StopSignal stop = new StopSignal();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aRecordIsOutBeforeTheNextOneComes() throws Exception {
    PipedOutputStream tcpdump = new PipedOutputStream();
    CompletableFuture<Ran> running = start(new PipedInputStream(tcpdump, 1 << 16), "parse");
    send(tcpdump, ONE);
    await(() -> lines() == 1);
    assertThat(out.toString(UTF_8)).contains("22:13:20.000001");
    send(tcpdump, TWO);
    await(() -> lines() == 2);
    tcpdump.close();
    assertThat(running.get().exitCode()).isZero();
    assertThat(lines()).isEqualTo(2);
  }

  @Test
  void afterAStopWhatIsOnItsWayIsReadAndTheExitCodeSaysSo() throws Exception {
    PipedOutputStream tcpdump = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(tcpdump, 1 << 16);
    CompletableFuture<Ran> running = start(in, "analyze", "--format", "ndjson");
    send(tcpdump, ONE);
    await(() -> available(in) == 0);
    stop.stop();
    send(tcpdump, TWO);
    Ran ran = running.get(10, TimeUnit.SECONDS);
    assertThat(ran.exitCode()).isEqualTo(130);
    assertThat(out.toString(UTF_8))
        .startsWith("{\"type\":\"summary\"")
        .contains("\"interrupted\":true", "\"packets\":2")
        .endsWith("}\n");
  }

  @Test
  void inputThatNeverEndsIsLeftAfterAStop() throws Exception {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            byte[] one = ONE.getBytes(UTF_8);
            System.arraycopy(one, 0, bytes, offset, one.length);
            return one.length;
          }
        };
    CompletableFuture<Ran> running = start(endless, "analyze");
    Thread.sleep(100);
    stop.stop();
    assertThat(running.get(10, TimeUnit.SECONDS).exitCode()).isEqualTo(130);
    assertThat(out.toString(UTF_8)).contains("CLEAN");
  }

  @Test
  void aFileIsLeftAtOnceAfterAStop() {
    stop.stop();
    Ran ran = Ran.in(Terminal.none(), InputStream.nullInputStream(), stop, "parse", "x");
    assertThat(ran).isEqualTo(new Ran(130, "", ""));
  }

  @Test
  void aFindingIsOutWhileTheInputRests() throws Exception {
    String capture = Files.readString(Path.of(Ran.RESET_CAPTURE));
    PipedOutputStream tcpdump = new PipedOutputStream();
    CompletableFuture<Ran> running =
        start(new PipedInputStream(tcpdump, 1 << 16), "analyze", "--format", "ndjson");
    send(tcpdump, capture);
    await(() -> out.toString(UTF_8).contains("\"rule\":\"forged-reset\""));
    assertThat(running).isNotDone();
    tcpdump.close();
    running.get();
    assertThat(out.toString(UTF_8).lines().filter(line -> line.contains("\"says\"")))
        .as("what was said already is not said again")
        .hasSize(1);
    assertThat(out.toString(UTF_8)).contains("\"type\":\"summary\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2000})
  void aFindingIsOutThoughTheInputNeverRests(int others) throws Exception {
    String untimed = ONE.substring(ONE.indexOf("IP"));
    PipedOutputStream tcpdump = new PipedOutputStream();
    CompletableFuture<Ran> running =
        start(new PipedInputStream(tcpdump, 1 << 16), "analyze", "--format", "ndjson");
    for (int i = 0; i < others; i++) {
      send(tcpdump, untimed.replace("192.0.2.1.", "198.18." + i / 200 + "." + i % 200 + "."));
    }
    send(tcpdump, Files.readString(Path.of(Ran.RESET_CAPTURE)));
    while (!out.toString(UTF_8).contains("\"rule\":\"forged-reset\"")) {
      send(tcpdump, untimed);
      Thread.sleep(5);
    }
    tcpdump.close();
    assertThat(running.get().exitCode()).isZero();
    assertThat(out.toString(UTF_8).lines().filter(line -> line.contains("\"says\"")))
        .as("what was said already is not said again, or more surely")
        .hasSizeBetween(1, 2);
  }

  @Test
  void textThatComesAllAtOnceIsAnsweredAsAFileIs() throws IOException {
    String capture = Files.readString(Path.of(Ran.RESET_CAPTURE));
    assertThat(Ran.onInput(capture)).isEqualTo(Ran.hopwise(Ran.RESET_CAPTURE));
  }

  @Test
  void aSilentPipeGetsOneHint() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    SilenceHint hint = new SilenceHint(new Messages(new PrintStream(err)), Terminal.none());
    hint.lasted(4999);
    assertThat(err.toString(UTF_8)).isEmpty();
    hint.lasted(5000);
    hint.lasted(9000);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "hopwise: no input yet. tcpdump buffers its output when it writes to a"
                + " pipe: run it with -l, and --immediate-mode if there are few packets, as in"
                + " tcpdump -l --immediate-mode -n -v -i eth0 | hopwise\n");
  }

  @Test
  void whoeverTypesIsToldWhatIsWaitedFor() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal typing =
        new Terminal(
            Terminal.StreamType.TERMINAL,
            Terminal.StreamType.TERMINAL,
            Terminal.StreamType.TERMINAL,
            ImmutableMap.of());
    SilenceHint hint = new SilenceHint(new Messages(new PrintStream(err)), typing);
    hint.lasted(600);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "hopwise: reading from the terminal: paste what tcpdump -v printed and end with"
                + " Ctrl-D, or name a file: hopwise capture.txt\n");
  }

  @Test
  void silenceIsMeasuredFromTheStartAndOnlyWhileNothingCame() throws Exception {
    PipedOutputStream tcpdump = new PipedOutputStream();
    long[] longest = {0, 0};
    LiveInput live =
        new LiveInput(
            new PipedInputStream(tcpdump), stop, millis -> longest[(int) longest[1]] = millis);
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> read(live));
    await(() -> longest[0] > 200);
    send(tcpdump, "a");
    assertThat(first.get()).isEqualTo('a');
    longest[1] = 1;
    CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> read(live));
    Thread.sleep(200);
    tcpdump.close();
    assertThat(second.get()).isEqualTo(-1);
    assertThat(longest[1]).as("no silence is told after the first byte").isEqualTo(1);
  }

  @Test
  void aClosedStandardOutputEndsItQuietly() throws IOException {
    InputStream in = Files.newInputStream(Path.of(Ran.RESET_CAPTURE));
    assertThat(Ran.in(Terminal.none(), in, closed(), stop, "parse")).isEqualTo(new Ran(0, "", ""));
  }

  private static OutputStream closed() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("Broken pipe");
      }
    };
  }

  @Test
  void theExitCodeIsRightEvenIfNobodyReadsTheReport() throws IOException {
    Path capture = Path.of(Ran.RESET_CAPTURE);
    for (String format : List.of("text", "json", "ndjson")) {
      InputStream in = Files.newInputStream(capture);
      assertThat(
              Ran.in(Terminal.none(), in, closed(), stop, "--fail-on", "low", "--format", format))
          .isEqualTo(new Ran(1, "", ""));
      in = Files.newInputStream(capture);
      assertThat(
              Ran.in(Terminal.none(), in, closed(), stop, "--fail-on", "high", "--format", format))
          .isEqualTo(new Ran(0, "", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "hops"})
  void rejectsAreReportedEvenIfNobodyReadsTheOutput(String command) {
    InputStream in = new ByteArrayInputStream("IP (tos 0x0, ttl\n".getBytes(UTF_8));
    Ran ran = Ran.in(Terminal.none(), in, closed(), stop, command, "--strict");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.err()).contains("line 1");
  }

  @Test
  void aPrintStreamThatFailedIsClosed() {
    PrintStream failed = new PrintStream(new ByteArrayOutputStream());
    failed.close();
    int exitCode =
        Main.run(
            new String[] {"parse", Ran.RESET_CAPTURE},
            InputStream.nullInputStream(),
            failed,
            new PrintStream(new ByteArrayOutputStream()));
    assertThat(exitCode).isZero();
  }

  @Test
  void aFullDiskIsNamed() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    InputStream in = Files.newInputStream(Path.of(Ran.RESET_CAPTURE));
    assertThat(Ran.in(Terminal.none(), in, full, stop, "parse"))
        .isEqualTo(
            new Ran(3, "", "hopwise: cannot write to standard output: No space left on device\n"));
  }

  @Test
  void aBugIsReportedAsABug() throws IOException {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("made for the test");
          }
        };
    InputStream in = Files.newInputStream(Path.of(Ran.RESET_CAPTURE));
    Ran ran = Ran.in(Terminal.none(), in, broken, stop, "parse");
    assertThat(ran.exitCode()).isEqualTo(70);
    assertThat(ran.err())
        .startsWith("hopwise: this is a bug in hopwise ")
        .contains("please report it:\njava.lang.IllegalStateException: made for the test\n");
  }

  private CompletableFuture<Ran> start(InputStream in, String... args) {
    return CompletableFuture.supplyAsync(() -> Ran.in(Terminal.none(), in, out, stop, args));
  }

  private long lines() {
    return out.toString(UTF_8).lines().count();
  }

  private static int available(InputStream in) {
    try {
      return in.available();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int read(InputStream in) {
    try {
      return in.read();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void send(OutputStream pipe, String text) throws IOException {
    pipe.write(text.getBytes(UTF_8));
    pipe.flush();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }
}
