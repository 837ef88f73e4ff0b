package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** What was read is held against what tcpdump says it captured. */
class LossAccountTest {
  private static final String BEGIN =
      "listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes\n";
  private static final String PACKET =
      "10:00:00.000000 IP 192.0.2.7.1 > 192.0.2.8.2: UDP, length 5\n";
  private static final String ARP =
      "10:00:00.000000 ARP, Request who-has 192.0.2.8 tell 192.0.2.7, length 28\n";

  private static ReadingSummary summary(String text) {
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    reader.forEachRemaining(entry -> {});
    return reader.summary();
  }

  @Test
  void recordsOfOtherProtocolsCountAsCaptured() {
    ReadingSummary summary = summary(BEGIN + PACKET + ARP + "\n2 packets captured\n");
    assertThat(summary.packets()).isEqualTo(1);
    assertThat(summary.others()).isEqualTo(1);
    assertThat(summary.balances()).isTrue();
    assertThat(summary.accounts()).containsExactly(new LossAccount(5, 2, 2, 0, 0));
  }

  @Test
  void aMissingRecordIsReported() {
    ReadingSummary summary = summary(BEGIN + PACKET + "garbage\n\n3 packets captured\n");
    assertThat(summary.balances()).isFalse();
    assertThat(summary.accounts().get(0))
        .hasToString("line 5: tcpdump captured 3, read 1: 2 missing (1 texts not readable)");
  }

  @Test
  void aRecordTooManyIsReported() {
    assertThat(summary(BEGIN + PACKET + PACKET + "1 packet captured\n").accounts().get(0))
        .hasToString("line 4: tcpdump captured 1, read 2: 1 too many");
  }

  @Test
  void eachCaptureHasAnAccountOfItsOwn() {
    String one = BEGIN + PACKET + "1 packet captured\n";
    assertThat(summary(one + one + one).accounts()).hasSize(3).allMatch(LossAccount::balances);
    assertThat(summary(PACKET + one).balances()).isTrue();
  }

  @Test
  void withoutATrailerThereIsNoAccount() {
    assertThat(summary(BEGIN + PACKET).accounts()).isEmpty();
  }

  @Test
  void aNoticeThatMayBePayloadSettlesNothing() {
    // Behind the second record's dump and before the third: the frame may have held it.
    String record =
        "10:00:0%d.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17),"
            + " length 33)\n    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n"
            + "E..!....=...........12345678hello\n";
    String inside = record.formatted(2) + "\n9 packets captured\n";
    ReadingSummary summary =
        summary(record.formatted(1) + inside + record.formatted(3) + "\n3 packets captured\n");
    assertThat(summary.packets()).isEqualTo(3);
    assertThat(summary.accounts()).hasSize(1);
    assertThat(summary.balances()).isTrue();
  }
}
