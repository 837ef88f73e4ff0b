/** Packets as CSV. */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.csv;
