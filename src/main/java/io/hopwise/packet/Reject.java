package io.hopwise.packet;

import io.hopwise.text.ParseError;
import io.hopwise.text.RecordText;

/**
 * Text that is neither a record nor a message of tcpdump. Reading went on after it.
 *
 * @param text the lines that could not be read
 * @param error where they stopped making sense
 */
public record Reject(RecordText text, ParseError error) implements Entry {}
