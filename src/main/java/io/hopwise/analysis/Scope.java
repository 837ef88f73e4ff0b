package io.hopwise.analysis;

/**
 * What a packet was compared with, narrowest first.
 *
 * @since 0.1
 */
public enum Scope {
  /** Other packets of its flow: same addresses, same ports, same direction. */
  FLOW("the same flow"),
  /** This flow's answer to the handshake, because other flows of the service keep one TTL. */
  HANDSHAKE("the handshake of the same flow"),
  /** Other flows of the same source address and port. */
  SERVICE("the same address and port"),
  /** Other packets of the same source address, of any protocol. */
  SOURCE("the same address"),
  /**
   * Packets of the same source address in another capture of the text, perhaps of another place.
   */
  OTHER_CAPTURE("the same address in another capture of this text"),
  /** The same where nothing in the text says so, but the packets may be another capture. */
  PERHAPS_OTHER_CAPTURE("the same address, perhaps in another capture of this text,");

  private final String words;

  Scope(String words) {
    this.words = words;
  }

  /** The scope in words, to follow "packets of". */
  public String words() {
    return words;
  }
}
