/** Internal: how a reset is judged, and the sentences about it that several rules share. */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.rules.reset;
