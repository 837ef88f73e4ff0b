package io.hopwise.cli;

import com.google.common.base.Joiner;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Names of enum constants on the command line. */
final class Names {
  private Names() {}

  static String option(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static Integer integer(String word) {
    Integer number = Ints.tryParse(word);
    if (number == null) {
      throw new TypeConversionException("expected a whole number, not '" + word + "'");
    }
    return number;
  }

  static Long longInteger(String word) {
    Long number = Longs.tryParse(word);
    if (number == null) {
      throw new TypeConversionException("expected a whole number, not '" + word + "'");
    }
    return number;
  }

  /** The constant with this name. */
  static <E extends Enum<E>> E of(E[] constants, String word) {
    for (E constant : constants) {
      if (option(constant).equals(word)) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "expected one of " + Joiner.on(", ").join(constants) + ", not '" + word + "'");
  }
}
