/** Packets, findings, rules and distances as text for a terminal. */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.text;
