/**
 * Internal: reads input with several threads: one cuts it into frames, workers read the frames, and
 * one puts the results in order.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.cli.pipeline;
