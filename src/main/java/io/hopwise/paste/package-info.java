/**
 * Internal: one stage before framing that undoes what mail programs, consoles, logs and web pages
 * make of tcpdump's text.
 *
 * <p>{@link io.hopwise.paste.PastedInput} is the way in: a stream of text as tcpdump printed it,
 * and for each frame of that text the piece of the input it stands for. What is done to a passage
 * is a {@link io.hopwise.paste.Form}, a chain of {@link io.hopwise.paste.Way}s. A form is tried on
 * a sample and judged by what the grammar reads from the result ({@link io.hopwise.paste.Trial});
 * text that reads as it stands is left as it is.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.paste;
