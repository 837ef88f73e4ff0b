package io.hopwise.analysis.rules;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Rule;

/** All the rules of the library. */
public final class StandardRules {
  private static final ImmutableList<Rule> ALL = ImmutableList.of();

  private StandardRules() {}

  /** All rules, in the order in which they are asked. */
  public static ImmutableList<Rule> all() {
    return ALL;
  }
}
