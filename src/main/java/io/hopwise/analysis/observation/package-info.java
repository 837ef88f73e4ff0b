/**
 * Internal: what judging asks of one entry, read off it where it is parsed: plain numbers and
 * names, with the packets that tunnels carry.
 *
 * <p>An {@link io.hopwise.analysis.observation.Observation} is made in the thread that reads and
 * given to the one that judges. Millions wait in between, so numbers that were not printed are -1
 * in here, not {@code OptionalInt}; {@code io.hopwise.analysis.traffic} shows them to rules.
 */
@NullMarked
package io.hopwise.analysis.observation;

import org.jspecify.annotations.NullMarked;
