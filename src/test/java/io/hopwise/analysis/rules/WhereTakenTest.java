package io.hopwise.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.reach.SynUnanswered;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Vantage;
import io.hopwise.packet.LinkLayer.Direction;
import io.hopwise.testing.packets.Packets;
import io.hopwise.testing.packets.TcpPacketBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where SYNs without an answer were captured: what of it is proved, and what is left open. */
final class WhereTakenTest {
  private static final String OPEN = "If the capture was taken at the server, ";
  private static final String CLIENT = "Taken at the client: ";
  private static final String SERVER = "Taken at the server: ";
  private static final String NOT_CLIENT = "Not taken at the client: ";
  private static final String BETWEEN = "Taken between client and server: ";
  private static final Duration SOON = Duration.ofNanos(20_000);

  private final Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);

  @ParameterizedTest
  @CsvSource({"64", "128", "255", "80"})
  void aFullTtlOrAnOutlandishOneLeavesItOpen(int ttl) {
    sendThree(syn().ttl(ttl));
    assertThat(says()).contains("nothing came back. " + OPEN);
  }

  @ParameterizedTest
  @CsvSource({"63", "61", "113", "254"})
  void aTtlThatIsLessWasNotPrintedAtTheClient(int ttl) {
    sendThree(syn().ttl(ttl));
    assertThat(says())
        .contains(NOT_CLIENT)
        .contains("If this is the server, look here: a packet filter")
        .contains(
            "If it is a machine on the way, they are dropped here, further on or by the server");
  }

  @ParameterizedTest
  @CsvSource({
    "64, 61, " + CLIENT,
    "61, 64, " + SERVER,
    "61, 60, " + BETWEEN,
    "64, 128, Client and server share this link: ",
  })
  void theTtlsOfBothSidesTell(int client, int server, String place) {
    echo(server);
    sendThree(syn().ttl(client));
    assertThat(says()).contains("nothing came back. " + place);
  }

  @Test
  void whatComesInWasNotSentHere() {
    sendThree(syn().onInterface("eth0", Direction.IN));
    assertThat(says()).contains(NOT_CLIENT);
  }

  @Test
  void whatGoesByBetweenOthersWasNotSentHereEither() {
    sendThree(syn().onInterface("eth0", Direction.OTHER_HOST));
    assertThat(says()).contains(NOT_CLIENT);
  }

  @Test
  void whatComesInFromANeighbourIsOnItsWayToAHostBeyond() {
    echo(61);
    sendThree(syn().onInterface("eth0", Direction.IN));
    assertThat(says()).contains(BETWEEN);
  }

  @Test
  void whatGoesOutWasSentHere() {
    sendThree(syn().onInterface("eth0", Direction.OUT));
    assertThat(says()).contains(CLIENT);
  }

  @Test
  void whatGoesOutWithLessThanAFullTtlIsPassedOn() {
    sendThree(syn().ttl(63).onInterface("eth0", Direction.OUT));
    assertThat(says()).contains(BETWEEN);
  }

  @Test
  void whatAnotherAddressOfTheSameClientGetsDoesNotHideThat() {
    String published = "198.51.100.20:8080";
    analyzer.accept(
        Packets.tcp("192.0.2.10:40000", published).syn().onInterface("eth0", Direction.IN).build());
    sendThree(syn().ttl(63).onInterface("docker0", Direction.OUT));
    assertThat(says()).contains(BETWEEN);
  }

  @Test
  void whatAHostSendsToItselfComesIn() {
    sendThree(syn().onInterface("lo", Direction.IN));
    assertThat(says()).contains(OPEN);
  }

  @ParameterizedTest
  @CsvSource({"63", "64"})
  void whatComesInAndGoesOutIsPassedOnAndCountsOnce(int behind) {
    for (int i = 0; i < 3; i++) {
      send(syn().id(7 + i).onInterface("eth0", Direction.IN), Duration.ofSeconds(i));
      TcpPacketBuilder again = syn().id(7 + i).ttl(behind).onInterface("eth1", Direction.OUT);
      send(again, Duration.ofSeconds(i).plus(SOON));
    }
    assertThat(finding().count()).isEqualTo(3);
    assertThat(says()).contains(BETWEEN);
    assertThat(Fixtures.evidence(finding())).containsExactly("passed-on");
  }

  @Test
  void withoutDirectionsTheTtlTellsThatItWasPassedOn() {
    for (int i = 0; i < 3; i++) {
      send(syn().id(7 + i), Duration.ofSeconds(i));
      send(syn().id(7 + i).ttl(63), Duration.ofSeconds(i).plus(SOON));
    }
    assertThat(finding().count()).isEqualTo(3);
    assertThat(says()).contains(BETWEEN);
  }

  @Test
  void whatGoesOutOfTwoInterfacesOfTheClientCountsOnce() {
    for (int i = 0; i < 3; i++) {
      send(syn().id(7 + i).onInterface("veth0", Direction.OUT), Duration.ofSeconds(i));
      TcpPacketBuilder again = syn().id(7 + i).onInterface("eth0", Direction.OUT);
      send(again, Duration.ofSeconds(i).plus(SOON));
    }
    assertThat(finding().count()).isEqualTo(3);
    assertThat(says()).contains(CLIENT);
  }

  @Test
  void whatComesInOnTwoInterfacesCountsOnceWithoutAnIdToo() {
    for (int i = 0; i < 3; i++) {
      send(syn().onInterface("eth0", Direction.IN), Duration.ofSeconds(i));
      send(syn().onInterface("bond0", Direction.IN), Duration.ofSeconds(i).plus(SOON));
    }
    assertThat(finding().count()).isEqualTo(3);
    assertThat(says()).contains(NOT_CLIENT);
  }

  @Test
  void aSynSentAgainIsAnotherSyn() {
    send(syn().id(7), Duration.ZERO);
    send(syn().id(7), Duration.ofMillis(500));
    send(syn().id(8), Duration.ofMillis(510));
    assertThat(finding().count()).isEqualTo(3);
  }

  @Test
  void aCopyWithoutAnIdOrAnotherInterfaceIsAnotherSyn() {
    send(syn(), Duration.ZERO);
    send(syn(), Duration.ofMillis(20));
    assertThat(finding().count()).isEqualTo(2);
  }

  @Test
  void whatComesInAndGoesOutByOneInterfaceCountsOnceWithoutAnIdToo() {
    for (int i = 0; i < 3; i++) {
      send(syn().onInterface("eth0", Direction.IN), Duration.ofSeconds(i));
      send(syn().onInterface("eth0", Direction.OUT), Duration.ofSeconds(i).plus(SOON));
    }
    assertThat(finding().count()).isEqualTo(3);
    assertThat(says()).contains(BETWEEN);
  }

  @Test
  void whatWentOutDoesNotComeInAgainWithoutAnId() {
    send(syn().onInterface("eth0", Direction.OUT), Duration.ZERO);
    send(syn().onInterface("eth1", Direction.IN), Duration.ofMillis(20));
    assertThat(finding().count()).isEqualTo(2);
    assertThat(says()).contains(OPEN);
  }

  @Test
  void aSynThatWasPrintedTwiceIsNothingToCompare() {
    send(syn().id(7).onInterface("eth0", Direction.IN), Duration.ZERO);
    send(syn().id(7).ttl(63).onInterface("eth1", Direction.OUT), SOON);
    Report report = analyzer.finish();
    assertThat(report.findings()).isEmpty();
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
  }

  @Test
  void whatSeveralClientsHaveInCommonIsSaid() {
    for (int i = 0; i < 3; i++) {
      send(syn().id(7 + i).onInterface("eth0", Direction.IN), Duration.ofSeconds(i));
      send(syn().id(7 + i).ttl(63).onInterface("eth1", Direction.OUT), Duration.ofSeconds(i));
      TcpPacketBuilder other = Packets.tcp("192.0.2.11:40000", "198.51.100.20:80").syn().seq(9);
      send(other.id(1).onInterface("eth0", Direction.IN), Duration.ofSeconds(i));
    }
    assertThat(finding().count()).isEqualTo(6);
    assertThat(says()).contains(NOT_CLIENT);
  }

  @Test
  void whatIsGivenIsNotDoubted() {
    Settings given = Settings.STANDARD.withVantage(Vantage.SERVER);
    Analyzer told = new Analyzer(StandardRules.all(), given);
    for (int i = 0; i < 3; i++) {
      told.accept(syn().onInterface("eth0", Direction.OUT).at(Duration.ofSeconds(i)).build());
    }
    assertThat(told.finish().of(SynUnanswered.ID).get(0).says()).contains(SERVER);
  }

  private static TcpPacketBuilder syn() {
    return Packets.tcp("192.0.2.10:40000", "198.51.100.20:80").syn().seq(1000);
  }

  private void echo(int ttl) {
    analyzer.accept(Packets.echoReply("198.51.100.20", "192.0.2.10").ttl(ttl).build());
  }

  private void sendThree(TcpPacketBuilder syn) {
    for (int i = 0; i < 3; i++) {
      send(syn, Duration.ofSeconds(i));
    }
  }

  private void send(TcpPacketBuilder packet, Duration at) {
    analyzer.accept(packet.at(at).build());
  }

  private Finding finding() {
    return analyzer.report().of(SynUnanswered.ID).get(0);
  }

  private String says() {
    return finding().says();
  }
}
