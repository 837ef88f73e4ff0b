package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.TcpOption;
import io.hopwise.parser.Fixtures;
import io.hopwise.report.MadeEntries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines are JSON, and Jackson's own generator makes the same bytes of it. */
class JsonLineTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void everyLineOfTheFixtureIsAsJacksonWritesIt(Path fixture) throws IOException {
    assertAsJackson(Fixtures.read(Fixtures.bytes(fixture)));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void linesOfHostileTextAreAsJacksonWritesThem(long seed) throws IOException {
    MadeEntries made = new MadeEntries(seed);
    assertAsJackson(IntStream.range(0, 2_000).mapToObj(i -> made.entry()).toList());
  }

  @Test
  void thereIsRoomForWhateverIsWritten() throws IOException {
    for (int room = 1; room < 40; room++) {
      JsonLine line = new JsonLine(room);
      line.begin();
      line.text(Keys.TEXT, "x".repeat(room));
      line.text(Keys.NOTE, "\u202e".repeat(9_000));
      line.number(Keys.SEQ, Long.MIN_VALUE);
      line.time(Keys.TIME, new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 1, 9));
      line.end();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      line.drainTo(out);
      assertThat(out.toString(UTF_8))
          .isEqualTo(
              "{\"text\":\"%s\",\"note\":\"%s\",\"seq\":-9223372036854775808,\"time\":\"00:00:00.000000001\"}\n",
              "x".repeat(room), "\\u202e".repeat(9_000));
      assertThat(line.size()).isZero();
    }
  }

  @Test
  void optionsHaveTheirOwnKinds() throws IOException {
    ImmutableList<TcpOption> options =
        ImmutableList.of(
            TcpOption.Flag.EOL,
            TcpOption.Flag.NOP,
            TcpOption.Flag.SACK_OK,
            new TcpOption.Mss(1460),
            new TcpOption.WindowScale(7),
            new TcpOption.Timestamps(3, 4),
            new TcpOption.Sack(ImmutableList.of()),
            new TcpOption.Value("cc", 5),
            new TcpOption.Md5("valid"));
    for (TcpOption option : options) {
      JsonLine line = new JsonLine(1);
      line.begin();
      TcpJson.writeOptions(line, ImmutableList.of(option));
      line.end();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      line.drainTo(out);
      assertThat(out.toString(UTF_8))
          .startsWith("{\"options\":[{\"kind\":\"" + option.kind() + "\"");
    }
  }

  @Test
  void whatCouldNotBeWrittenIsNotWrittenAgain() {
    JsonLine line = new JsonLine(1);
    line.begin();
    line.end();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("full");
          }
        };
    assertThatIOException().isThrownBy(() -> line.drainTo(full));
    assertThat(line.size()).isZero();
  }

  private void assertAsJackson(List<Entry> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NdjsonWriter writer = new NdjsonWriter(out)) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
    }
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSameSizeAs(entries);
    for (String line : lines) {
      assertThat(line).isEqualTo(Jackson.rewritten(line, false));
    }
  }
}
