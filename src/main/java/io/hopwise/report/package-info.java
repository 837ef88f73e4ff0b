/**
 * What all reports share: times, and writers of entries.
 *
 * <p>The formats are in {@code .csv}, {@code .json}, {@code .text} and {@code .html}. All output is
 * valid UTF-8. Text from the wire is never shown as it is: control, bidirectional and invisible
 * characters are escaped ({@link io.hopwise.text.SafeText}).
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report;
