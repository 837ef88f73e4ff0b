/**
 * Internal: strings of data formats and programs that hold what tcpdump printed.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.paste.strings;
