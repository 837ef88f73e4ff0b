package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A constant part of JSON, encoded once. */
final class JsonPiece {
  /** A comma, which is skipped if nothing comes before, and the part. */
  final byte[] text;

  private JsonPiece(String json) {
    text = (',' + json).getBytes(US_ASCII);
  }

  /** A piece with this JSON, in ASCII. */
  static JsonPiece of(String json) {
    return new JsonPiece(json);
  }

  /** The name of a member, of ASCII letters and digits. */
  static JsonPiece key(String name) {
    return new JsonPiece('"' + name + "\":");
  }

  /** The name of a member that is an object, and its start. */
  static JsonPiece object(String name) {
    return new JsonPiece('"' + name + "\":{");
  }

  /** The name of a member that is an array, and its start. */
  static JsonPiece array(String name) {
    return new JsonPiece('"' + name + "\":[");
  }
}
