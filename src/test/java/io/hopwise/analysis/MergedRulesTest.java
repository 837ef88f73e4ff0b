package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of rules of one's own when analyses are merged. */
class MergedRulesTest {
  private static final ImmutableList<Entry> ENTRIES =
      ImmutableList.copyOf(
          Fixtures.entries(Path.of("testdata/reset/who-sent-the-reset.txt")).stream()
              .filter(Packet.class::isInstance)
              .toList());

  /** Counts packets itself, and reports them all in the end. */
  private static final class Counting extends NamedRule {
    private final int version;

    Counting(int version, Threshold... thresholds) {
      super("counting", "how many packets there are", "Counts.", thresholds);
      this.version = version;
    }

    @Override
    public int version() {
      return version;
    }

    @Override
    public Run start(Settings settings) {
      return new Counted();
    }
  }

  private static final class Counted implements Rule.PacketRun {
    private int packets;

    @Override
    public void packet(Packet packet, ObservedPacket seen, Findings out) {
      packets++;
    }

    @Override
    public void capture(ObservedCapture capture, Findings out) {
      out.about("all").tally("packets", packets);
    }

    @Override
    public void conclude(FindingBuilder draft, ObservedCapture capture) {
      draft.says(draft.tally("packets") + " packets");
    }

    @Override
    public Rule.Run merge(Rule.Run later) {
      Counted both = new Counted();
      both.packets = packets + ((Counted) later).packets;
      return both;
    }
  }

  @Test
  void aRunThatCountsCountsBothHalves() {
    Analyzer merged = counted(new Counting(1)).merge(counted(new Counting(1)));
    assertThat(says(merged)).isEqualTo(2 * ENTRIES.size() + " packets");
  }

  @Test
  void whatIsMergedSharesNothingWithItsHalves() {
    assertNothingShared(counted(new Counting(1)), counted(new Counting(1)));
  }

  @Test
  void theSameHoldsOfTheStandardRules() {
    assertNothingShared(analyzed(StandardRules.all()), analyzed(StandardRules.all()));
  }

  private static void assertNothingShared(Analyzer early, Analyzer late) {
    Report earlyBefore = early.report();
    Report lateBefore = late.report();
    Analyzer merged = early.merge(late);
    Report mergedBefore = merged.report();
    ENTRIES.forEach(merged::accept);
    assertThat(early.report()).isEqualTo(earlyBefore);
    assertThat(late.report()).isEqualTo(lateBefore);
    Analyzer again = early.merge(late);
    ENTRIES.forEach(early::accept);
    ENTRIES.forEach(late::accept);
    assertThat(again.report()).isEqualTo(mergedBefore);
  }

  @Test
  void rulesOfOneIdMergeIfTheirVersionIsTheSame() {
    assertThatThrownBy(() -> counted(new Counting(1)).merge(counted(new Counting(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different rules");
  }

  @Test
  void rulesAreEqualByIdVersionAndThresholds() {
    Threshold one = new Threshold("counting", "most", 1, 0, 9, "the most");
    assertThat(new Counting(1)).isEqualTo(new Counting(1));
    assertThat(new Counting(1)).hasSameHashCodeAs(new Counting(1));
    assertThat(new Counting(1)).isNotEqualTo(new Counting(2));
    assertThat(new Counting(1)).isNotEqualTo(new Counting(1, one));
  }

  @Test
  void nothingIsAcceptedAfterTheEnd() {
    Analyzer analyzer = counted(new Counting(1));
    Report report = analyzer.finish();
    assertThatThrownBy(() -> analyzer.accept(ENTRIES.get(0)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> analyzer.beginCapture("elsewhere"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(analyzer.finish()).isEqualTo(report);
  }

  @Test
  void aMistypedRuleIsRefusedWithWhatMayBeMeant() {
    Report report = analyzed(StandardRules.all()).finish();
    assertThatThrownBy(() -> report.of("forged-rest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no rule forged-rest was asked; did you mean forged-reset?");
    assertThatThrownBy(() -> StandardRules.allBut(List.of("forged-rest")))
        .hasMessageContaining("did you mean forged-reset?");
    assertThatThrownBy(() -> StandardRules.only(List.of("nothing-of-the-kind-at-all")))
        .hasMessageStartingWith(
            "there is no rule nothing-of-the-kind-at-all; there are made-here,");
    assertThat(StandardRules.only(List.of("same-machine", "forged-reset")))
        .extracting(Rule::id)
        .containsExactly("forged-reset", "same-machine");
  }

  private static String says(Analyzer analyzer) {
    return analyzer.report().of("counting").get(0).says();
  }

  private static Analyzer counted(Rule rule) {
    return analyzed(ImmutableList.of(rule));
  }

  private static Analyzer analyzed(List<Rule> rules) {
    Analyzer analyzer = new Analyzer(rules, Settings.STANDARD);
    ENTRIES.forEach(analyzer::accept);
    return analyzer;
  }
}
