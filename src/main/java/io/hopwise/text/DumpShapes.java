package io.hopwise.text;

/** Knows from a record's text how many bytes its packet has. */
public interface DumpShapes {
  /** The shape of the packet described by {@code bytes[from, to)}. */
  DumpShape shape(byte[] bytes, int from, int to);
}
