/**
 * Says what was read and found: packets as NDJSON and CSV, findings as text and JSON, distances as
 * a table.
 *
 * <p>All output is valid UTF-8. What came from the wire is never written to a person as it is:
 * control, bidirectional and invisible characters are shown escaped ({@link
 * io.hopwise.report.SafeText}).
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report;
