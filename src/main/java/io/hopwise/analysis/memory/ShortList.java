package io.hopwise.analysis.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists that mostly stay as short as one or two elements, for which the JDK has lists that are one
 * object each; an {@code ArrayList} is two.
 */
public final class ShortList {
  private ShortList() {}

  /**
   * The list with one more element.
   *
   * @param list {@code List.of()}, or what this method returned; it may be changed
   */
  public static <T> List<T> plus(List<T> list, T last) {
    if (list.isEmpty()) {
      return List.of(last);
    }
    if (list.size() == 1) {
      return List.of(list.get(0), last);
    }
    List<T> longer = list instanceof ArrayList<T> ? list : new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
