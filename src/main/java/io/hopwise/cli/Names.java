package io.hopwise.cli;

import java.util.Locale;

/** How a constant is written on the command line. */
final class Names {
  private Names() {}

  static String option(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
