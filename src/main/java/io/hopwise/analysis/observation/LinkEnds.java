package io.hopwise.analysis.observation;

/**
 * The two link-layer addresses that a packet passed between.
 *
 * @param src the sender's, as printed
 * @param dst the receiver's, as printed
 */
public record LinkEnds(String src, String dst) {}
