package io.hopwise.testing;

import static io.hopwise.testing.AssertedCaptures.BROKEN;
import static io.hopwise.testing.AssertedCaptures.FOUNDING;
import static io.hopwise.testing.AssertedCaptures.QUIET;
import static io.hopwise.testing.AssertedCaptures.REPORT;
import static io.hopwise.testing.AssertedCaptures.SESSION;
import static io.hopwise.testing.AssertedCaptures.SHOWN_FOUNDING;
import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.anyPacket;
import static io.hopwise.testing.PacketMatcher.data;
import static io.hopwise.testing.PacketMatcher.echoReply;
import static io.hopwise.testing.PacketMatcher.echoRequest;
import static io.hopwise.testing.PacketMatcher.fin;
import static io.hopwise.testing.PacketMatcher.rst;
import static io.hopwise.testing.PacketMatcher.syn;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.testing.capture.PacketCapture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion on captures and reports passes where it should, and fails with its message. */
class CaptureAssertionsTest {
  private static List<AssertionRow> capture() {
    Class<?> type = PacketCaptureAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "hasNoRejects",
            () -> assertThat(FOUNDING).hasNoRejects(),
            () -> assertThat(BROKEN).hasNoRejects(),
            """
            Expecting no rejects in inline capture, but found 1:
              line 1:6: expected a record (a time, IP, IP6, ARP …) or a message of tcpdump (listening on …)

            >    1  this is 0x1 nothing tcpdump prints
            """),
        new AssertionRow(
            type,
            "hasPackets",
            () -> assertThat(FOUNDING).hasPackets(10).hasPackets(1, rst()),
            () -> assertThat(FOUNDING).hasPackets(7),
            "Expecting packets in made capture: 7, but found 10"),
        new AssertionRow(
            type,
            "hasPackets",
            () -> assertThat(FOUNDING).hasPackets(0, fin()),
            () -> assertThat(FOUNDING).hasPackets(0, rst()),
            "Expecting 0 times a RST in made capture, but found 1\n\n" + SHOWN_FOUNDING),
        new AssertionRow(
            type,
            "contains",
            () -> assertThat(FOUNDING).contains(echoReply()),
            () -> assertThat(FOUNDING).contains(fin()),
            "Expecting a FIN in made capture, but found none"),
        new AssertionRow(
            type,
            "doesNotContain",
            () -> assertThat(FOUNDING).doesNotContain(data()),
            () -> assertThat(FOUNDING).doesNotContain(rst()),
            "Expecting nowhere a RST in made capture, but found 1\n\n" + SHOWN_FOUNDING),
        new AssertionRow(
            type,
            "containsOnly",
            () -> assertThat(FOUNDING).containsOnly(anyPacket()),
            () -> assertThat(FOUNDING).containsOnly(QUIET),
            "Expecting only a quiet packet in made capture, but found 1 other\n\n"
                + SHOWN_FOUNDING),
        new AssertionRow(
            type,
            "connection",
            () -> assertThat(FOUNDING).connection("10.9.1.1", "10.9.4.2:22").wasRefusedByDevice(1),
            () -> assertThat(FOUNDING).connection("10.9.1.1", "10.9.4.2:80"),
            "Expecting a connection from 10.9.1.1 to 10.9.4.2:80 in made capture, but it has"
                + " [10.9.1.1.55538 > 10.9.4.2.22, 10.9.1.1 > 10.9.4.2]"),
        new AssertionRow(
            type,
            "packet",
            () -> assertThat(FOUNDING).packet(2).hasTtl(63),
            () -> assertThat(FOUNDING).packet(2).hasTtl(61),
            "Expecting ttl 61, but found 63\n\n" + SHOWN_FOUNDING),
        new AssertionRow(
            type,
            "packet",
            () -> assertThat(FOUNDING).packet(3).is(echoRequest()),
            () -> assertThat(FOUNDING).packet(11),
            "Expecting a packet 11 in made capture, but it has 10"),
        new AssertionRow(
            type,
            "first",
            () -> assertThat(FOUNDING).first(echoReply()).hasTtl(61),
            () -> assertThat(FOUNDING).first(fin()),
            "Expecting a FIN in made capture, but found none"),
        new AssertionRow(
            type,
            "entry",
            () -> assertThat(FOUNDING).entry(1).isPacket(),
            () -> assertThat(FOUNDING).entry(0),
            "Expecting an entry 0 in made capture, but it has 10"),
        new AssertionRow(
            type,
            "inFlow",
            () -> assertThat(FOUNDING).inFlow("10.9.1.1:55538", "10.9.4.2:22").next(syn()),
            () -> assertThat(FOUNDING).inFlow("10.0.0.1", "10.0.0.2").next(syn()),
            """
            Expecting in 10.0.0.1 <-> 10.0.0.2 next a SYN,
            but nothing more passed
            no packet of made capture is between these two
            """),
        new AssertionRow(
            type,
            "report",
            () -> assertThat(FOUNDING).report().hasResult(Report.Result.FINDINGS),
            () -> assertThat(FOUNDING).report().isClean(),
            """
            Expecting result CLEAN, but found FINDINGS
              RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host probably did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes).

                 1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
                 2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
            >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
            >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
                 5  00:00:01.020000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto ICMP (1), length 84)
                 6      10.9.1.1 > 10.9.4.2: ICMP echo request, id 1, seq 1, length 64
            """),
        new AssertionRow(
            type,
            "hasFinding",
            () -> assertThat(FOUNDING).hasFinding("forged-reset").onLine(3),
            () -> assertThat(FOUNDING).hasFinding("forged-reset").onLine(5),
            "Expecting a finding on line 5, but it is on [3]\n\n" + SHOWN_FOUNDING),
        new AssertionRow(
            type,
            "hasNoFinding",
            () -> assertThat(FOUNDING).hasNoFinding("two-senders"),
            () -> assertThat(FOUNDING).hasNoFinding("forged-reset"),
            """
            Expecting no finding forged-reset, but found [forged-reset (MEDIUM)]
              RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host probably did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes).

                 1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
                 2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
            >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
            >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
                 5  00:00:01.020000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto ICMP (1), length 84)
                 6      10.9.1.1 > 10.9.4.2: ICMP echo request, id 1, seq 1, length 64
            """));
  }

  private static List<AssertionRow> report() {
    Class<?> type = ReportAssert.class;
    Report clean = SESSION.report();
    Report nothing = PacketCapture.of("").report();
    return List.of(
        new AssertionRow(
            type,
            "isClean",
            () -> assertThat(clean).isClean(),
            () -> assertThat(nothing).isClean(),
            "Expecting result CLEAN, but found CANNOT_JUDGE: there is no packet in the input"),
        new AssertionRow(
            type,
            "cannotJudge",
            () -> assertThat(nothing).cannotJudge(),
            () -> assertThat(clean).cannotJudge(),
            "Expecting result CANNOT_JUDGE, but found CLEAN: compared 0 resets and the packets of 2"
                + " sources"),
        new AssertionRow(
            type,
            "hasResult",
            () -> assertThat(REPORT).hasResult(Report.Result.FINDINGS),
            () -> assertThat(clean).hasResult(Report.Result.FINDINGS),
            "Expecting result FINDINGS, but found CLEAN: compared 0 resets and the packets of 2"
                + " sources"),
        new AssertionRow(
            type,
            "hasFinding",
            () -> assertThat(REPORT).hasFinding("forged-reset").withCount(1),
            () -> assertThat(REPORT).hasFinding("two-senders"),
            "Expecting a finding two-senders, but found [forged-reset (MEDIUM)]"),
        new AssertionRow(
            type,
            "hasNoFinding",
            () -> assertThat(REPORT).hasNoFinding("two-senders"),
            () -> assertThat(REPORT).hasNoFinding("forged-reset"),
            """
            Expecting no finding forged-reset, but found [forged-reset (MEDIUM)]
              RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host probably did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes).

            >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
            >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
            """),
        new AssertionRow(
            type,
            "hasNoFindingsFrom",
            () -> assertThat(REPORT).hasNoFindingsFrom(Grade.HIGH),
            () -> assertThat(REPORT).hasNoFindingsFrom(Grade.MEDIUM),
            """
            Expecting no finding from MEDIUM up, but found [forged-reset (MEDIUM)]
              RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host probably did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes).

            >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
            >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
            """));
  }

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  private static Stream<AssertionRow> all() {
    return Stream.of(capture(), report()).flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void anAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(classes = {PacketCaptureAssert.class, ReportAssert.class})
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }

  @Test
  void aRuleThatDoesNotExistFailsInsteadOfPassing() {
    String message = "There is no rule forged-rest; did you mean forged-reset?";
    assertThatThrownBy(() -> assertThat(FOUNDING).hasFinding("forged-rest"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(message);
    assertThatThrownBy(() -> assertThat(FOUNDING).hasNoFinding("forged-rest"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(message);
  }
}
