package io.hopwise.text;

import java.util.Comparator;
import java.util.List;

/**
 * Guesses what a mistyped word was meant to be.
 *
 * @since 0.1
 */
public final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * What to tell whoever typed a word that does not exist: the nearest ones or, where none is near,
   * all.
   *
   * @param known the words there are
   */
  public static String hint(String typed, List<String> known) {
    List<String> near =
        known.stream()
            .filter(word -> distance(typed, word) <= Math.max(2, word.length() / 3))
            .sorted(Comparator.comparingInt(word -> distance(typed, word)))
            .limit(3)
            .toList();
    return near.isEmpty()
        ? "there are " + String.join(", ", known)
        : "did you mean " + String.join(" or ", near) + "?";
  }

  /** How many letters to insert, delete or change to make one word of the other. */
  private static int distance(String one, String other) {
    if (one.length() > LONGEST || other.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
