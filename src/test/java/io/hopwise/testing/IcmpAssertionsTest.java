package io.hopwise.testing;

import static io.hopwise.testing.AssertedPackets.CLOSED_PORT;
import static io.hopwise.testing.AssertedPackets.REPLY;
import static io.hopwise.testing.AssertedPackets.REQUEST;
import static io.hopwise.testing.AssertedPackets.TOO_BIG;
import static io.hopwise.testing.AssertedPackets.icmpOf;
import static io.hopwise.testing.HopwiseAssertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion on ICMP messages passes where it should, and fails with its message. */
class IcmpAssertionsTest {
  private static List<AssertionRow> message() {
    Class<?> type = IcmpMessageAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "isEchoRequest",
            () -> assertThat(icmpOf(REQUEST)).isEchoRequest(),
            () -> assertThat(icmpOf(REPLY)).isEchoRequest(),
            "Expecting an echo request, but found: echo reply"),
        new AssertionRow(
            type,
            "isEchoReply",
            () -> assertThat(icmpOf(REPLY)).isEchoReply(),
            () -> assertThat(icmpOf(REQUEST)).isEchoReply(),
            "Expecting an echo reply, but found: echo request"),
        new AssertionRow(
            type,
            "isError",
            () -> assertThat(icmpOf(TOO_BIG)).isError(),
            () -> assertThat(icmpOf(REPLY)).isError(),
            "Expecting an ICMP error, but found: echo reply"),
        new AssertionRow(
            type,
            "hasType",
            () -> assertThat(icmpOf(TOO_BIG)).hasType(3),
            () -> assertThat(icmpOf(REPLY)).hasType(3),
            "Expecting type 3, but found 0"),
        new AssertionRow(
            type,
            "hasCode",
            () -> assertThat(icmpOf(TOO_BIG)).hasCode(4),
            () -> assertThat(icmpOf(CLOSED_PORT)).hasCode(4),
            "Expecting code 4, but found 3"),
        new AssertionRow(
            type,
            "hasId",
            () -> assertThat(icmpOf(REPLY)).hasId(7),
            () -> assertThat(icmpOf(REPLY)).hasId(8),
            "Expecting id 8, but found 7"),
        new AssertionRow(
            type,
            "hasSeq",
            () -> assertThat(icmpOf(REPLY)).hasSeq(8),
            () -> assertThat(icmpOf(TOO_BIG)).hasSeq(8),
            "Expecting seq 8, but found none printed"),
        new AssertionRow(
            type,
            "hasMtu",
            () -> assertThat(icmpOf(TOO_BIG)).hasMtu(1400),
            () -> assertThat(icmpOf(TOO_BIG)).hasMtu(1500),
            "Expecting mtu 1500, but found 1400"),
        new AssertionRow(
            type,
            "hasPort",
            () -> assertThat(icmpOf(CLOSED_PORT)).hasPort(33434),
            () -> assertThat(icmpOf(TOO_BIG)).hasPort(33434),
            "Expecting port 33434, but found none printed"),
        new AssertionRow(
            type,
            "isAbout",
            () -> assertThat(icmpOf(CLOSED_PORT)).isAbout("10.9.4.2"),
            () -> assertThat(icmpOf(REPLY)).isAbout("10.9.4.2"),
            "Expecting subject 10.9.4.2, but found none printed"),
        new AssertionRow(
            type,
            "saysText",
            () -> assertThat(icmpOf(TOO_BIG)).saysText("need to frag"),
            () -> assertThat(icmpOf(REPLY)).saysText("frag"),
            "Expecting a text with \"frag\", but found \"echo reply\""),
        new AssertionRow(
            type,
            "quotedIp",
            () -> assertThat(icmpOf(CLOSED_PORT)).quotedIp().hasTtl(1),
            () -> assertThat(icmpOf(REPLY)).quotedIp(),
            "Expecting a quoted packet, but found: echo reply"));
  }

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  private static Stream<AssertionRow> all() {
    return message().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void anAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(classes = {IcmpMessageAssert.class})
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }
}
