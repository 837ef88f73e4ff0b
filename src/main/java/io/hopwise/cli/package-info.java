/**
 * Internal: the command line: {@link io.hopwise.cli.Main}, and a class for each subcommand and
 * group of options.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.cli;
