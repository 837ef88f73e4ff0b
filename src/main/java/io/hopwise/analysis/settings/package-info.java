/**
 * What the caller says of a capture and of the analysis: where it was taken, which port is asked
 * about, how much is remembered, thresholds.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.settings;
