package io.hopwise.framing;

/** Tells lines apart by how they begin. */
public interface LineKinds {
  /** The kind of the line at {@code bytes[from, to)}, line end included. */
  LineKind kind(byte[] bytes, int from, int to);

  /** Whether the next line, which has no time, begins a packet inside the record. */
  enum Announcement {
    /** Nothing says so. */
    NONE,
    /** It may, or be a record of its own. */
    POSSIBLE,
    /** It does. */
    CERTAIN
  }

  /**
   * What a line says of the next one, which has no time.
   *
   * @param timed whether records of their own have times here
   */
  Announcement announcement(byte[] bytes, int from, int to, boolean timed);

  /**
   * Where in a line {@link LineKind#STATISTICS} begin that run to its end, or -1: tcpdump prints
   * them in the middle of whatever it is just printing.
   */
  int statisticsAt(byte[] bytes, int from, int to);
}
