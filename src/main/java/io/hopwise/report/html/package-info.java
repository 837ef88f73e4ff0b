/**
 * An analysis as one HTML file to attach to a ticket.
 *
 * <p>The file loads nothing, needs no script, and escapes all text from the wire.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.html;
