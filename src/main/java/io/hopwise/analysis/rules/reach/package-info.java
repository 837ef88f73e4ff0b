/**
 * Internal: rules that ask why a port cannot be reached: refused, rejected, unanswered, or never
 * asked.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.rules.reach;
