package io.hopwise.testing;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.render.TcpdumpRenderer;
import io.hopwise.report.SafeText;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.presentation.StandardRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * What all assertions of this package share: failures name what was expected and found, and show
 * the lines of the capture it was found in.
 *
 * @param <S> the assertion itself
 * @param <A> what is asserted about
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

  private Where where;
  private @Nullable AbstractSoftAssertions soft;

  HopwiseAssert(@Nullable A actual, Class<?> self) {
    this(actual, self, Where.NOWHERE);
  }

  HopwiseAssert(@Nullable A actual, Class<?> self, Where where) {
    super(actual, self);
    this.where = where;
    info.useRepresentation(AS_TEXT);
  }

  /** Whose lines failures show. */
  S in(Where newWhere) {
    where = newWhere;
    return myself;
  }

  /** Failures of what this one leads to are collected too. */
  S softly(@Nullable AbstractSoftAssertions assertions) {
    soft = assertions;
    return myself;
  }

  Where where() {
    return where;
  }

  /** Fails unless two values are the same. */
  S expect(String what, @Nullable Object expected, @Nullable Object found) {
    return expect(
        Objects.equals(expected, found),
        "Expecting " + what + " " + expected + ", but found " + found);
  }

  /** Fails unless something holds. */
  S expect(boolean holds, String message) {
    isNotNull();
    if (!holds) {
      failWithMessage("%s", safe(message));
    }
    return myself;
  }

  /**
   * What came from the wire, host names too, must not command the terminal of who runs the test.
   */
  private String safe(String message) {
    return SafeText.block(message + where.excerpt());
  }

  /** The assertion on a part, in whose failures the whole is shown. */
  <C extends HopwiseAssert<C, P>, P> C part(
      Class<C> type,
      Class<P> partType,
      @Nullable P part,
      Function<@Nullable P, C> make,
      Where partWhere) {
    AbstractSoftAssertions collector = soft;
    C child = collector == null ? make.apply(part) : collector.proxy(type, partType, part);
    return child.in(partWhere).softly(soft).describedAs(info.description());
  }

  /**
   * A part that is missing: fails here, or when failures are collected goes on with nothing, of
   * which every further assertion fails.
   */
  void missing(String message) {
    AbstractSoftAssertions collector = soft;
    if (collector == null) {
      throw failure("%s", safe(message));
    }
    collector.collectAssertionError(failure("%s", safe(message)));
  }
}
