package io.hopwise.analysis.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdCounterTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    // ids in a row, and whether a counter runs on in them
    "10 11 12 13, true",
    "10 11 12, false",
    "10 74 138 202, true",
    "10 75 140 205, false",
    "65534 65535 1 2, true",
    "12 11 13 14, true",
    "10 11 12 13 14 30000 30001, true",
    "10 11 12 13 30000 30001, true",
    "10 11 12 30000 30001, false",
    "0 0 0 0 0, false",
    "51234 907 33011 20418 60001, false",
  })
  void aCounterRunsOnInSmallSteps(String ids, boolean runs) {
    assertThat(counter(ids).runsOn()).isEqualTo(runs);
  }

  @ParameterizedTest
  @CsvSource({
    // an id, the ones before and behind it, and whether it is off the counter
    "30000, 13, 14, true",
    "30000, 13, -1, true",
    "1037, 13, -1, false",
    "1038, 13, -1, true",
    "30000, 13, 30001, false",
    "30000, 13, 9000, false",
    "30000, -1, 14, false",
    "0, 13000, 13001, false",
    "65000, 13, 14, false",
  })
  void anIdFarFromBothItsNeighboursIsOff(int id, int before, int behind, boolean off) {
    assertThat(counter("10 11 12 13").isOff(id, before, behind)).isEqualTo(off);
  }

  @Test
  void whatDoesNotRunOnHasNothingOffIt() {
    assertThat(counter("51234 907 33011").isOff(20000, 33011, 33012)).isFalse();
  }

  @Test
  void afterTenSecondsACounterMayBeAnywhere() {
    IdCounter counter = new IdCounter();
    counter.add(7, SECOND);
    assertThat(counter.lastBefore(11 * SECOND)).isEqualTo(7);
    assertThat(counter.lastBefore(11 * SECOND + 1)).isEqualTo(-1);
  }

  @Test
  void twoHalvesCountAsTheWhole() {
    IdCounter early = counter("10 11");
    early.append(counter("12 13"), 0);
    assertThat(early.runsOn()).isTrue();
    assertThat(early.first()).isEqualTo(10);
    assertThat(early.lastBefore(0)).isEqualTo(13);
    early.append(new IdCounter(), 0);
    assertThat(early.lastBefore(0)).isEqualTo(13);
  }

  private static IdCounter counter(String ids) {
    IdCounter counter = new IdCounter();
    for (String id : Splitter.on(' ').split(ids)) {
      counter.add(Integer.parseInt(id), 0);
    }
    return counter;
  }
}
