/**
 * What all reports have in common: text that is safe to show, times, and what writes entries line
 * by line.
 *
 * <p>{@code .csv}, {@code .json} and {@code .text} say what was read and found. All output is valid
 * UTF-8. What came from the wire is never written to a person as it is: control, bidirectional and
 * invisible characters are shown escaped ({@link io.hopwise.report.SafeText}).
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report;
