package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Entry;
import io.hopwise.testing.packets.Packets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToldAtOnceTest {
  private static final String HOST = "192.0.2.9";
  private static final String HERE = "198.51.100.5";

  private int nextPort = 40000;
  private final List<String> told = new ArrayList<>();
  private final FindingListener listener =
      new FindingListener() {
        @Override
        public void found(Finding finding) {
          told.add("found " + finding.grade() + " " + finding.rule());
        }

        @Override
        public void improved(Finding before, Finding now) {
          told.add("improved " + before.grade() + " to " + now.grade() + " " + now.rule());
        }

        @Override
        public void withdrawn(Finding finding, String reason) {
          told.add("withdrawn " + finding.rule());
        }
      };
  private final Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD, listener);

  @Test
  void theProofMayComeAfterTheSuspect() {
    List<Entry> entries = Fixtures.entries(Path.of("testdata/reset/who-sent-the-reset.txt"));
    entries.subList(0, 7).forEach(analyzer::accept);
    assertThat(told).isEmpty();
    analyzer.accept(entries.get(7));
    assertThat(told).containsExactly("found LOW forged-reset");
    entries.subList(8, entries.size()).forEach(analyzer::accept);
    analyzer.finish();
    assertThat(told)
        .containsExactly("found LOW forged-reset", "improved LOW to MEDIUM forged-reset");
  }

  @Test
  void anAnswerThatCameAfterAllIsSaid() {
    List<Entry> entries = Fixtures.entries(Path.of("testdata/rules/syn-unanswered/fires.txt"));
    entries.forEach(analyzer::accept);
    assertThat(told).containsExactly("found INFO syn-unanswered");
    analyzer.accept(
        Packets.tcp("198.51.100.20:22", "192.0.2.10:40000")
            .syn()
            .seq(5000)
            .ack(101)
            .at(LocalTime.of(11, 0))
            .build());
    analyzer.finish();
    assertThat(told).containsExactly("found INFO syn-unanswered", "withdrawn syn-unanswered");
  }

  @Test
  void aChangedRouteTakesBackWhatItExplains() {
    pings(3, 59);
    reset(62);
    assertThat(told).containsExactly("found MEDIUM forged-reset");
    pings(1, 62);
    analyzer.finish();
    assertThat(told)
        .containsExactly(
            "found MEDIUM forged-reset", "withdrawn forged-reset", "found INFO syn-refused");
  }

  @Test
  void whatWasTakenBackIsSaidAgainOnceItIsTrue() {
    pings(3, 59);
    reset(62);
    pings(1, 62);
    told.clear();
    reset(64);
    assertThat(told).containsExactly("found MEDIUM forged-reset");
    pings(3, 62);
    analyzer.finish();
    assertThat(told).noneMatch(line -> line.startsWith("withdrawn"));
  }

  @Test
  void aFindingStandsAsLongAsOneConnectionShowsIt() {
    pings(3, 59);
    reset(62);
    reset(64);
    pings(2, 62);
    assertThat(told).containsExactly("found MEDIUM forged-reset", "found INFO syn-refused");
  }

  @Test
  void ofManyConnectionsTheLastOnesAreAskedAgain() {
    pings(3, 59);
    for (int i = 0; i < 100; i++) {
      reset(59);
    }
    reset(62);
    pings(1, 62);
    assertThat(told)
        .filteredOn(line -> line.contains("forged-reset"))
        .containsExactly("found MEDIUM forged-reset", "withdrawn forged-reset");
  }

  @Test
  void whatBecameSurerTwiceIsSaidOnceAndInTheEnd() {
    pings(1, 59);
    reset(62);
    pings(2, 59);
    reset(62, 9);
    assertThat(told)
        .containsExactly("found LOW forged-reset", "improved LOW to MEDIUM forged-reset");
    analyzer.finish();
    assertThat(told).hasSize(3).last().isEqualTo("improved MEDIUM to HIGH forged-reset");
  }

  @Test
  void aMergedAnalyzerKnowsWhatWasSaid() {
    pings(3, 59);
    reset(62);
    told.clear();
    Analyzer later = new Analyzer(StandardRules.all(), Settings.STANDARD, listener);
    later.accept(Packets.echoReply(HOST, HERE).ttl(59).build());
    analyzer.merge(later).finish();
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsForgottenStandsByWhatItShowed() {
    Analyzer small =
        new Analyzer(StandardRules.all(), Settings.STANDARD.withMemory(10 * 4096L), listener);
    for (int i = 0; i < 3; i++) {
      small.accept(Packets.echoReply(HOST, HERE).ttl(59).build());
    }
    small.accept(Packets.tcp(HERE + ":1", HOST + ":22").ttl(64).syn().build());
    small.accept(Packets.tcp(HOST + ":22", HERE + ":1").ttl(62).rst().ack(1).build());
    for (int i = 0; i < 50; i++) {
      small.accept(Packets.udp(HERE + ":" + (100 + i), "192.0.2.53:53").ttl(64).build());
    }
    small.accept(Packets.echoReply(HOST, HERE).ttl(62).build());
    small.finish();
    assertThat(told)
        .filteredOn(line -> line.contains("forged-reset"))
        .containsExactly("found MEDIUM forged-reset");
  }

  @Test
  void whatWaitsToBeJudgedIsToldThen() {
    pings(3, 59);
    recordReset(analyzer, 62);
    assertThat(analyzer.isDue()).isTrue();
    assertThat(told).isEmpty();
    analyzer.judge();
    assertThat(analyzer.isDue()).isFalse();
    assertThat(told).containsExactly("found MEDIUM forged-reset");
    analyzer.judge();
    assertThat(told).hasSize(1);
  }

  @Test
  void whatIsExplainedBeforeItIsJudgedIsNotTold() {
    pings(3, 59);
    recordReset(analyzer, 62);
    record(analyzer, Packets.echoReply(HOST, HERE).ttl(62).build());
    analyzer.judge();
    assertThat(told).containsExactly("found INFO syn-refused");
  }

  @Test
  void whatIsForgottenIsToldBeforeThough() {
    Analyzer small =
        new Analyzer(StandardRules.all(), Settings.STANDARD.withMemory(10 * 4096L), listener);
    for (int i = 0; i < 3; i++) {
      record(small, Packets.echoReply(HOST, HERE).ttl(59).build());
    }
    recordReset(small, 62);
    for (int i = 0; i < 50; i++) {
      record(small, Packets.udp(HERE + ":" + (100 + i), "192.0.2.53:53").ttl(64).build());
    }
    assertThat(told).containsExactly("found MEDIUM forged-reset");
    small.judge();
    small.finish();
    assertThat(told).containsExactly("found MEDIUM forged-reset");
  }

  @Test
  void whereVeryMuchWaitsItIsToldUnasked() {
    pings(3, 59);
    recordReset(analyzer, 62);
    for (int i = 0; i < 500; i++) {
      recordReset(analyzer, 59);
    }
    assertThat(told).contains("found MEDIUM forged-reset");
  }

  private static void record(Analyzer analyzer, Entry entry) {
    analyzer.record(analyzer.observe(entry));
  }

  private void recordReset(Analyzer analyzer, int ttl) {
    String asking = HERE + ":" + nextPort++;
    String asked = HOST + ":" + (1000 + ttl);
    record(analyzer, Packets.tcp(asking, asked).ttl(64).syn().build());
    record(analyzer, Packets.tcp(asked, asking).ttl(ttl).rst().ack(1).build());
  }

  private void pings(int number, int ttl) {
    for (int i = 0; i < number; i++) {
      analyzer.accept(Packets.echoReply(HOST, HERE).ttl(ttl).build());
    }
  }

  private void reset(int ttl) {
    reset(ttl, 0);
  }

  private void reset(int ttl, int payload) {
    String asking = HERE + ":" + nextPort++;
    String asked = HOST + ":" + (1000 + ttl);
    analyzer.accept(Packets.tcp(asking, asked).ttl(64).syn().build());
    analyzer.accept(Packets.tcp(asked, asking).ttl(ttl).rst().ack(1).data(payload).build());
  }
}
