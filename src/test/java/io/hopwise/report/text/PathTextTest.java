package io.hopwise.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Grade;
import io.hopwise.report.view.HopPicture;
import io.hopwise.report.view.Lane;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PathTextTest {
  private static final Style UNICODE = new Style(false, 80, true);

  private static Lane lane(String words, int ttl, int initial, boolean fits) {
    return new Lane(
        words,
        "",
        ttl,
        OptionalInt.of(initial),
        OptionalInt.of(initial - ttl),
        ImmutableList.of(),
        fits);
  }

  private static HopPicture picture(String claim, Lane... lanes) {
    return new HopPicture(
        claim, ImmutableList.copyOf(lanes), Grade.MEDIUM, ImmutableList.of("198.51.100.1"), 0);
  }

  private static List<String> drawn(Style style, Lane... lanes) {
    return PathText.lines(picture("192.0.2.80", lanes), style);
  }

  @Test
  void theSuspectTurnsOffBelowItsRouter() {
    Style wide = new Style(false, 120, true);
    assertThat(drawn(wide, lane("4 echo replies", 61, 64, true), lane("3 resets", 63, 64, false)))
        .containsExactly(
            "you ──1──2──3── 192.0.2.80: 4 echo replies  TTL  61",
            "      └ 3 resets                            TTL  63  ← a device behind router 1"
                + " (198.51.100.1 answers from there)");
  }

  @Test
  void withLittleRoomItIsSaidInFewerWordsAndBelow() {
    assertThat(
            drawn(UNICODE, lane("4 echo replies", 61, 64, true), lane("3 resets", 63, 64, false)))
        .containsExactly(
            "you ──1──2──3── 192.0.2.80: 4 echo replies  TTL  61",
            "      └ 3 resets                            TTL  63  ← behind router 1",
            "                                            (198.51.100.1 answers from there)");
  }

  @Test
  void withoutUnicodeItStillReads() {
    assertThat(
            drawn(
                new Style(false, 90),
                lane("4 echo replies", 61, 64, true),
                lane("3 resets", 63, 64, false)))
        .containsExactly(
            "you --1--2--3-- 192.0.2.80: 4 echo replies  TTL  61",
            "      `- 3 resets                           TTL  63  <- a device behind router 1",
            "                                            (198.51.100.1 answers from there)");
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
        .element(1)
        .asString()
        .startsWith(" └ 1 reset")
        .endsWith("← a device on this link");
  }

  @Test
  void aWideNameKeepsTheColumnsAligned() {
    HopPicture picture =
        picture(
            "\u30b5\u30fc\u30d0\u30fc",
            lane("4 echo replies", 61, 64, true),
            lane("3 resets", 63, 64, false));
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
