package io.hopwise.cli;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a command works with.
 *
 * @param in standard input
 * @param out standard output, unbuffered; failures to write are thrown
 * @param messages standard error
 * @param terminal what the streams are connected to
 * @param stop set when the command should finish and end
 */
record Session(
    InputStream in, OutputStream out, Messages messages, Terminal terminal, StopSignal stop) {}
