package io.hopwise.text;

import java.util.List;

/**
 * Small pieces of English.
 *
 * @since 0.1
 */
public final class English {
  private English() {}

  /** The words joined as in a sentence: {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String and(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** {@code 1 router}, {@code 3 routers}. */
  public static String routers(long count) {
    return count(count, "router", "routers");
  }

  /** {@code 999}, {@code 1,024}, {@code 1,000,000}, whatever the locale. */
  public static String number(long value) {
    String digits = Long.toString(value);
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > (value < 0 ? 1 : 0); at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  /** {@code 1 packet}, {@code 1,024 packets}. */
  public static String count(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }
}
