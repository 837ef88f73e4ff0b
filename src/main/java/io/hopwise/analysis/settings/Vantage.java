package io.hopwise.analysis.settings;

/**
 * Where a capture was taken.
 *
 * @since 0.1
 */
public enum Vantage {
  /** At the server, or on its link. */
  SERVER("at the server"),
  /** At the client, or on its link. */
  CLIENT("at the client"),
  /** Not at the client: at the server, or on the way to it. */
  SERVER_OR_BETWEEN("at the server or on the way to it"),
  /** On the way between the two. */
  BETWEEN("between client and server"),
  /** On a link both stand on: the TTLs do not tell which. */
  SAME_LINK("on a link that client and server share"),
  /** Unknown: the capture does not show it. */
  UNKNOWN("at an unknown place");

  private final String words;

  Vantage(String words) {
    this.words = words;
  }

  /** The place in words, to follow "taken". */
  public String words() {
    return words;
  }
}
