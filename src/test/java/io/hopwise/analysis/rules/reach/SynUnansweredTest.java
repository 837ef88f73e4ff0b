package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.FindingListener;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Vantage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpOption;
import io.hopwise.testing.packets.Packets;
import io.hopwise.testing.packets.TcpPacketBuilder;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SynUnansweredTest {
  private static final String ID = SynUnanswered.ID;

  @Test
  void threeSynsWithoutAnAnswerAreReported() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x3 [1, 2, 3] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("If the capture was taken at the server");
  }

  @Test
  void oneSynAndSecondsOfSilenceAreReportedToo() {
    assertThat(findings(ID, "fires-after-seconds")).containsExactly("INFO x1 [1] 198.51.100.20");
  }

  @Test
  void neitherTtlsNorAddressesAreNeeded() {
    assertThat(findings(ID, "fires-without-ttl")).containsExactly("INFO x2 [1, 2] YYY.YYY.YYY.YYY");
    assertThat(says(ID, "fires-without-ttl")).contains("If the capture was taken at the server");
  }

  @Test
  void theVantageCanBeGiven() {
    Settings server = Settings.STANDARD.withVantage(Vantage.SERVER);
    assertThat(Fixtures.report("syn-unanswered/fires-without-ttl", server).of(ID).get(0).says())
        .contains("Taken at the server: the packets reach the server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fires-passed-on", "fires-passed-on-without-ttl"})
  void aSynThatComesInAndGoesOutCountsOnce(String name) {
    assertThat(findings(ID, name)).containsExactly("INFO x3 [1, 3, 5] 198.51.100.20");
    assertThat(says(ID, name)).contains("Taken between client and server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "silent-one-direction", "silent-passed-on"})
  void aSynWhoseAnswerCameOrMustHaveComeIsNotReported(String name) {
    assertThat(findings(ID, name)).isEmpty();
  }

  @Test
  void aFilterThatLetsSynsAloneThroughHidesTheAnswers() {
    assertThat(findings(ID, "silent-filter")).isEmpty();
    String everything =
        Fixtures.text(ID + "/silent-filter").replace(" 'tcp[tcpflags] == tcp-syn'", " port 443");
    assertThat(Fixtures.reportOf(everything).of(ID)).hasSize(1);
  }

  @Test
  void whereThePortAnswersOthersItSaysSo() {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    TcpPacketBuilder syn = Packets.tcp("192.0.2.10:40000", "198.51.100.20:80").syn();
    Packet accept = Packets.tcp("198.51.100.20:80", "192.0.2.11:40000").syn().ack(1).build();
    analyzer.accept(accept);
    for (int i = 0; i < 3; i++) {
      analyzer.accept(syn.seq(9).at(LocalTime.of(10, 0, i)).build());
    }
    assertThat(analyzer.finish().of(ID).get(0).says())
        .contains("The same port answered other connections");
  }

  @Test
  void whatOneScannerSendsIsOneFinding() {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    for (int host = 1; host < 9; host++) {
      TcpPacketBuilder syn =
          Packets.tcp("192.0.2.10:40000", "198.51.100." + host + ":80")
              .syn()
              .options(new TcpOption.Mss(1460));
      for (int i = 0; i < 3; i++) {
        analyzer.accept(syn.seq(9).at(LocalTime.of(10, host, i)).build());
      }
    }
    assertThat(analyzer.finish().of(ID)).hasSize(1);
  }

  @Test
  void theHostThatWasAskedIsNotTheLastRouterOnTheWay() {
    Packet udp = Packets.udp("192.0.2.10:40000", "198.51.100.20:33434").ttl(3).build();
    assertThat(lastRouter(Packets.timeExceeded("203.0.113.7", udp).build()))
        .endsWith("The last router that did answer is 203.0.113.7.");
    assertThat(lastRouter(Packets.portUnreachable("198.51.100.20", udp).build()))
        .doesNotContain("last router that did answer");
  }

  private static String lastRouter(Packet error) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    analyzer.accept(error);
    for (int i = 0; i < 3; i++) {
      TcpPacketBuilder syn = Packets.tcp("192.0.2.10:40000", "198.51.100.20:80").syn().seq(i);
      analyzer.accept(syn.at(LocalTime.of(10, 0, i)).build());
    }
    return analyzer.finish().of(ID).get(0).says();
  }

  @Test
  void whereSeveralHostsKeepSilentTheCaptureIsTheClients() {
    assertThat(Fixtures.report(ID + "/fires-many-servers").of(ID))
        .hasSize(4)
        .allSatisfy(finding -> assertThat(finding.says()).contains("Taken at the client"));
    assertThat(says(ID, "fires-one-server")).contains("If the capture was taken at the server");
  }

  @Test
  void whereAFilterHidesAnswersNothingIsClean() {
    String command = "root@client:~# tcpdump -nnv 'tcp[tcpflags] == tcp-syn'\n";
    String text = Fixtures.text(ID + "/fires-one-server");
    assertThat(Fixtures.reportOf(command + text).reason()).contains("filter or direction");
  }

  @Test
  void manySilentServersOfOneClientAreOneFinding() {
    Report report = askedInVain(Settings.STANDARD);
    assertThat(report.of(ID)).hasSize(1);
    Finding all = report.of(ID).get(0);
    assertThat(all.count()).isEqualTo(90);
    assertThat(all.facts().receivers().count()).isEqualTo(30);
    assertThat(all.facts().receiverPorts().count()).isEqualTo(30);
    assertThat(all.says())
        .contains("90 SYNs from 192.0.2.10 to 198.51.100.1, 198.51.100.2, ")
        .contains(" and 24 more ports 8001, 8002, ");
  }

  @Test
  void theServerAskedAboutHasAFindingOfItsOwn() {
    Report ofHost = askedInVain(Settings.STANDARD.withHost("198.51.100.7"));
    assertThat(ofHost.of(ID)).extracting(Finding::claim).containsExactly("198.51.100.7");
    assertThat(askedInVain(Settings.STANDARD.withHost("192.0.2.10")).of(ID)).hasSize(1);
    Report ofPort = askedInVain(Settings.STANDARD.withPort(8007));
    assertThat(ofPort.of(ID)).extracting(Finding::claim).containsExactly("198.51.100.7");
  }

  @Test
  void whatIsToldTogetherAtTheEndIsNotTakenBack() {
    List<String> told = new ArrayList<>();
    FindingListener listener =
        new FindingListener() {
          @Override
          public void found(Finding finding) {
            told.add("found " + finding.claim());
          }

          @Override
          public void withdrawn(Finding finding, String reason) {
            told.add("withdrawn " + finding.claim());
          }
        };
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD, listener);
    synsInVain(analyzer);
    analyzer.finish();
    assertThat(told).contains("found several hosts").noneMatch(word -> word.startsWith("with"));
  }

  private static Report askedInVain(Settings settings) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), settings);
    synsInVain(analyzer);
    return analyzer.finish();
  }

  /** Three SYNs each to thirty servers, each at a port of its own. */
  private static void synsInVain(Analyzer analyzer) {
    for (int second = 0; second < 3; second++) {
      for (int server = 1; server <= 30; server++) {
        TcpPacketBuilder syn =
            Packets.tcp(
                    "192.0.2.10:" + (40000 + server),
                    "198.51.100." + server + ":" + (8000 + server))
                .syn()
                .options(new TcpOption.Mss(1460), new TcpOption.WindowScale(7));
        analyzer.accept(syn.seq(server).at(LocalTime.of(10, 0, second)).build());
      }
    }
  }
}
