package io.hopwise.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarDayTest {
  @Test
  void everyDayOfTenThousandYearsIsThatOfTheJdk() {
    LocalDate day = LocalDate.of(0, 1, 1);
    for (long epoch = day.toEpochDay(); day.getYear() <= 9999; epoch++, day = day.plusDays(1)) {
      CalendarDay mine = CalendarDay.ofEpoch(epoch);
      boolean same =
          mine.sinceEpoch() == epoch
              && mine.year() == day.getYear()
              && mine.month() == day.getMonthValue()
              && mine.day() == day.getDayOfMonth();
      assertThat(same).as(day.toString()).isTrue();
    }
  }

  @Test
  void aDayIsPrintedAsTheJdkPrintsIt() {
    for (String day : new String[] {"0000-01-01", "0999-12-31", "1970-01-01", "2024-02-29"}) {
      assertThat(CalendarDay.ofEpoch(LocalDate.parse(day).toEpochDay())).hasToString(day);
    }
  }

  @Test
  void daysThatNoMonthHasDoNotExist() {
    assertThat(CalendarDay.exists(2024, 2, 29)).isTrue();
    assertThat(CalendarDay.exists(2023, 2, 29)).isFalse();
    assertThat(CalendarDay.exists(1900, 2, 29)).isFalse();
    assertThat(CalendarDay.exists(2000, 2, 29)).isTrue();
    assertThat(CalendarDay.exists(2023, 4, 31)).isFalse();
    assertThat(CalendarDay.exists(2023, 0, 1)).isFalse();
    assertThat(CalendarDay.exists(2023, 13, 1)).isFalse();
    assertThat(CalendarDay.exists(2023, 1, 0)).isFalse();
  }
}
