/**
 * Internal: where a command's input comes from: a file, a pipe, a live interface, a pcap that
 * tcpdump prints.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.cli.input;
