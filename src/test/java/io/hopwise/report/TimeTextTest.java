package io.hopwise.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.PrintedTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  private final TimeText text = new TimeText();

  @Test
  void itIsWhatTheTimeItselfSays() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long nanos = random.nextLong(86_400_000_000_000L);
      PrintedTime time =
          new PrintedTime(PrintedTime.Form.TIME_OF_DAY, nanos, random.nextBoolean() ? 6 : 9);
      assertThat(new String(text.text(), 0, text.write(time), US_ASCII)).isEqualTo(time.toString());
    }
  }

  @Test
  void theEndsOfTheDay() {
    PrintedTime first = new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 0, 6);
    PrintedTime last = new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 86_399_999_999_999L, 9);
    assertThat(new String(text.text(), 0, text.write(first), US_ASCII))
        .isEqualTo("00:00:00.000000");
    assertThat(new String(text.text(), 0, text.write(last), US_ASCII))
        .isEqualTo("23:59:59.999999999");
  }

  @Test
  void otherTimesAreLeftAlone() {
    assertThat(text.write(new PrintedTime(PrintedTime.Form.TIME_OF_DAY, -1, 6))).isZero();
    assertThat(text.write(new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 86_400_000_000_000L, 6)))
        .isZero();
    assertThat(text.write(new PrintedTime(PrintedTime.Form.EPOCH, 1, 6))).isZero();
    assertThat(text.write(new PrintedTime(PrintedTime.Form.DATE_TIME, 1, 6))).isZero();
    assertThat(text.write(new PrintedTime(PrintedTime.Form.DELTA, 1, 6))).isZero();
  }
}
