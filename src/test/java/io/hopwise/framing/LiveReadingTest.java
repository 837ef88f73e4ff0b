package io.hopwise.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.LiveReaders;
import io.hopwise.packet.Packet;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record is given out as soon as it is whole, though the next one has not begun. */
class LiveReadingTest {
  private static final String HEAD =
      "10:00:00.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length"
          + " 33)\n";
  private static final String BODY = "    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";

  @Test
  void aWholeRecordIsGivenOutAfterSilence() {
    Script script = new Script(HEAD + BODY);
    CaptureReader reader = LiveReaders.of(script, Duration.ofMillis(1));
    assertThat(reader.next()).isInstanceOf(Packet.class);
    assertThat(script.askedInVain).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "tcpdump: 7 packets captured, 14 packets received by filter, 0 packets dropped by kernel\n"
      })
  void aLineThatMayContinueARecordDoesNotDelayIt(String line) {
    Script script = new Script(HEAD + BODY + line);
    CaptureReader reader = LiveReaders.of(script, Duration.ofMillis(1));
    assertThat(reader.next()).isInstanceOf(Packet.class);
    assertThat(script.askedInVain).isZero();
  }

  @Test
  void aHeadWaitsForItsAddresses() {
    Script script = new Script(HEAD, BODY);
    CaptureReader reader = LiveReaders.of(script, Duration.ofMillis(1));
    assertThat(reader.next()).isInstanceOf(Packet.class);
    assertThat(reader.summary().rejects()).isZero();
  }

  @Test
  void aQuotedHeaderWaitsForItsAddresses() {
    String error =
        "    192.0.2.7 > 192.0.2.8: ICMP 192.0.2.8 udp port 4002 unreachable, length 36\n";
    Script script = new Script(HEAD + error + "\t" + HEAD.substring(16), BODY);
    CaptureReader reader = LiveReaders.of(script, Duration.ofMillis(1));
    assertThat(((Packet) reader.next()).text().lines()).isEqualTo(4);
    assertThat(reader.hasNext()).isFalse();
  }

  @Test
  void aLineWaitsForItsEnd() {
    Script script = new Script(HEAD, BODY.substring(0, 20), BODY.substring(20));
    CaptureReader reader = LiveReaders.of(script, Duration.ofMillis(1));
    Packet packet = (Packet) reader.next();
    assertThat(packet.ip().dst().text()).isEqualTo("192.0.2.8");
  }

  @Test
  void theNextRecordNeedsNoSilence() {
    Script script = new Script(HEAD + BODY + HEAD + BODY + HEAD + BODY);
    CaptureReader reader = LiveReaders.of(script, Duration.ofDays(1));
    assertThat(reader.next()).isInstanceOf(Packet.class);
    assertThat(reader.next()).isInstanceOf(Packet.class);
    assertThat(script.askedInVain).isZero();
  }

  /** An input that has the next piece only once all before it has been read and waited for. */
  private static final class Script extends InputStream {
    private final Queue<byte[]> pieces = new ArrayDeque<>();
    private byte[] piece = {};
    private int at;
    private int askedInVain;

    Script(String... texts) {
      for (String text : texts) {
        pieces.add(text.getBytes(UTF_8));
      }
    }

    @Override
    public int available() {
      return piece.length - at;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in pieces");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (at == piece.length) {
        byte[] next = pieces.poll();
        if (next == null) {
          askedInVain++;
          return -1;
        }
        piece = next;
        at = 0;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, bytes, offset, count);
      at += count;
      return count;
    }
  }
}
