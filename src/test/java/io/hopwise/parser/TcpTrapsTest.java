package io.hopwise.parser;

import static io.hopwise.parser.TrapRecords.oldTcp;
import static io.hopwise.parser.TrapRecords.segment;
import static io.hopwise.parser.TrapRecords.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Port;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Checksum;
import org.junit.jupiter.api.Test;

/** What misleads readers of TCP. One trap a test. */
class TcpTrapsTest {
  @Test
  void anOldDotIsNoAcknowledgement() {
    TcpSegment segment =
        segment(oldTcp(40, "192.0.2.7.4001 > 192.0.2.8.80: ., cksum 0x1dce (correct), win 9"));
    assertThat(segment.flags().orElseThrow().bits()).isZero();
  }

  @Test
  void anOldWrongChecksumNeverCloses() {
    TcpSegment segment =
        segment(
            oldTcp(
                40,
                "192.0.2.7.4001 > 192.0.2.8.80: ., cksum 0x52a6 (incorrect (-> 0x08fc), ack 3 win 9"));
    assertThat(segment.checksum()).isInstanceOf(Checksum.Incorrect.class);
    assertThat(segment.ack()).hasValue(3);
  }

  @Test
  void theSeedLineIsReadWhole() {
    TcpSegment segment =
        segment(
            oldTcp(
                40,
                "192.0.2.8.22 > 192.0.2.7.49169: R, cksum 0xf693 (correct), 0:0(0) ack 1 win 0"));
    assertThat(segment.isReset()).isTrue();
    assertThat(segment.isAck()).isTrue();
    assertThat(segment.seq()).hasValue(0);
    assertThat(segment.seqEnd()).isEmpty();
    assertThat(segment.window()).hasValue(0);
    assertThat(segment.length()).hasValue(0);
  }

  @Test
  void sequenceNumbersWrap() {
    TcpSegment segment =
        segment(
            oldTcp(
                43, "192.0.2.7.4001 > 192.0.2.8.80: P 4294967293:0(3) ack 4294967292 win 65535"));
    assertThat(segment.seq()).hasValue(4294967293L);
    assertThat(segment.seqEnd()).hasValue(0);
    assertThat(segment.ack()).hasValue(4294967292L);
  }

  @Test
  void staleFlagsMeanNone() {
    String end = ", cksum 0x1dce (correct), win 65535, length 0";
    assertThat(
            segment(tcp(40, "192.0.2.7.1 > 192.0.2.8.2: Flags [DF]" + end))
                .flags()
                .orElseThrow()
                .bits())
        .isZero();
    assertThat(segment(tcp(40, "192.0.2.7.1 > 192.0.2.8.2: Flags [.]" + end)).isAck()).isFalse();
    assertThat(segment(tcp(40, "192.0.2.7.1 > 192.0.2.8.2: Flags [S]" + end)).isSyn()).isFalse();
  }

  @Test
  void aSegmentMayHaveNoSequenceNumber() {
    TcpSegment segment =
        segment(tcp(92, "192.0.2.7.1 > 192.0.2.8.2: Flags [P.], ack 1, win 502, length 52"));
    assertThat(segment.seq()).isEmpty();
    assertThat(segment.length()).hasValue(52);
  }

  @Test
  void theTextOfAResetIsKept() {
    TcpSegment segment =
        segment(
            tcp(
                86,
                "192.0.2.7.1 > 192.0.2.8.2: Flags [R], seq 1:47, win 9, length 46 [RST+ a], length 9"));
    assertThat(segment.length()).hasValue(46);
    assertThat(segment.text()).isEqualTo(" [RST+ a], length 9");
  }

  @Test
  void theFirstLengthIsTheSegments() {
    TcpSegment segment =
        segment(
            tcp(
                104,
                "192.0.2.7.1 > 192.0.2.8.80: Flags [P.], seq 1:65, ack 1, win 9, length 64: HTTP, length: 99"));
    assertThat(segment.length()).hasValue(64);
    assertThat(segment.text()).isEqualTo(": HTTP, length: 99");
  }

  @Test
  void whatIsGluedToALengthIsTakenOff() {
    TcpSegment dns =
        segment(
            tcp(
                73,
                "192.0.2.7.1 > 192.0.2.8.53: Flags [P.], seq 1:34, ack 1, win 9, length 335151+ A? a.example. (31)"));
    assertThat(dns.length()).hasValue(33);
    assertThat(dns.text()).isEqualTo(" 5151+ A? a.example. (31)");
    TcpSegment smb =
        segment(
            tcp(
                76,
                "192.0.2.7.1 > 192.0.2.8.445: Flags [P.], ack 1, win 9, length 36SMB-over-TCP packet"));
    assertThat(smb.length()).hasValue(36);
    assertThat(smb.text()).isEqualTo("SMB-over-TCP packet");
  }

  @Test
  void whatIsGluedToAWindowIsTakenOffOnlyWhereItIsPlain() {
    TcpSegment full =
        segment(
            oldTcp(
                71,
                "192.0.2.7.1 > 192.0.2.8.53: P 1:32(31) ack 1 win 655355151+ A? a.example. (29)"));
    assertThat(full.window()).hasValue(65535);
    assertThat(full.text()).isEqualTo(" 5151+ A? a.example. (29)");
    TcpSegment doubtful =
        segment(
            oldTcp(
                71,
                "192.0.2.7.1 > 192.0.2.8.53: P 1:32(31) ack 1 win 50245151+ A? a.example. (29)"));
    assertThat(doubtful.window()).isEmpty();
  }

  @Test
  void optionsMayBeCut() {
    TcpSegment segment =
        segment(
            tcp(
                60,
                "192.0.2.7.1 > 192.0.2.8.80: Flags [S], seq 1, win 9, options [mss 1460,sackOK,TS [|tcp]>"));
    assertThat(segment.options()).contains(new TcpOption.Mss(1460), TcpOption.Flag.SACK_OK);
    assertThat(segment.length()).isEmpty();
  }

  @Test
  void kindAndBytesOfUnknownOptionsMayBeGlued() {
    TcpSegment segment =
        segment(
            tcp(
                52,
                "192.0.2.7.1 > 192.0.2.8.80: Flags [S], seq 1, win 9, options [Unknown Option 2880ff,nop,eol], length 0"));
    assertThat(segment.options().get(0)).isEqualTo(new TcpOption.Unknown(28, "80ff"));
  }

  @Test
  void twoSpacesAfterTheColonAreNoWord() {
    TcpSegment segment =
        segment(tcp(36, "192.0.2.7.1 > 192.0.2.8.2:  tcp 4 [bad hdr length 16 - too short, < 20]"));
    assertThat(segment.text()).contains("bad hdr length 16");
    assertThat(segment.srcPort()).isEqualTo(Port.of(1));
  }

  @Test
  void aQuietSegmentMayHaveANegativeLength() {
    TcpSegment tcp = segment("10:00:00.000001 IP 192.0.2.7.4001 > 192.0.2.8.80: tcp 4294967256\n");
    assertThat(tcp.length()).isEmpty();
    assertThat(tcp.text()).isEqualTo("tcp 4294967256");
    assertThat(segment("10:00:00.000001 IP 192.0.2.7.4001 > 192.0.2.8.80: tcp 52\n").length())
        .hasValue(52);
  }
}
