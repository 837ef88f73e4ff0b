package io.hopwise.report.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HopPictureTest {
  private static final Path FOUNDING = Path.of("testdata/reset/who-sent-the-reset.txt");

  private static Finding founding() throws IOException {
    return Hopwise.analyze(FOUNDING).findings().get(0);
  }

  @Test
  void theFarthestSenderStandsFirst() throws IOException {
    HopPicture picture = HopPicture.of(founding());
    assertThat(picture.lanes())
        .extracting(Lane::words)
        .containsExactly("4 echo replies", "3 resets");
    assertThat(picture.lanes()).extracting(lane -> lane.hops().orElseThrow()).containsExactly(3, 1);
    assertThat(picture.lanes()).extracting(Lane::fits).containsExactly(true, false);
    assertThat(picture.hostHops()).hasValue(3);
    assertThat(picture.reach()).isEqualTo(3);
  }

  @Test
  void theDrawingIsSaidInOneSentence() throws IOException {
    assertThat(HopPicture.of(founding()).sentence())
        .isEqualTo(
            "4 echo replies of the host with TTL 61 come from 3 routers away; 3 resets in its name"
                + " with TTL 63 come from 1 router away.");
  }

  @Test
  void theAnswerIsAsSureAsTheGrade() throws IOException {
    Answer answer = Answer.of(founding());
    assertThat(answer.headline())
        .isEqualTo("192.168.40.129 probably did not send the 3 resets of port 22.");
    assertThat(answer.lead())
        .isEqualTo("They came from 1 router away, the host's own packets from 3 routers away.");
  }

  @Test
  void aFindingThatComparesNothingIsNotDrawn() throws IOException {
    for (Finding finding :
        Hopwise.analyze(Path.of("testdata/rules/syn-unanswered/fires.txt")).findings()) {
      assertThat(HopPicture.of(finding).isWorthDrawing()).isFalse();
      assertThat(Answer.of(finding).headline()).endsWith(".").isNotEqualTo(finding.says());
    }
  }

  @Test
  void eachTtlHasThePortsOfItsOwnPackets() throws IOException {
    String text =
        segment(61, "80 > 198.51.100.7.4000", "S.")
            + segment(61, "80 > 198.51.100.7.4000", ".")
            + segment(61, "22 > 198.51.100.7.4001", "S.")
            + segment(61, "22 > 198.51.100.7.4001", ".")
            + segment(64, "80 > 198.51.100.7.4000", "R")
            + segment(63, "22 > 198.51.100.7.4001", "R");
    Finding finding =
        Hopwise.analyze(
                Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8))), Settings.STANDARD)
            .findings()
            .get(0);
    assertThat(HopPicture.of(finding).lanes())
        .filteredOn(lane -> !lane.fits())
        .extracting(lane -> lane.ttl() + " " + lane.ports())
        .containsExactlyInAnyOrder("64 :80", "63 :22");
  }

  private static String segment(int ttl, String ends, String flags) {
    return String.format(
        Locale.ROOT,
        """
        IP (tos 0x0, ttl %d, id 1, offset 0, flags [DF], proto TCP (6), length 40)
            192.0.2.1.%s: Flags [%s], seq 1%s, win 0, length 0
        """,
        ttl,
        ends,
        flags,
        flags.contains(".") ? ", ack 1" : "");
  }
}
