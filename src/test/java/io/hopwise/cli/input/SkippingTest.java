package io.hopwise.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.input.GzipStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What is skipped of a stream is what would have been read. */
class SkippingTest {
  private static final String TEXT = "0123456789".repeat(100);

  private static InputStream text() {
    return new ByteArrayInputStream(TEXT.getBytes(UTF_8));
  }

  private static String behind(InputStream in, int count) throws IOException {
    in.skipNBytes(count);
    return new String(in.readAllBytes(), UTF_8);
  }

  @Test
  void bytesThatWereLookedAtAreSkippedFirst() throws IOException {
    for (int count : new int[] {0, 1, 3, 4, 511, 512, 513, 999, 1000}) {
      assertThat(behind(PeekedStream.of(text()), count)).isEqualTo(TEXT.substring(count));
    }
  }

  @Test
  void bytesThatWereSkippedAreCounted() throws IOException {
    SourceStream in = new SourceStream(text());
    assertThat(behind(in, 300)).isEqualTo(TEXT.substring(300));
    assertThat(in.count()).isEqualTo(1000);
    assertThat(in.hasEnded()).isTrue();
  }

  @Test
  void aFailureWhileSkippingEndsTheInput() {
    SourceStream in =
        new SourceStream(
            new FilterInputStream(text()) {
              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("gone");
              }
            });
    assertThat(in.skip(10)).isZero();
    assertThat(in.failure()).hasValueSatisfying(e -> assertThat(e).hasMessage("gone"));
  }

  @Test
  void compressedBytesAreSkippedUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int member = 0; member < 2; member++) {
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(TEXT.substring(500 * member, 500 * member + 500).getBytes(UTF_8));
      }
    }
    for (int count : new int[] {0, 1, 499, 500, 501, 1000}) {
      InputStream in = new GzipStream(new ByteArrayInputStream(packed.toByteArray()));
      assertThat(behind(in, count)).isEqualTo(TEXT.substring(count));
    }
  }
}
