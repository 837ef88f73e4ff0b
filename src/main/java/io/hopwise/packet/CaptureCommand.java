package io.hopwise.packet;

import com.google.common.collect.ImmutableSortedSet;

/**
 * What a tcpdump command line says of the text that it printed.
 *
 * @param verbose whether it has {@code -v}, so that TTLs are printed
 * @param quiet whether it has {@code -q}, so that TCP flags are not
 * @param ports the ports, 0 to 65535, that its filter lets through: every packet has one of them;
 *     empty if there may be others
 * @param mayHideAnswers whether its filter, or a direction, may let through what one side of a
 *     connection sends and not what the other answers
 * @since 0.1
 */
public record CaptureCommand(
    boolean verbose, boolean quiet, ImmutableSortedSet<Integer> ports, boolean mayHideAnswers) {}
