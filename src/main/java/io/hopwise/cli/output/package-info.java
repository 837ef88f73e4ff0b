/**
 * Internal: how a command writes an analysis: as text, JSON, NDJSON or HTML, during reading or at
 * the end.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.cli.output;
