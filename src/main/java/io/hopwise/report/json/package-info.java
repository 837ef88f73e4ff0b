/** Packets, findings and summaries as JSON and NDJSON. */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.json;
