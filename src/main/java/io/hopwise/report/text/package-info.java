/**
 * Packets, findings, rules and distances as text for a terminal.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.text;
