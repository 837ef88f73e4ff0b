package io.hopwise.testing;

import static io.hopwise.testing.AssertedCaptures.EVIDENT;
import static io.hopwise.testing.AssertedCaptures.FORGED;
import static io.hopwise.testing.AssertedCaptures.SHOWN_RESET;
import static io.hopwise.testing.HopwiseAssertions.assertThat;

import io.hopwise.analysis.Grade;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion on findings passes where it should, and fails with its message. */
class FindingAssertionsTest {
  private static List<AssertionRow> finding() {
    Class<?> type = FindingAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "isOfRule",
            () -> assertThat(FORGED).isOfRule("forged-reset"),
            () -> assertThat(FORGED).isOfRule("two-senders"),
            "Expecting rule two-senders, but found forged-reset" + SHOWN_RESET),
        new AssertionRow(
            type,
            "onLine",
            () -> assertThat(FORGED).onLine(3),
            () -> assertThat(FORGED).onLine(4),
            "Expecting a finding on line 4, but it is on [3]" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withGrade",
            () -> assertThat(FORGED).withGrade(Grade.MEDIUM),
            () -> assertThat(FORGED).withGrade(Grade.HIGH),
            "Expecting grade HIGH, but found MEDIUM" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withGradeAtLeast",
            () -> assertThat(FORGED).withGradeAtLeast(Grade.LOW),
            () -> assertThat(FORGED).withGradeAtLeast(Grade.HIGH),
            "Expecting grade HIGH at least, but found MEDIUM" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withDistances",
            () -> assertThat(FORGED).withDistances(1, 3),
            () -> assertThat(FORGED).withDistances(2, 3),
            "Expecting distances 2 and 3, but found [1] and [3]" + SHOWN_RESET),
        new AssertionRow(
            type,
            "claims",
            () -> assertThat(FORGED).claims("10.9.4.2"),
            () -> assertThat(FORGED).claims("10.9.4.3"),
            "Expecting claim 10.9.4.3, but found 10.9.4.2" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withCount",
            () -> assertThat(FORGED).withCount(1),
            () -> assertThat(FORGED).withCount(2),
            "Expecting packets: 2, but found 1" + SHOWN_RESET),
        new AssertionRow(
            type,
            "withEvidence",
            () -> assertThat(EVIDENT).withEvidence("df-differs"),
            () -> assertThat(FORGED).withEvidence("payload"),
            """
      Expecting evidence payload, but found [answers-syn]

      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
      """),
        new AssertionRow(
            type,
            "says",
            () -> assertThat(FORGED).says("TTL 63"),
            () -> assertThat(FORGED).says("TTL 64"),
            """
      Expecting a finding that says "TTL 64", but it says "RST from 10.9.4.2 (line 3) arrived with TTL 63: 1 router lies between here and its sender. 4 echo replies from the same address arrived with TTL 61: 3 routers. The host probably did not send this reset; a device behind the first router did. Ask whether a firewall stands there. Confidence: medium (different protocols can take different routes)."

      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
      """));
  }

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  private static Stream<AssertionRow> all() {
    return finding().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void anAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(classes = {FindingAssert.class})
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }
}
