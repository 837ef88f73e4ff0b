package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.parser.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads read what one reads, in the same order. */
class ParallelReadingTest {
  private static final String RECORD =
      """
      10:00:00.000000 IP (tos 0x0, ttl 61, id %d, offset 0, flags [none], proto UDP (17), length 33)
          192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
      """;

  /** More than fits ahead, with messages inside and between. */
  private static byte[] text() {
    StringBuilder text = new StringBuilder("listening on eth0, link-type EN10MB (Ethernet)\n");
    for (int i = 0; i < 5000; i++) {
      text.append(RECORD.formatted(i)).append(i % 700 == 0 ? "what is this?\n" : "");
    }
    return text.append("5000 packets captured\n").toString().getBytes(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theEntriesAndTheSummaryAreTheSame(int threads) throws IOException {
    try (CaptureReader one = Hopwise.read(stream());
        CaptureReader several = Hopwise.read(stream()).parallel(threads)) {
      assertThat(ImmutableList.copyOf(several)).isEqualTo(ImmutableList.copyOf(one));
      assertThat(several.summary()).isEqualTo(one.summary());
      assertThat(several.summary().balances()).isTrue();
    }
  }

  static List<Path> texts() {
    return Fixtures.texts();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void severalThreadsReadAFixtureAsOneDoes(Path text) throws IOException {
    byte[] bytes = Fixtures.bytes(text);
    try (CaptureReader several = Hopwise.read(new ByteArrayInputStream(bytes)).parallel(2)) {
      assertThat(ImmutableList.copyOf(several)).isEqualTo(Fixtures.read(bytes));
    }
  }

  @Test
  void onlySoMuchIsReadAheadAsThreadsNeed() throws IOException {
    ByteArrayInputStream in = stream();
    int all = in.available();
    try (CaptureReader reader = Hopwise.read(in).parallel(1)) {
      reader.next();
      assertThat(in.available()).isGreaterThan(all / 2);
    }
  }

  @Test
  void whatWasReadBeforeAFailureComesFirst() {
    InputStream broken =
        new SequenceInputStream(
            stream(),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("unplugged");
              }

              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("unplugged");
              }
            });
    CaptureReader reader = Hopwise.read(broken).parallel(3);
    List<Entry> read = new ArrayList<>();
    assertThatThrownBy(() -> reader.forEachRemaining(read::add))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("unplugged");
    assertThat(read).hasSizeGreaterThan(4000);
  }

  @Test
  void aLiveCaptureIsForOneThread() {
    CaptureReader live = Hopwise.readLive(stream(), Duration.ofMillis(10));
    assertThatThrownBy(() -> live.parallel(2)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Hopwise.read(stream()).parallel(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteArrayInputStream stream() {
    return new ByteArrayInputStream(text());
  }
}
