package io.hopwise.packet;

import io.hopwise.text.ParseError;
import io.hopwise.text.RecordText;
import io.hopwise.text.SafeText;
import java.util.Optional;

/**
 * Text that is neither a record nor a message of tcpdump. Reading continues after it.
 *
 * @param text the lines that could not be read
 * @param error where reading them failed and what was expected
 * @param program the program that prints such lines, if known
 * @since 0.1
 */
public record Reject(RecordText text, ParseError error, Optional<OtherProgram> program)
    implements Entry {

  /** Why it could not be read, and its lines, safe to show. */
  @Override
  public String toString() {
    return "not readable (" + SafeText.line(error.message()) + "), " + text.shown();
  }

  /** Text of an unknown program. */
  public Reject(RecordText text, ParseError error) {
    this(text, error, Optional.empty());
  }
}
