package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A part of a JSON object or array that is always the same, encoded once. */
final class JsonPiece {
  /** A comma, which is left out where nothing stands before it, and the part. */
  final byte[] text;

  private JsonPiece(String json) {
    text = (',' + json).getBytes(US_ASCII);
  }

  /** A part of this JSON, which is ASCII. */
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
