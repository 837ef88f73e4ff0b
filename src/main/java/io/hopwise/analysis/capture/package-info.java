/**
 * A whole capture as rules see it: its traffic, what the text says of how it was taken, and where
 * that was.
 *
 * <p>{@link io.hopwise.analysis.capture.Recorder} is handed entries and changes what {@link
 * io.hopwise.analysis.capture.ObservedCapture} remembers; rules read it.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.capture;
