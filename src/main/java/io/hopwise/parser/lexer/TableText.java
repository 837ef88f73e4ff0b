package io.hopwise.parser.lexer;

/**
 * Bytes stored as string constants of a class, in pieces that fit into a class file. A resource
 * would be simpler, but to read one the JVM must open the jar and read its directory of two
 * thousand entries. That takes a tenth of a short run, whose classes otherwise come from the AppCDS
 * archive.
 */
public interface TableText {
  /** The pieces, in order. */
  String[] pieces();

  /** The bytes stored in a class. */
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
