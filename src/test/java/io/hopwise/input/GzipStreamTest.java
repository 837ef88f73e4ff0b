package io.hopwise.input;

import static io.hopwise.cli.Ran.onInput;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import io.hopwise.cli.Ran;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipStreamTest {
  private static final String PACKET =
      """
      IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 29)
          192.0.2.1.9 > 192.0.2.9.9: UDP, length 1
      """;

  private static final String TWICE = PACKET + PACKET;

  @Test
  void membersAndPaddingAreReadInPiecesOfAnyLength() throws IOException {
    byte[] all = Bytes.concat(gzip(PACKET), gzip(PACKET), gzip(""), new byte[600]);
    for (int piece = 1; piece < 100; piece++) {
      assertThat(new GzipStream(new Pieces(all, piece)).readAllBytes())
          .as("%d bytes at once", piece)
          .isEqualTo(TWICE.getBytes(UTF_8));
    }
  }

  @Test
  void aPauseBetweenTwoMembersIsNotTheEnd() throws IOException {
    byte[] member = gzip(PACKET);
    InputStream pausing = new Pieces(Bytes.concat(member, member), member.length);
    assertThat(new GzipStream(pausing).readAllBytes()).isEqualTo(TWICE.getBytes(UTF_8));
  }

  @Test
  void dataAfterTheLastMemberIsAnError() throws IOException {
    String rows = onInput(PACKET, "parse").out();
    for (int length : new int[] {1, 2, 8, 9, 10, 17, 18, 19, 27, 39}) {
      byte[] rest = PACKET.substring(0, length).getBytes(UTF_8);
      assertThat(onInput(Bytes.concat(gzip(PACKET), rest), "parse"))
          .as("%d bytes", length)
          .isEqualTo(
              new Ran(
                  3,
                  rows,
                  "hopwise: reading standard input failed: what stands behind the compressed text"
                      + " is not gzip\n"));
    }
  }

  @Test
  void dataAfterPaddingIsAnErrorToo() throws IOException {
    byte[] all = Bytes.concat(gzip(PACKET), new byte[30], new byte[] {1});
    for (int piece = 1; piece < all.length; piece++) {
      InputStream in = new GzipStream(new Pieces(all, piece));
      assertThatThrownBy(in::readAllBytes)
          .as("%d bytes at once", piece)
          .hasMessageContaining("is not gzip");
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  /** Gives so many bytes at once, and has none at hand when asked: a pipe before a pause. */
  private static final class Pieces extends FilterInputStream {
    private final int most;

    Pieces(byte[] bytes, int most) {
      super(new ByteArrayInputStream(bytes));
      this.most = most;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in.read(bytes, offset, Math.min(length, most));
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
