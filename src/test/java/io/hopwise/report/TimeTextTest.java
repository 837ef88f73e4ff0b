package io.hopwise.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.PrintedTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  @Test
  void aTimeIsWrittenAsJavaWritesIt() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long nanos = random.nextLong(86_400_000_000_000L);
      PrintedTime time =
          new PrintedTime(PrintedTime.Form.TIME_OF_DAY, nanos, random.nextBoolean() ? 6 : 9);
      assertThat(written(time)).isEqualTo(time.toString());
    }
  }

  @Test
  void theFirstAndLastMomentsOfADayAreWritten() {
    PrintedTime first = new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 0, 6);
    PrintedTime last = new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 86_399_999_999_999L, 9);
    assertThat(written(first)).isEqualTo("00:00:00.000000");
    assertThat(written(last)).isEqualTo("23:59:59.999999999");
  }

  @Test
  void timesOfAnotherFormAreLeftAlone() {
    long day = 86_400_000_000_000L;
    assertThat(TimeText.isUsual(new PrintedTime(PrintedTime.Form.TIME_OF_DAY, -1, 6))).isFalse();
    assertThat(TimeText.isUsual(new PrintedTime(PrintedTime.Form.TIME_OF_DAY, day, 6))).isFalse();
    assertThat(TimeText.isUsual(new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 1, 0))).isFalse();
    assertThat(TimeText.isUsual(new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 1, 10))).isFalse();
    assertThat(TimeText.isUsual(new PrintedTime(PrintedTime.Form.EPOCH, 1, 6))).isFalse();
    assertThat(TimeText.isUsual(new PrintedTime(PrintedTime.Form.DATE_TIME, 1, 6))).isFalse();
    assertThat(TimeText.isUsual(new PrintedTime(PrintedTime.Form.DELTA, 1, 6))).isFalse();
  }

  private static String written(PrintedTime time) {
    assertThat(TimeText.isUsual(time)).isTrue();
    byte[] text = new byte[3 + TimeText.LONGEST];
    return new String(text, 3, TimeText.write(time, text, 3) - 3, US_ASCII);
  }
}
