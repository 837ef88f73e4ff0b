package io.hopwise.text;

/** Tells lines apart by how they begin. */
public interface LineKinds {
  /** The kind of the line at {@code bytes[from, to)}, line end included. */
  LineKind kind(byte[] bytes, int from, int to);
}
