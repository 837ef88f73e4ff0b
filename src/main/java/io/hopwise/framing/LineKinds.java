package io.hopwise.framing;

/** Classifies lines by how they begin. */
public interface LineKinds {
  /** The kind of the line at {@code bytes[from, to)}, line end included. */
  LineKind kind(byte[] bytes, int from, int to);

  /** Whether the next line, which has no time, begins an inner packet of the record. */
  enum Announcement {
    /** No sign of an inner packet. */
    NONE,
    /** It may begin an inner packet or a new record. */
    POSSIBLE,
    /** It begins an inner packet. */
    CERTAIN
  }

  /**
   * What a line announces about the next one, which has no time.
   *
   * @param timed whether records have times here
   */
  Announcement announcement(byte[] bytes, int from, int to, boolean timed);

  /**
   * The index in a line of {@link LineKind#STATISTICS} that run to its end, or -1: tcpdump prints
   * them even in the middle of other output.
   */
  int statisticsAt(byte[] bytes, int from, int to);
}
