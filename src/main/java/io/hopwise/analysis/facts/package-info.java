/**
 * Who and what the packets of a finding are, as data to filter and count by.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.facts;
