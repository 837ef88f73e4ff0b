/**
 * JUnit 5 parameters and sources that are captures.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing.junit;
