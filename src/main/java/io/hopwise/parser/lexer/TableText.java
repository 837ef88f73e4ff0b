package io.hopwise.parser.lexer;

/**
 * Bytes as the text of a class, one character each, in pieces a class file can hold. A resource
 * would be plainer, but to read one the JVM opens the jar and looks through its two thousand
 * entries: a tenth of the time of a short run, whose classes are in the JVM's own archive.
 */
public interface TableText {
  /** The pieces, in their order. */
  String[] pieces();

  /** The bytes that a class holds. */
  static byte[] bytes(TableText table) {
    String[] pieces = table.pieces();
    int length = 0;
    for (String piece : pieces) {
      length += piece.length();
    }
    byte[] bytes = new byte[length];
    int at = 0;
    for (String piece : pieces) {
      for (int i = 0; i < piece.length(); i++) {
        bytes[at++] = (byte) piece.charAt(i);
      }
    }
    return bytes;
  }
}
