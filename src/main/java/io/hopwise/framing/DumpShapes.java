package io.hopwise.framing;

/** Tells from a record's text how many bytes its packet has. */
public interface DumpShapes {
  /** Takes note of a message of tcpdump about the following capture, a frame of one line. */
  void observe(Frame notice);

  /** Whether a message told how many bytes were captured of a packet, so that shapes include it. */
  boolean isSnapshotLengthKnown();

  /** The shape of the packet described by {@code bytes[from, to)}. */
  DumpShape shape(byte[] bytes, int from, int to);
}
