package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/**
 * Bytes as the text of a class, one character each, in pieces a class file can hold. A resource
 * would be plainer, but to read one the JVM opens the jar and looks through its two thousand
 * entries: a tenth of the time of a short run, whose classes are in the JVM's own archive.
 */
interface TableText {
  /** The pieces, in their order. */
  String[] pieces();

  /** The bytes of the class of this simple name. */
  static byte[] bytes(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String piece : of(name).pieces()) {
      bytes.writeBytes(piece.getBytes(ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  private static TableText of(String name) {
    try {
      Class<?> type = Class.forName(TableText.class.getPackageName() + "." + name);
      return (TableText) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("missing from the jar: " + name, e);
    }
  }
}
