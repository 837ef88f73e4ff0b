/**
 * Internal: recognises what surrounds tcpdump's output in pasted text.
 *
 * <p>Each line is judged alone: prompts, commands, output of other programs, headings and prose are
 * lines that neither begin nor continue a record.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser.around;
