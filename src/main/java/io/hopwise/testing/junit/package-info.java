/**
 * Captures as JUnit 5 parameters and argument sources.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing.junit;
