package io.hopwise.analysis.facts;

import java.util.Comparator;

/**
 * The order people put words in: numbers within them as numbers, so that 9 comes before 10.
 *
 * @since 0.1
 */
public final class NaturalOrder {
  /** Orders texts. */
  public static final Comparator<String> OF_TEXTS = NaturalOrder::compare;

  private NaturalOrder() {}

  private static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int oneEnd = numberEnd(one, i);
      int otherEnd = numberEnd(other, j);
      boolean numbers = oneEnd > i && otherEnd > j;
      int order =
          numbers
              ? compareNumbers(one, i, oneEnd, other, j, otherEnd)
              : Character.compare(one.charAt(i), other.charAt(j));
      if (order != 0) {
        return order;
      }
      i = numbers ? oneEnd : i + 1;
      j = numbers ? otherEnd : j + 1;
    }
    int rest = Integer.compare(one.length() - i, other.length() - j);
    // Only texts that are equal compare as equal: 01 is not 1.
    return rest != 0 ? rest : one.compareTo(other);
  }

  private static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Compares two runs of digits as numbers, however long they are. */
  private static int compareNumbers(String one, int from, int end, String other, int at, int stop) {
    int i = firstDigit(one, from, end);
    int j = firstDigit(other, at, stop);
    if (end - i != stop - j) {
      return Integer.compare(end - i, stop - j);
    }
    while (i < end && one.charAt(i) == other.charAt(j)) {
      i++;
      j++;
    }
    return i == end ? 0 : Character.compare(one.charAt(i), other.charAt(j));
  }

  /** Where a number begins behind its leading zeros. */
  private static int firstDigit(String text, int from, int end) {
    int first = from;
    while (first < end - 1 && text.charAt(first) == '0') {
      first++;
    }
    return first;
  }
}
