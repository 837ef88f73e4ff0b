package io.hopwise.testing;

import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.syn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.text.SafeText;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a packet carried does not command the terminal that a failed test is read on. */
class SafeMessagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"\u001b[31m", "\u0007", "\u009b1m", "\u202e", "\u200b", "\ufeff"})
  void failuresAreSafeToLookAt(String evil) {
    PacketCapture capture =
        PacketCapture.of(
            """
            IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 40)
                a%s.example.80 > b%s.example.9: Flags [R], seq 1, win 0, length 0: HTTP %s
            not a record %s
            """
                .replace("%s", evil));
    List<ThrowingCallable> failures =
        List.of(
            () -> assertThat(capture.packets().get(0)).ip().hasSource("c.example"),
            () -> assertThat(capture.packets().get(0)).ip().hasTtl(3),
            () -> assertThat(capture).hasNoRejects(),
            () -> assertThat(capture).hasPackets(1, syn()),
            () -> assertThat(capture).containsOnly(syn()),
            () -> assertThat(capture.packets().get(0)).isNull(),
            () -> assertThat(capture.packets().get(0)).isEqualTo(capture.entries()));
    for (ThrowingCallable failure : failures) {
      String message = Objects.requireNonNull(catchThrowable(failure).getMessage());
      assertThat(message.codePoints().filter(c -> c != '\n' && SafeText.isUnsafe(c)))
          .as(message)
          .isEmpty();
    }
  }
}
