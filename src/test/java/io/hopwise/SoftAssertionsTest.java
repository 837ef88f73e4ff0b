package io.hopwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hopwise.testing.HopwiseSoftAssertions;
import io.hopwise.testing.capture.PacketCapture;
import org.junit.jupiter.api.Test;

/** Soft assertions from outside the library's packages, as users have them. */
class SoftAssertionsTest {
  private static final PacketCapture NOTHING = PacketCapture.of("");

  @Test
  void aFailureNamesTheLineOfTheTest() {
    Throwable failure =
        catchThrowable(
            () -> HopwiseSoftAssertions.check(softly -> softly.assertThat(NOTHING).hasPackets(1)));
    assertThat(failure)
        .hasMessageContaining("at SoftAssertionsTest.")
        .hasMessageContaining("(SoftAssertionsTest.java:");
    assertThat(failure.getMessage()).doesNotContain("PacketCaptureAssert.java");
  }
}
