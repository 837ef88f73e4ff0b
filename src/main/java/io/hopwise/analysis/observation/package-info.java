/**
 * What judging asks of one entry, read off it where it is parsed: plain numbers and names, with the
 * packets that tunnels carry.
 *
 * <p>{@link io.hopwise.analysis.observation.Observation} is made in the thread that reads and given
 * to the one that judges.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@NullMarked
package io.hopwise.analysis.observation;

import org.jspecify.annotations.NullMarked;
