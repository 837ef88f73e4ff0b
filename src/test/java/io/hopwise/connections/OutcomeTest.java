package io.hopwise.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.settings.Settings;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How connections begin. */
class OutcomeTest {
  private static final String SYN = "Flags [S], seq 1000, win 64240, length 0";
  private static final String REFUSAL = "Flags [R.], seq 0, ack 1001, win 0, length 0";

  @Test
  void aCompletedHandshakeIsOpened() {
    ConnectionSummary opened = new Talk().handshake(1).first();
    assertThat(opened.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(opened.end()).contains(End.STILL_OPEN);
    assertThat(opened.handshakeNanos()).isEqualTo(OptionalLong.of(20_000_000));
    assertThat(opened.client().endpoint()).isEqualTo("192.0.2.10.40000");
    assertThat(opened.client().routers()).isEqualTo(OptionalInt.of(0));
    assertThat(opened.server().routers()).isEqualTo(OptionalInt.of(3));
    assertThat(opened.tries()).isEqualTo(1);
  }

  @Test
  void theHandshakeIsMeasuredFromTheLastSyn() {
    ConnectionSummary opened = new Talk().client(0, SYN).handshake(1).first();
    assertThat(opened.tries()).isEqualTo(2);
    assertThat(opened.handshakeNanos()).isEqualTo(OptionalLong.of(20_000_000));
  }

  @Test
  void aHandshakeWhoseAnswerWasLostIsMeasuredFromTheSynThatWasSentAgain() {
    ConnectionSummary opened =
        new Talk()
            .client(0, SYN)
            .server(0.001, "Flags [S.], seq 5000, ack 1001, win 65160, length 0")
            .handshake(1)
            .client(1.03, "Flags [P.], seq 1:11, ack 1, win 502, length 10")
            .first();
    assertThat(opened.tries()).isEqualTo(2);
    assertThat(opened.handshakeNanos()).isEqualTo(OptionalLong.of(20_000_000));
  }

  @Test
  void aPortThatAnErrorNamesWithoutQuotingIsRejected() {
    Talk asked = new Talk().ports(40000, 161).datagram(0, true, 30);
    String error =
        "10:00:00.020000 IP 198.51.100.80 > 192.0.2.10: ICMP 198.51.100.80 udp port %d"
            + " unreachable, length 66\n";
    ConnectionSummary rejected =
        Talk.table(asked.brief() + String.format(Locale.ROOT, error, 161), Settings.STANDARD)
            .connections()
            .get(0);
    assertThat(rejected.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(rejected.outcomeBy().orElseThrow().reason()).isEqualTo("port unreachable");
    assertThat(
            Talk.table(asked.brief() + String.format(Locale.ROOT, error, 162), Settings.STANDARD)
                .connections()
                .get(0)
                .outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aHostThatCannotBeReachedRejectsWhateverWasSentSoonBefore() {
    String ping = new Talk().ping(0, true, 7, 1).brief();
    String error = "IP 203.0.113.1 > 192.0.2.10: ICMP host 198.51.100.80 unreachable, length 92\n";
    ConnectionSummary rejected =
        Talk.table(ping + "10:00:03.000000 " + error, Settings.STANDARD).connections().get(0);
    assertThat(rejected.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(rejected.outcomeBy().orElseThrow().host()).isEqualTo("203.0.113.1");
    ConnectionSummary late =
        Talk.table(ping + "10:00:30.000000 " + error, Settings.STANDARD).connections().get(0);
    assertThat(late.outcome()).isEqualTo(Outcome.UNANSWERED);
  }

  @Test
  void theLengthOfTheIpHeaderTellsBytesThatAreNotPrinted() {
    String snmp =
        """
        10:00:00.000000 IP (tos 0x0, ttl 64, id 7, offset 0, flags [DF], proto UDP (17), length 58)
            192.0.2.10.40000 > 198.51.100.80.161:  [nothing to parse]
        10:00:00.000000 IP6 (hlim 64, next-header ICMPv6 (58) payload length: 64) 2001:db8::1 > \
        2001:db8::2: [icmp6 sum ok] ICMP6, echo request, id 1, seq 1
        """;
    assertThat(Talk.table(snmp, Settings.STANDARD).connections())
        .extracting(one -> one.client().bytes())
        .containsExactly(30L, 56L);
  }

  @Test
  void aResetWithTheHostsTtlIsItsRefusal() {
    ConnectionSummary refused =
        new Talk()
            .client(0, SYN)
            .server(0.01, REFUSAL)
            .ping(1, true, 7, 1)
            .ping(1.01, false, 7, 1)
            .first();
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.outcomeBy()).contains(Actor.host("198.51.100.80", OptionalInt.of(3)));
    assertThat(refused.end()).isEmpty();
  }

  @Test
  void aResetFromNearerIsADevicesRefusal() {
    Talk talk = new Talk().client(0, SYN).serverTtl(63).server(0.01, REFUSAL).serverTtl(61);
    for (int i = 1; i <= 4; i++) {
      talk.ping(i, true, 7, i).ping(i + 0.01, false, 7, i);
    }
    assertThat(talk.first().outcomeBy()).contains(Actor.device("198.51.100.80", OptionalInt.of(1)));
  }

  @Test
  void aRefusalFromOneRouterNearerMayBeADevicesInFront() {
    Talk talk = new Talk().client(0, SYN).serverTtl(62).server(0.01, REFUSAL).serverTtl(61);
    talk.ping(1, true, 7, 1).ping(1.01, false, 7, 1).ports(40001, 80).handshake(2);
    assertThat(talk.first().outcomeBy())
        .contains(Actor.unknown("198.51.100.80", OptionalInt.of(2)));
    Talk farther = new Talk().client(0, SYN).serverTtl(60).server(0.01, REFUSAL).serverTtl(61);
    farther.ping(1, true, 7, 1).ping(1.01, false, 7, 1).ports(40001, 80).handshake(2);
    assertThat(farther.first().outcomeBy().orElseThrow().role()).isEqualTo(Actor.Role.HOST);
  }

  @Test
  void aRefusalFromNearerIsTheHostsWhereOtherPacketsOfItComeFromThere() {
    Talk talk = new Talk().client(0, SYN).serverTtl(62).server(0.01, REFUSAL);
    talk.ports(40001, 80).handshake(1).serverTtl(61).ports(40002, 25).handshake(2);
    assertThat(talk.first().outcomeBy().orElseThrow().role()).isEqualTo(Actor.Role.HOST);
  }

  @Test
  void aRefusalWithNothingToCompareNamesNobody() {
    ConnectionSummary refused = new Talk().client(0, SYN).server(0.01, REFUSAL).first();
    assertThat(refused.outcomeBy()).contains(Actor.unknown("198.51.100.80", OptionalInt.of(3)));
    assertThat(refused.outcomeBy().orElseThrow().words())
        .isEqualTo("the host or a device 3 routers away");
  }

  @Test
  void withoutTtlsTheOutcomeIsKnownAndWhoIsNot() {
    String brief = new Talk().client(0, SYN).server(0.01, REFUSAL).brief();
    ConnectionTable table = Talk.table(brief, Settings.STANDARD);
    assertThat(table.withoutTtl()).isTrue();
    assertThat(table.connections().get(0).outcomeBy())
        .contains(Actor.unknown("198.51.100.80", OptionalInt.empty()));
  }

  @Test
  void anIcmpErrorRejectsAndNamesItsRouter() {
    ConnectionSummary rejected =
        new Talk()
            .client(0, SYN)
            .error(
                0.01,
                "203.0.113.1",
                "host 198.51.100.80 unreachable - admin prohibited filter",
                "TCP (6)")
            .first();
    assertThat(rejected.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(rejected.outcomeBy())
        .contains(
            new Actor(
                Actor.Role.ROUTER,
                "203.0.113.1",
                OptionalInt.of(1),
                "administratively prohibited"));
  }

  @Test
  void whereAFilterMayHideAnswersNothingIsCalledUnanswered() {
    String talk = new Talk().client(0, SYN).client(1, SYN).text();
    for (String filter : new String[] {"dst port 80", "'tcp[13] == 2'"}) {
      ConnectionTable table =
          Talk.table("$ tcpdump -nvi eth0 " + filter + "\n" + talk, Settings.STANDARD);
      assertThat(table.connections().get(0).outcome()).as(filter).isEqualTo(Outcome.UNKNOWN);
    }
    ConnectionTable both = Talk.table("$ tcpdump -nvi eth0 port 80\n" + talk, Settings.STANDARD);
    assertThat(both.connections().get(0).outcome()).isEqualTo(Outcome.UNANSWERED);
  }

  @Test
  void aSynIsUnansweredOnceItIsRepeatedOrTheCaptureGoesOn() {
    assertThat(new Talk().client(0, SYN).client(1, SYN).first().outcome())
        .isEqualTo(Outcome.UNANSWERED);
    assertThat(new Talk().client(0, SYN).until(3).first().outcome()).isEqualTo(Outcome.UNANSWERED);
  }

  @Test
  void aSynThatTheCaptureEndsWithIsNotCalledUnanswered() {
    ConnectionSummary last = new Talk().client(0, SYN).until(2.9).first();
    assertThat(last.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(last.end()).isEmpty();
  }

  @Test
  void aHandshakeThatTheClientBreaksOffIsHalfOpen() {
    ConnectionSummary half =
        new Talk()
            .client(0, SYN)
            .server(0.01, "Flags [S.], seq 5000, ack 1001, win 65160, length 0")
            .client(0.02, "Flags [R], seq 1001, win 0, length 0")
            .first();
    assertThat(half.outcome()).isEqualTo(Outcome.HALF_OPEN);
    assertThat(half.end()).contains(End.RESET);
    assertThat(half.endBy().orElseThrow().host()).isEqualTo("192.0.2.10");
  }

  @Test
  void whatWentOnBeforeIsMidStreamAndTheServerIsTheOneWithTheService() {
    ConnectionSummary going =
        new Talk()
            .server(0, "Flags [P.], seq 1:101, ack 1, win 500, length 100")
            .client(0.01, "Flags [.], ack 101, win 500, length 0")
            .first();
    assertThat(going.outcome()).isEqualTo(Outcome.MID_STREAM);
    assertThat(going.server().hasPort(443)).isTrue();
    assertThat(going.end()).contains(End.STILL_OPEN);
  }

  @Test
  void ofAConnectionSeenOneWayTheAcknowledgementTellsThatItOpened() {
    ConnectionSummary oneWay =
        new Talk()
            .client(0, SYN)
            .client(0.03, "Flags [.], seq 1001, ack 5001, win 502, length 0")
            .client(0.04, "Flags [P.], seq 0:10, ack 1, win 502, length 10")
            .first();
    assertThat(oneWay.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(oneWay.client().retransmissions()).isZero();
  }

  @Test
  void anAcknowledgementForAnOldConnectionOpensNothing() {
    ConnectionSummary challenged =
        new Talk()
            .client(0, SYN)
            .server(0.01, "Flags [.], ack 77, win 500, length 0")
            .client(0.02, "Flags [R], seq 77, win 0, length 0")
            .first();
    assertThat(challenged.outcome()).isEqualTo(Outcome.HALF_OPEN);
  }

  @Test
  void anotherSynOfTheSamePortsIsAnotherConnection() {
    ConnectionTable table =
        new Talk()
            .client(0, SYN)
            .server(0.01, REFUSAL)
            .client(5, "Flags [S], seq 9000, win 64240, length 0")
            .server(5.01, "Flags [S.], seq 700, ack 9001, win 65160, length 0")
            .client(5.02, "Flags [.], ack 1, win 502, length 0")
            .table();
    assertThat(table.connections())
        .extracting(ConnectionSummary::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.OPENED);
    assertThat(table.services()).hasSize(1);
    assertThat(table.services().get(0).tries()).isEqualTo(2);
  }

  @Test
  void aStrangeSynAmidAConnectionDoesNotOpenAnother() {
    ConnectionTable table =
        new Talk()
            .handshake(0)
            .client(1, "Flags [P.], seq 1:11, ack 1, win 502, length 10")
            .client(2, "Flags [S], seq 77, win 64240, length 0")
            .client(3, "Flags [P.], seq 11:21, ack 1, win 502, length 10")
            .until(9)
            .table();
    assertThat(table.connections())
        .extracting(ConnectionSummary::outcome)
        .containsExactly(Outcome.OPENED, Outcome.UNANSWERED, Outcome.UNKNOWN);
  }

  @Test
  void datagramsAndPingsAreAnsweredOrNot() {
    ConnectionTable table =
        new Talk()
            .ports(5353, 53)
            .datagram(0, true, 30)
            .datagram(0.1, false, 90)
            .ports(5354, 53)
            .datagram(0.2, true, 30)
            .datagram(1.2, true, 30)
            .ports(5355, 99)
            .datagram(2, true, 30)
            .error(2.1, "198.51.100.80", "198.51.100.80 udp port 99 unreachable", "UDP (17)")
            .ping(3, true, 1, 1)
            .ping(3.1, false, 1, 1)
            .ping(4, true, 2, 1)
            .ping(5, true, 2, 2)
            .table();
    assertThat(table.connections())
        .extracting(ConnectionSummary::outcome)
        .containsExactly(
            Outcome.ANSWERED,
            Outcome.UNANSWERED,
            Outcome.REJECTED,
            Outcome.ANSWERED,
            Outcome.UNANSWERED);
    assertThat(table.connections().get(0).server().bytes()).isEqualTo(90);
    assertThat(table.connections().get(2).outcomeBy().orElseThrow().words())
        .isEqualTo("the host: port unreachable");
    assertThat(table.connections().get(4).tries()).isEqualTo(2);
  }

  @Test
  void aForgottenConnectionIsNeverCalledUnanswered() {
    Talk talk = new Talk();
    for (int i = 0; i < 50; i++) {
      talk.ports(40000 + i, 443).client(i * 10, SYN).client(i * 10 + 1, SYN);
    }
    ConnectionTable table = Talk.table(talk.text(), Settings.STANDARD.withMemory(4 * 4096L));
    assertThat(table.forgotten()).isEqualTo(46);
    assertThat(table.connections().stream().filter(ConnectionSummary::forgotten))
        .allSatisfy(forgotten -> assertThat(forgotten.outcome()).isEqualTo(Outcome.UNKNOWN));
    ServiceSum sum = table.services().get(0);
    assertThat(sum.connections()).isEqualTo(50);
    assertThat(sum.count(Outcome.UNANSWERED)).isEqualTo(4);
    assertThat(table.connections()).hasSize(8);
    assertThat(table.unlisted()).isEqualTo(42);
    assertThat(table.unsummed()).isZero();
  }

  @Test
  void sumsOfVeryManyServicesAreBoundedAndSaySo() {
    Talk talk = new Talk();
    for (int port = 1; port <= 50; port++) {
      talk.ports(40000, port).client(port * 10, SYN);
    }
    ConnectionTable table = Talk.table(talk.text(), Settings.STANDARD.withMemory(4 * 4096L));
    assertThat(table.services()).hasSize(16);
    assertThat(table.unsummed()).isEqualTo(34);
  }
}
