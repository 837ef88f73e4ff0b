/**
 * Attacks on the reader: packets that carry what looks like tcpdump's output, printed by a real
 * tcpdump or as it prints them, and what was read held against the packets that were made.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.attack;
