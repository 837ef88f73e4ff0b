package io.hopwise.analysis.rules.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class DistanceMeaninglessTest {
  private static final String ID = DistanceMeaningless.ID;

  @Test
  void severalTtlsOfOneForgerTakeTheDistanceOut() {
    Finding forged = forged("fires");
    assertThat(forged.grade()).isEqualTo(Grade.HIGH);
    assertThat(forged.distanceKnown()).isFalse();
    assertThat(forged.says()).contains("does not tell the sender's distance");
  }

  @Test
  void oneTtlOfTheForgerKeepsTheDistanceIn() {
    assertThat(forged("silent").distanceKnown()).isTrue();
    assertThat(forged("silent").says()).contains("6 routers lie between");
  }

  private static Finding forged(String name) {
    return Fixtures.report(ID + "/" + name).of("forged-reset").get(0);
  }
}
