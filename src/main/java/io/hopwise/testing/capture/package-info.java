/**
 * Captures for tests: as text, from a file, made, or taken from an interface while a test runs.
 *
 * <p>Nothing here needs AssertJ or JUnit.
 *
 * <p>Stable API.
 *
 * @see io.hopwise.testing.HopwiseAssertions
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing.capture;
