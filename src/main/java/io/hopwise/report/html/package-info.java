/**
 * An analysis as one HTML file to attach to a ticket.
 *
 * <p>Nothing is loaded, no script is needed to read it, and all text from the wire is escaped.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.html;
