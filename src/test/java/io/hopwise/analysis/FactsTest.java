package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.Hopwise;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.facts.DistinctValues;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.analysis.facts.NaturalOrder;
import io.hopwise.analysis.rules.RuleIds;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final String SERVER = "198.51.100.20";

  private final Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);

  @Test
  void theFoundingCaseSaysWhoSentWhatToWhom() throws IOException {
    Finding finding =
        Hopwise.analyze(Path.of("testdata/reset/who-sent-the-reset.txt"))
            .of(RuleIds.FORGED_RESET)
            .get(0);
    Facts facts = finding.facts();
    assertThat(finding.id()).isEqualTo("forged-reset/192.168.40.129");
    assertThat(facts.senders().values()).containsExactly("192.168.40.129");
    assertThat(facts.receivers().values()).containsExactly("192.168.31.128");
    assertThat(facts.protocols()).containsExactly(6);
    assertThat(facts.servicePorts().values()).containsExactly(Port.of(22));
    assertThat(facts.connections().values())
        .containsExactly(
            new Ends(
                "192.168.40.129",
                Optional.of(Port.of(22)),
                "192.168.31.128",
                Optional.of(Port.of(49169)),
                OptionalInt.of(6)));
    assertThat(facts.records().values()).containsExactly(2L, 4L, 6L);
    assertThat(facts.displayFilter()).contains("frame.number in {2,4,6}");
  }

  @Test
  void allPortsAreCountedInFullAndInTheirOrder() {
    for (int port = 900; port < 1200; port++) {
      refuse(port);
    }
    Finding finding = analyzer.finish().of(RuleIds.SYN_REFUSED).get(0);
    DistinctValues<Port> ports = finding.facts().servicePorts();
    assertThat(ports.count()).isEqualTo(300);
    assertThat(ports.complete()).isTrue();
    assertThat(ports.values()).hasSize(DistinctValues.KEPT).startsWith(Port.of(900), Port.of(901));
    assertThat(finding.says())
        .startsWith(
            "A connection to 198.51.100.20 ports 900, 901, 902, 903, 904, 905 and 294 more was");
    assertThat(finding.facts().connections().count()).isEqualTo(300);
  }

  @Test
  void aCountThatIsNotExactSaysSo() {
    for (int client = 0; client < 1500; client++) {
      ask("192.0." + client / 250 + "." + (client % 250 + 1), 443);
      ask("192.0." + client / 250 + "." + (client % 250 + 1), 443);
    }
    Finding finding = analyzer.finish().of(RuleIds.SYN_UNANSWERED).get(0);
    DistinctValues<String> clients = finding.facts().senders();
    assertThat(clients.count()).isEqualTo(1024);
    assertThat(clients.complete()).isFalse();
    assertThat(finding.says()).contains(" and at least 1,018 more to 198.51.100.20 port 443");
  }

  @Test
  void theServiceIsTheSideThatWasAskedForAConnection() {
    refuse(60000);
    refuse(60000, 50001);
    Facts facts = analyzer.finish().of(RuleIds.SYN_REFUSED).get(0).facts();
    assertThat(facts.receiverPorts().count()).isEqualTo(2);
    assertThat(facts.servicePorts().values()).containsExactly(Port.of(60000));
  }

  @Test
  void theTwoHalvesOfACaptureHaveTheFactsOfTheWhole() {
    List<Integer> ports = Stream.iterate(20, port -> port + 1).limit(40).toList();
    Analyzer first = new Analyzer(StandardRules.all(), Settings.STANDARD);
    Analyzer second = new Analyzer(StandardRules.all(), Settings.STANDARD);
    for (int port : ports) {
      refuse(analyzer, port, 50000);
      refuse(port < 40 ? first : second, port, 50000);
    }
    Facts whole = analyzer.finish().of(RuleIds.SYN_REFUSED).get(0).facts();
    assertThat(first.merge(second).finish().of(RuleIds.SYN_REFUSED).get(0).facts())
        .isEqualTo(whole);
  }

  @Test
  void numbersWithinWordsAreInTheirOrder() {
    List<String> hosts = List.of("10.0.0.9", "10.0.0.10", "10.0.0.100", "9.0.0.1", "a", "a1");
    assertThat(hosts.stream().sorted(NaturalOrder.OF_TEXTS))
        .containsExactly("9.0.0.1", "10.0.0.9", "10.0.0.10", "10.0.0.100", "a", "a1");
    assertThat(NaturalOrder.OF_TEXTS.compare("01", "1")).isNotZero();
    assertThat(NaturalOrder.OF_TEXTS.compare("port 22", "port 22")).isZero();
  }

  @Test
  void aFindingAboutNoPacketHasNoFilter() {
    assertThat(Facts.NONE.displayFilter()).isEmpty();
    assertThat(Facts.NONE.servicePorts()).isEqualTo(DistinctValues.none());
    assertThat(new DistinctValues<>(ImmutableList.of("a"), 1, true).isOne()).isTrue();
  }

  private void refuse(int port) {
    refuse(port, 50000);
  }

  private void refuse(int port, int client) {
    refuse(analyzer, port, client);
  }

  private static void refuse(Analyzer into, int port, int client) {
    accept(into, "192.0.2.10." + client + " > " + SERVER + "." + port, "S", "seq 7");
    accept(into, SERVER + "." + port + " > 192.0.2.10." + client, "R.", "seq 0, ack 8");
  }

  private void ask(String client, int port) {
    accept(analyzer, client + ".50000 > " + SERVER + "." + port, "S", "seq 7");
  }

  private static void accept(Analyzer into, String ends, String flags, String numbers) {
    into.accept(
        Hopwise.parse(
            "IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 60)\n    "
                + ends
                + ": Flags ["
                + flags
                + "], "
                + numbers
                + ", win 500, length 0\n"));
  }
}
