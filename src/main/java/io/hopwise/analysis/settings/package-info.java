/**
 * What the caller says of a capture and of the analysis: where it was taken, which port is asked
 * about, how much is remembered, thresholds.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.settings;
