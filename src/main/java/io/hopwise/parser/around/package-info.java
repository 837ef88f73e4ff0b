/**
 * Internal: recognises what stands around tcpdump's output where it was pasted.
 *
 * <p>Prompts, commands, what other programs say, headings, prose: lines that no record begins with
 * or goes on with, one at a time.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser.around;
