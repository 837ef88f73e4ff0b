package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.rules.Fixtures;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The findings of a report stand in the order that its documentation promises. */
class ReportOrderTest {
  private static final Comparator<Finding> SUREST_FIRST =
      Comparator.comparing(Finding::grade)
          .reversed()
          .thenComparing(finding -> finding.first().map(PacketRef::record), emptyLast());

  private static Comparator<Optional<Long>> emptyLast() {
    return Comparator.comparing(record -> record.orElse(Long.MAX_VALUE));
  }

  @Test
  void theSurestComesFirstThenTheEarliest() {
    int mixed = 0;
    List<Path> fires = Fixtures.all().stream().filter(file -> file.endsWith("fires.txt")).toList();
    for (Path capture : fires) {
      List<Finding> findings = Verdicts.analyze(capture).findings();
      assertThat(findings).as(capture.toString()).isSortedAccordingTo(SUREST_FIRST);
      mixed += findings.stream().map(Finding::grade).distinct().count() > 1 ? 1 : 0;
    }
    assertThat(mixed).as("captures with findings of several grades").isGreaterThan(5);
  }
}
