package io.hopwise.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.report.picture.HopPicture;
import io.hopwise.report.picture.Lane;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PathTextTest {
  private static final Style UNICODE = new Style(false, 80, true);

  private static Lane lane(String words, int ttl, int initial, boolean fits) {
    return new Lane(
        words,
        ttl,
        OptionalInt.of(initial),
        OptionalInt.of(initial - ttl),
        OptionalInt.empty(),
        fits);
  }

  private static List<String> drawn(Style style, Lane... lanes) {
    return PathText.lines(new HopPicture("192.0.2.80", ImmutableList.copyOf(lanes)), style);
  }

  @Test
  void theSuspectTurnsOffBelowItsRouter() {
    assertThat(
            drawn(UNICODE, lane("4 echo replies", 61, 64, true), lane("3 resets", 63, 64, false)))
        .containsExactly(
            "you ──1──2──3── 192.0.2.80: 4 echo replies  TTL  61",
            "      └ 3 resets                            TTL  63  ← came from here");
  }

  @Test
  void withoutUnicodeItStillReads() {
    assertThat(
            drawn(
                Style.PLAIN, lane("4 echo replies", 61, 64, true), lane("3 resets", 63, 64, false)))
        .containsExactly(
            "you --1--2--3-- 192.0.2.80: 4 echo replies  TTL  61",
            "      `- 3 resets                           TTL  63  <- came from here");
  }

  @Test
  void aLongWayIsShortened() {
    assertThat(
            drawn(UNICODE, lane("1 reset", 250, 255, false), lane("9 TCP segments", 44, 64, true)))
        .first()
        .asString()
        .startsWith("you ──1─ … 5");
  }

  @Test
  void aSenderOnThisLinkTurnsOffAtTheCapturePoint() {
    assertThat(drawn(UNICODE, lane("2 echo replies", 63, 64, true), lane("1 reset", 64, 64, false)))
        .last()
        .asString()
        .startsWith(" └ 1 reset")
        .endsWith("← from this link");
  }

  @Test
  void aWideNameKeepsTheColumnsAligned() {
    HopPicture picture =
        new HopPicture(
            "\u30b5\u30fc\u30d0\u30fc",
            ImmutableList.of(
                lane("4 echo replies", 61, 64, true), lane("3 resets", 63, 64, false)));
    List<String> lines = PathText.lines(picture, UNICODE);
    assertThat(columnOfTtl(lines.get(0))).isEqualTo(columnOfTtl(lines.get(1)));
  }

  private static int columnOfTtl(String line) {
    return Widths.of(line.substring(0, line.indexOf("TTL")));
  }

  @Test
  void whatComparesNothingIsNotDrawn() {
    assertThat(drawn(UNICODE, lane("3 resets", 63, 64, false))).isEmpty();
  }
}
