/**
 * Packets, findings and summaries as JSON and NDJSON.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.json;
