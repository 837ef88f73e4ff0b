/** Internal: how a command writes an analysis: as text, JSON or NDJSON, at once or in the end. */
@org.jspecify.annotations.NullMarked
package io.hopwise.cli.output;
