package io.hopwise.testing;

import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.ack;
import static io.hopwise.testing.PacketMatcher.anyPacket;
import static io.hopwise.testing.PacketMatcher.data;
import static io.hopwise.testing.PacketMatcher.echoReply;
import static io.hopwise.testing.PacketMatcher.echoRequest;
import static io.hopwise.testing.PacketMatcher.fin;
import static io.hopwise.testing.PacketMatcher.rst;
import static io.hopwise.testing.PacketMatcher.syn;
import static io.hopwise.testing.PacketMatcher.synAck;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.testing.packets.CaptureBuilder;
import io.hopwise.testing.packets.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As {@link AssertionsTest}, for whole captures and what is concluded from them. */
class CaptureAssertionsTest {
  private static final PacketCapture BROKEN =
      PacketCapture.of("this is 0x1 nothing tcpdump prints\n");

  private static final PacketCapture FOUNDING =
      new CaptureBuilder()
          .add(
              Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
                  .serverTtl(63)
                  .syn()
                  .serverResets())
          .ping("10.9.1.1", "10.9.4.2", 4, 61)
          .capture();

  private static final Report REPORT = FOUNDING.report();
  private static final Finding FORGED = REPORT.of("forged-reset").get(0);

  private static final String SHOWN_FOUNDING =
      """
           1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
           2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
           5  00:00:01.020000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto ICMP (1), length 84)
           6      10.9.1.1 > 10.9.4.2: ICMP echo request, id 1, seq 1, length 64
      """;

  private static final String SHOWN_RESET =
      """


      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
      """;

  private static final Finding EVIDENT =
      Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
          .serverTtl(61)
          .handshake()
          .serverSends(100)
          .foreign(reset -> reset.rst().ttl(63))
          .serverSends(100)
          .capture()
          .report()
          .of("forged-reset")
          .get(0);

