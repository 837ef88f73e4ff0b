/**
 * The command line: {@link io.hopwise.cli.Main}, one class per subcommand, and what stands between
 * them and the world (input of every kind, the terminal, endings).
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.cli;
