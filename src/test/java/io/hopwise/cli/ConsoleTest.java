package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.hopwise.Snippets;
import io.hopwise.cli.pipeline.Progress;
import io.hopwise.cli.process.Messages;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.cli.process.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees beside the data. */
class ConsoleTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Messages messages = new Messages(new PrintStream(err, true, UTF_8));

  @Test
  void noticesAreSilencedAndErrorsAreNot() {
    messages.notice("one");
    messages.quiet(true);
    messages.notice("two");
    messages.detail("three");
    messages.progress("half");
    messages.error("four");
    assertThat(err.toString(UTF_8)).isEqualTo("hopwise: one\nhopwise: four\n");
  }

  @Test
  void messagesAreSafeToLookAt() {
    messages.error("a\u001b[2J\nb");
    messages.plain("c\u202e\nd");
    assertThat(err.toString(UTF_8)).isEqualTo("hopwise: a^[[2J^Jb\nc<U+202E>\nd\n");
  }

  @Test
  void theProgressLineGivesWayToMessages() {
    messages.progress("half");
    messages.progress("more");
    messages.error("stop");
    messages.endProgress();
    assertThat(err.toString(UTF_8))
        .isEqualTo("\r\u001b[Khalf\r\u001b[Kmore\r\u001b[Khopwise: stop\n");
  }

  @Test
  void progressIsShownOnlyWhereSomebodyLooksAndNotAtOnce() {
    new Progress(messages, false).at(5, 5, OptionalLong.of(10));
    new Progress(messages, true).at(5, 5, OptionalLong.of(10));
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void theProgressLineTellsShareCountAndRate() {
    assertThat(Progress.line(1_234_567, 50, OptionalLong.of(200), 2000))
        .isEqualTo("hopwise: 25 %, 1,234,567 packets, 617,283 packets/s");
    assertThat(Progress.line(10, 50, OptionalLong.empty(), 0))
        .isEqualTo("hopwise: 10 packets, 10,000 packets/s");
    assertThat(Progress.line(1, 300, OptionalLong.of(200), 1000)).contains("100 %");
  }

  @Test
  void aStopRunsItsActionsOnceAndLateOnesAtOnce() {
    StopSignal stop = new StopSignal();
    int[] runs = {0, 0};
    stop.onStop(() -> runs[0]++);
    stop.stop();
    stop.stop();
    stop.onStop(() -> runs[1]++);
    assertThat(runs).containsExactly(1, 1);
    assertThat(stop.isStopped()).isTrue();
  }

  @Test
  void textIsEightyColumnsWideWhereThereIsNoTerminal() {
    assertThat(Terminal.none().columns()).isEqualTo(80);
    assertThat(Terminal.none().wantsColor()).isFalse();
    assertThat(Ran.terminal(ImmutableMap.of()).wantsColor()).isTrue();
  }

  /** A process of its own, since a test cannot choose what its streams are. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessKnowsWhatItsStreamsAreConnectedTo(@TempDir Path folder) throws Exception {
    Path in = Files.writeString(folder.resolve("in"), "");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java, "-XX:TieredStopAtLevel=1", "-cp", Snippets.classPath(), Streams.class.getName());
    builder.redirectInput(in.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("SAID_TO_THE_CHILD", "yes");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said).isEqualTo("FILE PIPE OTHER yes");
  }

  /** Says what its streams are. */
  public static final class Streams {
    private Streams() {}

    /** Says it on standard output. */
    public static void main(String[] args) {
      Terminal streams = Terminal.detect();
      System.out.print(streams.stdin() + " " + streams.stdout() + " " + streams.stderr());
      System.out.print(" " + streams.environment().get("SAID_TO_THE_CHILD"));
    }
  }
}
