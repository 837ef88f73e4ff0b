package io.hopwise.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TtlTimelineTest {
  @Test
  void eachTtlReachesFromItsFirstPacketToItsLast() throws IOException {
    Report report = Hopwise.analyze(Path.of("testdata/reset/who-sent-the-reset.txt"));
    TtlTimeline timeline = TtlTimeline.of(report.findings().get(0), report);
    assertThat(timeline.sentence())
        .isEqualTo(
            "TTL 63 (does not fit) from record 2 to 6;"
                + " TTL 61 (compared with) from record 8 to 14.");
    assertThat(timeline.marks()).extracting(TtlTimeline.Mark::line).startsWith(2L, 4L, 6L, 8L);
    assertThat(timeline.first()).isEqualTo(2);
    assertThat(timeline.last()).isEqualTo(14);
  }
}
