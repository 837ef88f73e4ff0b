package io.hopwise.testing;

import static io.hopwise.testing.AssertedCaptures.SESSION;
import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.ack;
import static io.hopwise.testing.PacketMatcher.data;
import static io.hopwise.testing.PacketMatcher.fin;
import static io.hopwise.testing.PacketMatcher.rst;
import static io.hopwise.testing.PacketMatcher.syn;
import static io.hopwise.testing.PacketMatcher.synAck;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion on flows passes where it should, and fails with its message. */
class FlowAssertionsTest {
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

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  private static Stream<AssertionRow> all() {
    return steps().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void anAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(classes = {FlowAssert.class})
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }
}
