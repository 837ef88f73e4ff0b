package io.hopwise.testing;

import static io.hopwise.testing.AssertedPackets.FRAGMENT;
import static io.hopwise.testing.AssertedPackets.QUERY;
import static io.hopwise.testing.AssertedPackets.RESET;
import static io.hopwise.testing.AssertedPackets.SYN;
import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.packet.ip.IpHeader;
import io.hopwise.testing.capture.PacketCapture;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion on IP headers passes where it should, and fails with its message. */
class IpHeaderAssertionsTest {
  private static List<AssertionRow> header() {
    Class<?> type = IpHeaderAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "isIpv4",
            () -> assertThat(SYN.ip()).isIpv4(),
            () -> assertThat(QUERY.ip()).isIpv4(),
            "Expecting IP version 4, but found 6"),
        new AssertionRow(
            type,
            "isIpv6",
            () -> assertThat(QUERY.ip()).isIpv6(),
            () -> assertThat(SYN.ip()).isIpv6(),
            "Expecting IP version 6, but found 4"),
        new AssertionRow(
            type,
            "hasSource",
            () -> assertThat(SYN.ip()).hasSource("10.9.1.1"),
            () -> assertThat(SYN.ip()).hasSource("10.9.1.2"),
            "Expecting source 10.9.1.2, but found 10.9.1.1"),
        new AssertionRow(
            type,
            "hasDestination",
            () -> assertThat(SYN.ip()).hasDestination("10.9.4.2"),
            () -> assertThat(SYN.ip()).hasDestination("10.9.4.3"),
            "Expecting destination 10.9.4.3, but found 10.9.4.2"),
        new AssertionRow(
            type,
            "hasTtl",
            () -> assertThat(SYN.ip()).hasTtl(64),
            () -> assertThat(SYN.ip()).hasTtl(63),
            "Expecting ttl 63, but found 64"),
        new AssertionRow(
            type,
            "hasTtlBetween",
            () -> assertThat(SYN.ip()).hasTtlBetween(64, 65),
            () -> assertThat(SYN.ip()).hasTtlBetween(65, 128),
            "Expecting ttl 65 to 128, but found 64"),
        new AssertionRow(
            type,
            "hasTos",
            () -> assertThat(FRAGMENT.ip()).hasTos(16),
            () -> assertThat(SYN.ip()).hasTos(16),
            "Expecting tos 16, but found 0"),
        new AssertionRow(
            type,
            "hasProtocol",
            () -> assertThat(SYN.ip()).hasProtocol(6),
            () -> assertThat(SYN.ip()).hasProtocol(17),
            "Expecting protocol 17, but found 6"),
        new AssertionRow(
            type,
            "hasLength",
            () -> assertThat(QUERY.ip()).hasLength(41),
            () -> assertThat(SYN.ip()).hasLength(41),
            "Expecting length 41, but found 60"),
        new AssertionRow(
            type,
            "hasId",
            () -> assertThat(SYN.ip()).hasId(4000),
            () -> assertThat(QUERY.ip()).hasId(4000),
            "Expecting id 4000, but found none printed"),
        new AssertionRow(
            type,
            "hasFlowLabel",
            () -> assertThat(QUERY.ip()).hasFlowLabel(0xabcde),
            () -> assertThat(SYN.ip()).hasFlowLabel(1),
            "Expecting flow label 1, but found none printed"),
        new AssertionRow(
            type,
            "hasDontFragment",
            () -> assertThat(SYN.ip()).hasDontFragment(),
            () -> assertThat(RESET.ip()).hasDontFragment(),
            "Expecting DF, but it is not set"),
        new AssertionRow(
            type,
            "hasNoDontFragment",
            () -> assertThat(RESET.ip()).hasNoDontFragment(),
            () -> assertThat(SYN.ip()).hasNoDontFragment(),
            "Expecting no DF, but it is set"),
        new AssertionRow(
            type,
            "isFragment",
            () -> assertThat(FRAGMENT.ip()).isFragment(),
            () -> assertThat(SYN.ip()).isFragment(),
            "Expecting a fragment, but found a whole packet"),
        new AssertionRow(
            type,
            "isNotFragment",
            () -> assertThat(SYN.ip()).isNotFragment(),
            () -> assertThat(FRAGMENT.ip()).isNotFragment(),
            "Expecting a whole packet, but found a fragment"));
  }

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  private static Stream<AssertionRow> all() {
    return header().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void anAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(classes = {IpHeaderAssert.class})
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hasNoDontFragment", "isNotFragment"})
  void whatWasNotPrintedIsNotTakenForUnset(String assertion) {
    IpHeader brief =
        PacketCapture.of("IP 10.9.4.2.22 > 10.9.1.1.55538: tcp 0\n").packets().get(0).ip();
    ThrowingCallable check =
        assertion.equals("isNotFragment")
            ? () -> assertThat(brief).isNotFragment()
            : () -> assertThat(brief).hasNoDontFragment();
    assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(", but ");
  }

  @Test
  void aFragmentOfIpv6IsOne() {
    assertThat(ipv6("Fragment (44)", "frag (0x00000007:1448|24)")).isFragment();
    assertThatThrownBy(
            () -> assertThat(ipv6("Fragment (44)", "frag (0x00000007:1448|24)")).isNotFragment())
        .hasMessage("Expecting a whole packet, but found a fragment");
    assertThat(QUERY.ip()).isNotFragment().hasNoDontFragment();
  }

  @Test
  void anExtensionHeaderOfIpv6MayHideAFragment() {
    assertThatThrownBy(
            () ->
                assertThat(
                        ipv6("Options (0)", "HBH (padn) ICMP6, echo reply, id 1, seq 1, length 8"))
                    .isNotFragment())
        .hasMessage("Expecting a whole packet, but the header does not tell whether it is one");
  }

  private static IpHeader ipv6(String next, String rest) {
    String record =
        "IP6 (hlim 64, next-header "
            + next
            + " payload length: 32) 2001:db8::1 > 2001:db8::2: "
            + rest;
    return PacketCapture.of(record + "\n").packets().get(0).ip();
  }
}
