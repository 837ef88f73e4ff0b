/** Internal: the command's process: streams, terminal, messages, signals, exit codes. */
@org.jspecify.annotations.NullMarked
package io.hopwise.cli.process;
