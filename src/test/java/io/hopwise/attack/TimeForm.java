package io.hopwise.attack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How tcpdump prints the time of a record. */
enum TimeForm {
  NONE("-t"),
  CLOCK(""),
  EPOCH("-tt"),
  DELTA("-ttt"),
  DATE("-tttt"),
  SINCE_FIRST("-ttttt");

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS ", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SLASHES =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss.SSSSSS ", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS ", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String option;

  TimeForm(String option) {
    this.option = option;
  }

  String option() {
    return option;
  }

  boolean isKnownTo(Release release) {
    return this != SINCE_FIRST || !release.isBefore(Release.V4_0_0);
  }

  /** What stands before a record so many microseconds behind a second; a guess for a delta. */
  String text(Release release, long second, long micros) {
    Instant at = Instant.ofEpochSecond(second, micros * 1000);
    String blank = release.isBefore(Release.V4_9_3) ? "" : " ";
    return switch (this) {
      case NONE -> "";
      case CLOCK -> HOUR.format(at);
      case EPOCH -> String.format("%d.%06d ", at.getEpochSecond(), at.getNano() / 1000);
      case DELTA -> release.isBefore(Release.V4_0_0) ? "137931 " : blank + "00:00:00.137931 ";
      case DATE -> (release == Release.V3_7_2 ? SLASHES : DAY).format(at);
      case SINCE_FIRST -> blank + HOUR.format(Instant.ofEpochSecond(0, micros * 1000));
    };
  }
}
