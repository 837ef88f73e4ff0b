/**
 * Internal: what the command shares with the process around it: streams, terminal, messages,
 * signals, exit codes.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.cli.process;
