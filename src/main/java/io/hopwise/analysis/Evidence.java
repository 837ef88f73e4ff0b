package io.hopwise.analysis;

import io.hopwise.analysis.citation.PacketNumber;
import java.util.Optional;

/**
 * One reason that a finding gives.
 *
 * @param name a stable name in kebab case, such as {@code df-differs}
 * @param text the reason in words, with this capture's numbers
 * @param packet another packet that shows it, which the text of a {@link Finding} cites
 * @since 0.1
 */
public record Evidence(String name, String text, Optional<PacketNumber> packet) {
  /** A reason that no other packet shows. */
  public Evidence(String name, String text) {
    this(name, text, Optional.empty());
  }

  /** A reason that another packet shows. */
  public Evidence(String name, String text, PacketNumber packet) {
    this(name, text, Optional.of(packet));
  }
}
