package io.hopwise.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text without measure is cut up, named, and read on behind. */
class LimitsTest {
  private static final String RECORD =
      "10:00:00.000000 IP 192.0.2.7.1 > 192.0.2.8.2: UDP, length 5\n";

  @Test
  void aLineWithoutEndIsRejectedInPieces() {
    check(stream("x", 5 << 20, "\n" + RECORD), 5 << 20);
  }

  @Test
  void aFileOfNulsIsRejectedInPieces() {
    check(stream("\0", 3 << 20, "\n" + RECORD), 3 << 20);
  }

  @Test
  void aRecordWithoutEndIsRejected() {
    check(stream(RECORD + "\tmore\n".repeat(400_000), 1, RECORD), 400_000 * 6);
  }

  private static void check(InputStream in, long least) {
    CaptureReader reader = Hopwise.read(in);
    long length = 0;
    long longest = 0;
    Entry last = null;
    boolean named = false;
    while (reader.hasNext()) {
      last = reader.next();
      length += last.text().length();
      longest = Math.max(longest, last.text().length());
      named |=
          last instanceof Reject reject
              && reject.error().expected().contains("no line or record is longer than 1048576");
    }
    assertThat(last).isInstanceOf(Packet.class);
    assertThat(named).isTrue();
    assertThat(length).isGreaterThan(least);
    assertThat(longest).isLessThan(3L * RecordFramer.LONGEST);
  }

  private static InputStream stream(String unit, int times, String end) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(unit.repeat(times).getBytes(UTF_8)),
                new ByteArrayInputStream(end.getBytes(UTF_8)))));
  }
}
