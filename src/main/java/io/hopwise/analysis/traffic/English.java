package io.hopwise.analysis.traffic;

import java.util.List;

/** Small pieces of English. */
public final class English {
  private English() {}

  /** The words joined as people do: {@code a}, {@code a and b}, {@code a, b and c}. */
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

  /** The number with the word that fits it. */
  public static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