  private static final PacketMatcher QUIET =
      PacketMatcher.packet("a quiet packet", packet -> !rst().matches(packet));

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
            "Expecting in 10.0.0.1 <-> 10.0.0.2 next a SYN,\nbut nothing more passed\nno packet of made capture is between these two\n"),
        new AssertionRow(
            type,
            "report",
            () -> assertThat(FOUNDING).report().hasResult(Report.Result.FINDINGS),
            () -> assertThat(FOUNDING).report().isClean(),
            """
      Expecting result CLEAN, but found FINDINGS
        RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes).

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
        RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes).

           1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
           2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
           5  00:00:01.020000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto ICMP (1), length 84)
           6      10.9.1.1 > 10.9.4.2: ICMP echo request, id 1, seq 1, length 64
      """));
  }

  private static final PacketCapture SESSION =
      Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
          .handshake()
          .clientSends(21)
          .close()
          .capture();

  private static FlowAssert flow() {
    return assertThat(SESSION).inFlow("10.9.1.1:55538", "10.9.4.2:22");
  }

  private static List<AssertionRow> steps() {
    Class<?> type = FlowAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "next",
            () ->
                flow()
                    .next(syn())
                    .next(synAck())
                    .next(ack())
                    .next(data(21))
                    .next(ack())
                    .next(fin())
                    .next(fin())
                    .next(ack()),
            () -> flow().next(syn()).next(rst()),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 next a RST,
      but another packet came
      met so far: a SYN (line 1)

           1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
           2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
      >    3  00:00:00.020000 IP (tos 0x0, ttl 64, id 7000, offset 0, flags [DF], proto TCP (6), length 60)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [S.], cksum 0xda8e (correct), seq 3000000000, ack 1000000001, win 64240, options [mss 1460,sackOK,TS val 9002020 ecr 4001020,nop,wscale 7], length 0
           5  00:00:00.020100 IP (tos 0x0, ttl 64, id 4001, offset 0, flags [DF], proto TCP (6), length 52)
           6      10.9.1.1.55538 > 10.9.4.2.22: Flags [.], cksum 0x0256 (correct), ack 1, win 502, options [nop,nop,TS val 4001020 ecr 9002020], length 0
      """),
        new AssertionRow(
            type,
            "next",
            () -> flow().next(syn().ttl(64)),
            () -> flow().eventually(fin()).next(fin()).next(ack()).next(ack()),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 next a pure ACK,
      but nothing more passed
      met so far: a FIN (line 11), a FIN (line 13), a pure ACK (line 15)

          13  00:00:00.060400 IP (tos 0x0, ttl 64, id 7002, offset 0, flags [DF], proto TCP (6), length 52)
          14      10.9.4.2.22 > 10.9.1.1.55538: Flags [F.], cksum 0x0203 (correct), seq 1, ack 23, win 502, options [nop,nop,TS val 9002060 ecr 4001040], length 0
      >   15  00:00:00.060500 IP (tos 0x0, ttl 64, id 4004, offset 0, flags [DF], proto TCP (6), length 52)
      >   16      10.9.1.1.55538 > 10.9.4.2.22: Flags [.], cksum 0x01ef (correct), ack 2, win 502, options [nop,nop,TS val 4001060 ecr 9002060], length 0
      """),
        new AssertionRow(
            type,
            "nextForward",
            () -> flow().nextForward(syn()),
            () -> flow().nextForward(synAck()),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 next a SYN-ACK from 10.9.1.1:55538,
      but another packet came

      >    1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
      >    2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
           3  00:00:00.020000 IP (tos 0x0, ttl 64, id 7000, offset 0, flags [DF], proto TCP (6), length 60)
           4      10.9.4.2.22 > 10.9.1.1.55538: Flags [S.], cksum 0xda8e (correct), seq 3000000000, ack 1000000001, win 64240, options [mss 1460,sackOK,TS val 9002020 ecr 4001020,nop,wscale 7], length 0
      """),
        new AssertionRow(
            type,
            "nextBackward",
            () -> flow().next(syn()).nextBackward(synAck()),
            () -> flow().nextBackward(syn()),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 next a SYN from 10.9.4.2:22,
      but another packet came

      >    1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
      >    2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
           3  00:00:00.020000 IP (tos 0x0, ttl 64, id 7000, offset 0, flags [DF], proto TCP (6), length 60)
           4      10.9.4.2.22 > 10.9.1.1.55538: Flags [S.], cksum 0xda8e (correct), seq 3000000000, ack 1000000001, win 64240, options [mss 1460,sackOK,TS val 9002020 ecr 4001020,nop,wscale 7], length 0
      """),
        new AssertionRow(
            type,
            "eventually",
            () -> flow().eventually(data()).eventually(fin()),
            () -> flow().next(syn()).eventually(rst()),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 eventually a RST,
      but none of the 7 packets that follow is
      met so far: a SYN (line 1)

      >    1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
      >    2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
           3  00:00:00.020000 IP (tos 0x0, ttl 64, id 7000, offset 0, flags [DF], proto TCP (6), length 60)
           4      10.9.4.2.22 > 10.9.1.1.55538: Flags [S.], cksum 0xda8e (correct), seq 3000000000, ack 1000000001, win 64240, options [mss 1460,sackOK,TS val 9002020 ecr 4001020,nop,wscale 7], length 0
      """),
        new AssertionRow(
            type,
            "noMore",
            () -> flow().eventually(fin()).noMore(data()).next(fin()).next(ack()).noMore(),
            () -> flow().next(syn()).noMore(),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 no more packets,
      but 7 follow
      met so far: a SYN (line 1)

           1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
           2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
      >    3  00:00:00.020000 IP (tos 0x0, ttl 64, id 7000, offset 0, flags [DF], proto TCP (6), length 60)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [S.], cksum 0xda8e (correct), seq 3000000000, ack 1000000001, win 64240, options [mss 1460,sackOK,TS val 9002020 ecr 4001020,nop,wscale 7], length 0
           5  00:00:00.020100 IP (tos 0x0, ttl 64, id 4001, offset 0, flags [DF], proto TCP (6), length 52)
           6      10.9.1.1.55538 > 10.9.4.2.22: Flags [.], cksum 0x0256 (correct), ack 1, win 502, options [nop,nop,TS val 4001020 ecr 9002020], length 0
      """),
        new AssertionRow(
            type,
            "noMore",
            () -> flow().noMore(rst()),
            () -> flow().eventually(data()).noMore(fin()),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 no more a FIN,
      but one follows
      met so far: a segment with data (line 7)

           9  00:00:00.040200 IP (tos 0x0, ttl 64, id 7001, offset 0, flags [DF], proto TCP (6), length 52)
          10      10.9.4.2.22 > 10.9.1.1.55538: Flags [.], cksum 0x022d (correct), ack 22, win 502, options [nop,nop,TS val 9002040 ecr 4001020], length 0
      >   11  00:00:00.040300 IP (tos 0x0, ttl 64, id 4003, offset 0, flags [DF], proto TCP (6), length 52)
      >   12      10.9.1.1.55538 > 10.9.4.2.22: Flags [F.], cksum 0x022c (correct), seq 22, ack 1, win 502, options [nop,nop,TS val 4001040 ecr 9002020], length 0
          13  00:00:00.060400 IP (tos 0x0, ttl 64, id 7002, offset 0, flags [DF], proto TCP (6), length 52)
          14      10.9.4.2.22 > 10.9.1.1.55538: Flags [F.], cksum 0x0203 (correct), seq 1, ack 23, win 502, options [nop,nop,TS val 9002060 ecr 4001040], length 0
      """),
        new AssertionRow(
            type,
            "within",
            () -> flow().next(syn()).next(synAck()).within(Duration.ofMillis(20)),
            () -> flow().next(syn()).next(synAck()).within(Duration.ofMillis(19)),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 it within 19.0 ms,
      but it came after 20.0 ms
      met so far: a SYN (line 1), a SYN-ACK (line 3)

           1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
           2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
      >    3  00:00:00.020000 IP (tos 0x0, ttl 64, id 7000, offset 0, flags [DF], proto TCP (6), length 60)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [S.], cksum 0xda8e (correct), seq 3000000000, ack 1000000001, win 64240, options [mss 1460,sackOK,TS val 9002020 ecr 4001020,nop,wscale 7], length 0
           5  00:00:00.020100 IP (tos 0x0, ttl 64, id 4001, offset 0, flags [DF], proto TCP (6), length 52)
           6      10.9.1.1.55538 > 10.9.4.2.22: Flags [.], cksum 0x0256 (correct), ack 1, win 502, options [nop,nop,TS val 4001020 ecr 9002020], length 0
      """),
        new AssertionRow(
            type,
            "within",
            () -> flow().next(syn()).next(synAck()).within(Duration.ofSeconds(1)),
            () -> flow().next(syn()).within(Duration.ofMillis(19)),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 it within 19.0 ms,
      but there are no two packets with times to compare
      met so far: a SYN (line 1)

      >    1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
      >    2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
           3  00:00:00.020000 IP (tos 0x0, ttl 64, id 7000, offset 0, flags [DF], proto TCP (6), length 60)
           4      10.9.4.2.22 > 10.9.1.1.55538: Flags [S.], cksum 0xda8e (correct), seq 3000000000, ack 1000000001, win 64240, options [mss 1460,sackOK,TS val 9002020 ecr 4001020,nop,wscale 7], length 0
      """),
        new AssertionRow(
            type,
            "notBefore",
            () -> flow().next(syn()).next(synAck()).notBefore(Duration.ofMillis(20)),
            () -> flow().next(syn()).next(synAck()).notBefore(Duration.ofMillis(21)),
            """
      Expecting in 10.9.1.1:55538 <-> 10.9.4.2:22 it not before 21.0 ms,
      but it came after 20.0 ms
      met so far: a SYN (line 1), a SYN-ACK (line 3)

           1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
           2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
      >    3  00:00:00.020000 IP (tos 0x0, ttl 64, id 7000, offset 0, flags [DF], proto TCP (6), length 60)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [S.], cksum 0xda8e (correct), seq 3000000000, ack 1000000001, win 64240, options [mss 1460,sackOK,TS val 9002020 ecr 4001020,nop,wscale 7], length 0
           5  00:00:00.020100 IP (tos 0x0, ttl 64, id 4001, offset 0, flags [DF], proto TCP (6), length 52)
           6      10.9.1.1.55538 > 10.9.4.2.22: Flags [.], cksum 0x0256 (correct), ack 1, win 502, options [nop,nop,TS val 4001020 ecr 9002020], length 0
      """));
  }

  private static List<AssertionRow> finding() {
    Class<?> type = FindingAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "isOfRule",
            () -> assertThat(FORGED).isOfRule("forged-reset"),
            () -> assertThat(FORGED).isOfRule("two-senders"),
            "Expecting rule two-senders, but found forged-reset" + SHOWN_RESET),
        new AssertionRow(
            type,
            "onLine",
            () -> assertThat(FORGED).onLine(3),
            () -> assertThat(FORGED).onLine(4),
            "Expecting a finding on line 4, but it is on [3]" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withGrade",
            () -> assertThat(FORGED).withGrade(Grade.MEDIUM),
            () -> assertThat(FORGED).withGrade(Grade.HIGH),
            "Expecting grade HIGH, but found MEDIUM" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withGradeAtLeast",
            () -> assertThat(FORGED).withGradeAtLeast(Grade.LOW),
            () -> assertThat(FORGED).withGradeAtLeast(Grade.HIGH),
            "Expecting grade HIGH at least, but found MEDIUM" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withDistances",
            () -> assertThat(FORGED).withDistances(1, 3),
            () -> assertThat(FORGED).withDistances(2, 3),
            "Expecting distances 2 and 3, but found [1] and [3]" + SHOWN_RESET),
        new AssertionRow(
            type,
            "claims",
            () -> assertThat(FORGED).claims("10.9.4.2"),
            () -> assertThat(FORGED).claims("10.9.4.3"),
            "Expecting claim 10.9.4.3, but found 10.9.4.2" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withCount",
            () -> assertThat(FORGED).withCount(1),
            () -> assertThat(FORGED).withCount(2),
            "Expecting packets: 2, but found 1" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withEvidence",
            () -> assertThat(EVIDENT).withEvidence("df-differs"),
            () -> assertThat(FORGED).withEvidence("payload"),
            """
      Expecting evidence payload, but found [answers-syn]

      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
      """),
        new AssertionRow(
            type,
            "says",
            () -> assertThat(FORGED).says("TTL 63"),
            () -> assertThat(FORGED).says("TTL 64"),
            """
      Expecting a finding that says "TTL 64", but it says "RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes)."

      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
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
            "Expecting result CANNOT_JUDGE, but found CLEAN: compared 0 resets and the packets of 2 sources"),
        new AssertionRow(
            type,
            "hasResult",
            () -> assertThat(REPORT).hasResult(Report.Result.FINDINGS),
            () -> assertThat(clean).hasResult(Report.Result.FINDINGS),
            "Expecting result FINDINGS, but found CLEAN: compared 0 resets and the packets of 2 sources"),
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
        RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes).

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
        RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes).

      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
      """));
  }

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  private static Stream<AssertionRow> all() {
    return Stream.of(capture(), steps(), finding(), report()).flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        PacketCaptureAssert.class,
        FlowAssert.class,
        FindingAssert.class,
        ReportAssert.class
      })
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }

  @Test
  void aRuleThatDoesNotExistFailsInsteadOfPassing() {
    String message = "There is no rule forged-rest; there are made-here, ";
    assertThatThrownBy(() -> assertThat(FOUNDING).hasFinding("forged-rest"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(message);
    assertThatThrownBy(() -> assertThat(FOUNDING).hasNoFinding("forged-rest"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(message);
  }
}
