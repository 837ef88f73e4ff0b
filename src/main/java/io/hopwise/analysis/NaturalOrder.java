package io.hopwise.analysis;

import java.util.Comparator;

/** The order people put words in: numbers within them as numbers, so that 9 comes before 10. */
final class NaturalOrder {
  static final Comparator<String> OF_TEXTS = NaturalOrder::compare;

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
              ? compareNumbers(one.substring(i, oneEnd), other.substring(j, otherEnd))
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

  private static int compareNumbers(String one, String other) {
    String a = one.replaceFirst("^0+(?=.)", "");
    String b = other.replaceFirst("^0+(?=.)", "");
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }
}
