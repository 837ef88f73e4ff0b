package io.hopwise.analysis.traffic;

/**
 * ICMP errors of one device that say the same of the same.
 *
 * @param first the first one
 * @param count how many there are
 * @since 0.1
 */
public record IcmpErrors(IcmpError first, long count) {}
