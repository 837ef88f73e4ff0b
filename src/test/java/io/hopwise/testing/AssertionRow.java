package io.hopwise.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/**
 * An assertion where it passes, and where it fails with its message.
 *
 * @param type the class of the assertion
 * @param method its name
 * @param passes a use of it that must pass
 * @param fails a use of it that must fail
 * @param says the whole message of the failure
 */
record AssertionRow(
    Class<?> type, String method, ThrowingCallable passes, ThrowingCallable fails, String says) {
  Arguments named() {
    return Arguments.of(Named.of(type.getSimpleName() + "." + method, this));
  }

  void check() {
    assertThatCode(passes).doesNotThrowAnyException();
    assertThat(catchThrowable(fails)).isInstanceOf(AssertionError.class).hasMessage(says);
  }

  /** Every public assertion of a class has a row. */
  static void assertComplete(Class<?> type, Stream<AssertionRow> rows) {
    Set<String> tested =
        rows.filter(row -> row.type == type).map(row -> row.method).collect(Collectors.toSet());
    Set<String> declared =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(tested).isEqualTo(declared);
  }
}
