package io.hopwise.packet;

import io.hopwise.text.ParseError;
import io.hopwise.text.RecordText;
import java.util.Optional;

/**
 * Text that is neither a record nor a message of tcpdump. Reading went on after it.
 *
 * @param text the lines that could not be read
 * @param error where they stopped making sense
 * @param program the program that prints such lines, where one is known
 * @since 0.1
 */
public record Reject(RecordText text, ParseError error, Optional<OtherProgram> program)
    implements Entry {

  /** Text of no program that is known. */
  public Reject(RecordText text, ParseError error) {
    this(text, error, Optional.empty());
  }
}
