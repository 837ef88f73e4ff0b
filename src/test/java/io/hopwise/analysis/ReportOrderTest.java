package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.rules.Fixtures;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings of a report stand in the order that its documentation promises. */
class ReportOrderTest {
  private static final Comparator<Finding> SUREST_FIRST =
      Comparator.comparing(Finding::grade)
          .reversed()
          .thenComparing(finding -> finding.first().map(PacketRef::record), emptyLast());

  private static Comparator<Optional<Long>> emptyLast() {
    return Comparator.comparing(record -> record.orElse(Long.MAX_VALUE));
  }

  static List<Path> captures() {
    return Fixtures.all().stream().filter(file -> file.endsWith("fires.txt")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void theSurestComesFirstThenTheEarliest(Path capture) {
    assertThat(Verdicts.analyze(capture).findings()).isSortedAccordingTo(SUREST_FIRST);
  }

  @Test
  void aCaptureWithFindingsOfTwoGradesIsAmongThem() {
    assertThat(captures())
        .anyMatch(
            capture ->
                Verdicts.analyze(capture).findings().stream().map(Finding::grade).distinct().count()
                    > 1);
  }
}
