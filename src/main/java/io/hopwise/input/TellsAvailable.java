package io.hopwise.input;

/**
 * Marks a stream whose {@code available()} tells whether a read would wait. Of other streams nobody
 * knows: many say 0 at all times.
 */
public interface TellsAvailable {}
