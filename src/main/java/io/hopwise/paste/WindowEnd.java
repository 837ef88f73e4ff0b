package io.hopwise.paste;

/** Where the part of a text ends that is looked at first: behind a line. */
final class WindowEnd {
  private WindowEnd() {}

  /**
   * Where a line ends at or behind an index, by a carriage return where no line feed is near.
   *
   * @param from the index, 1 or more
   * @param to where the text ends
   * @param farthest how far a line feed is near, in bytes
   */
  static int at(byte[] bytes, int from, int to, int farthest) {
    int near = Math.min(to, from + farthest);
    int end = behind(bytes, from, near, (byte) '\n');
    if (end == near && near < to) {
      end = behind(bytes, from, near, (byte) '\r');
    }
    return end == near && near < to ? behind(bytes, near, to, (byte) '\n') : end;
  }

  private static int behind(byte[] bytes, int from, int to, byte end) {
    int at = from;
    while (at < to && bytes[at - 1] != end) {
      at++;
    }
    return at;
  }
}
