package io.hopwise.testing;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.render.TcpdumpRenderer;
import io.hopwise.text.SafeText;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.presentation.StandardRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * The base of all assertions in this package. A failure names what was expected and found, and
 * shows the lines of the capture.
 *
 * @param <S> the type of the assertion itself
 * @param <A> the type of the object under test
 * @since 0.1
 */
public abstract class HopwiseAssert<S extends HopwiseAssert<S, A>, A> extends AbstractAssert<S, A> {
  private static final StandardRepresentation AS_TEXT =
      new StandardRepresentation() {
        @Override
        public String toStringOf(@Nullable Object object) {
          if (object instanceof Packet packet) {
            return SafeText.block(TcpdumpRenderer.create().render(packet).strip());
          }
          return object instanceof Entry entry
              ? SafeText.block(entry.text().toString().strip())
              : super.toStringOf(object);
        }
      };

  private Context where;
  private @Nullable AbstractSoftAssertions soft;

  HopwiseAssert(@Nullable A actual, Class<?> self) {
    this(actual, self, Context.NOWHERE);
  }

  HopwiseAssert(@Nullable A actual, Class<?> self, Context where) {
    super(actual, self);
    this.where = where;
    info.useRepresentation(AS_TEXT);
  }

  /** Sets which lines failures show. */
  S in(Context newWhere) {
    where = newWhere;
    return myself;
  }

  /** Makes assertions created from this one collect their failures, too. */
  S softly(@Nullable AbstractSoftAssertions assertions) {
    soft = assertions;
    return myself;
  }

  Context where() {
    return where;
  }

  /** Fails unless two values are the same. */
  S expect(String what, @Nullable Object expected, @Nullable Object found) {
    isNotNull();
    if (!Objects.equals(expected, found)) {
      String message = "Expecting " + what + " " + expected + ", but found " + found;
      throw failureWithActualExpected(found, expected, "%s", safe(message));
    }
    return myself;
  }

  /** Fails unless a condition holds. */
  S expect(boolean holds, String message) {
    isNotNull();
    if (!holds) {
      failWithMessage("%s", safe(message));
    }
    return myself;
  }

  /**
   * Text from the wire, such as host names, must not control the terminal of whoever runs the test.
   */
  private String safe(String message) {
    return SafeText.block(message + where.excerpt());
  }

  /** An assertion on a part, whose failures show the whole. */
  <C extends HopwiseAssert<C, P>, P> C part(
      Class<C> type,
      Class<P> partType,
      @Nullable P part,
      Function<@Nullable P, C> make,
      Context partWhere) {
    AbstractSoftAssertions collector = soft;
    C child = collector == null ? make.apply(part) : collector.proxy(type, partType, part);
    return child.in(partWhere).softly(soft).describedAs(info.description());
  }

  /**
   * Reports a missing part: fails at once, or if failures are collected, continues with null, so
   * that every further assertion fails.
   */
  void missing(String message) {
    AbstractSoftAssertions collector = soft;
    if (collector == null) {
      throw failure("%s", safe(message));
    }
    collector.collectAssertionError(failure("%s", safe(message)));
  }
}
