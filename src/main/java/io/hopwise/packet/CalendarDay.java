package io.hopwise.packet;

/**
 * A day of the Gregorian calendar, extended to the years before its introduction.
 *
 * @param year 0 to 9999
 * @param month 1 to 12
 * @param day 1 to 31, by the month
 * @since 0.1
 */
public record CalendarDay(int year, int month, int day) {
  /** Days from 1 March of year 0 to 1 January 1970. */
  private static final long TO_1970 = 719_468;

  private static final int DAYS_IN_400_YEARS = 146_097;

  /** Whether there is such a day. */
  public static boolean exists(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  }

  private static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  // Counted from March, the leap day is the last of the year, and every five months have 153 days.

  /** Days since 1 January 1970, negative before. */
  public long sinceEpoch() {
    long march = month > 2 ? year : year - 1;
    int monthFromMarch = (month + 9) % 12;
    long dayOfYear = (153L * monthFromMarch + 2) / 5 + day - 1;
    long leapDays = Math.floorDiv(march, 4) - Math.floorDiv(march, 100) + Math.floorDiv(march, 400);
    return march * 365 + leapDays + dayOfYear - TO_1970;
  }

  /** The day that is this many days after 1 January 1970. */
  public static CalendarDay ofEpoch(long days) {
    long all = days + TO_1970;
    long era = Math.floorDiv(all, DAYS_IN_400_YEARS);
    long inEra = Math.floorMod(all, DAYS_IN_400_YEARS);
    long yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365;
    long dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (int) ((5 * dayOfYear + 2) / 153);
    int day = (int) (dayOfYear - (153L * monthFromMarch + 2) / 5) + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    return new CalendarDay((int) (era * 400 + yearOfEra) + (month <= 2 ? 1 : 0), month, day);
  }

  /** The day as {@code 2023-11-14}. */
  @Override
  public String toString() {
    String four = year < 1000 ? Integer.toString(10_000 + year).substring(1) : "" + year;
    return four + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
  }
}
