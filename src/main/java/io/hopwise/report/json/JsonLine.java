package io.hopwise.report.json;

import io.hopwise.packet.PrintedTime;
import io.hopwise.report.TimeText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A buffer for JSON objects, one per line. Names and other constant parts are {@link JsonPiece}s. A
 * general generator tracks its state at every name and value; with one, {@code parse} takes a
 * seventh more time.
 */
final class JsonLine extends JsonText {
  /** For each ASCII character, whether it needs no escape in a string. */
  private static final boolean[] PLAIN = plain();

  /** An empty line with room for this many bytes; it grows if it needs more. */
  JsonLine(int room) {
    super(room);
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[1 << 7];
    for (char c = ' '; c < 0x7f; c++) {
      plain[c] = c != '"' && c != '\\';
    }
    return plain;
  }

  /** Starts a line. */
  void begin() {
    put('{');
  }

  /** Ends a line. */
  void end() {
    put('}');
    put('\n');
  }

  /** Writes a piece, with a comma before it if it is not the first. */
  void put(JsonPiece piece) {
    byte before = last();
    boolean first = before == '{' || before == '[';
    put(piece.text, first ? 1 : 0, piece.text.length);
  }

  /** Ends an object that was started by a piece. */
  void endObject() {
    put('}');
  }

  /** Ends an array that was started by a piece. */
  void endArray() {
    put(']');
  }

  /** Writes a number into an array. */
  void element(long value) {
    if (last() != '[') {
      put(',');
    }
    number(value);
  }

  void number(JsonPiece key, long value) {
    put(key);
    number(value);
  }

  /** Writes a member, or nothing if the value is absent. */
  void printed(JsonPiece key, OptionalInt value) {
    if (value.isPresent()) {
      number(key, value.getAsInt());
    }
  }

  /** Writes a member, or nothing if the value is absent. */
  void printed(JsonPiece key, OptionalLong value) {
    if (value.isPresent()) {
      number(key, value.getAsLong());
    }
  }

  /** Writes a member, or nothing if the value is absent. */
  void printed(JsonPiece key, Optional<?> value) {
    if (value.isPresent()) {
      text(key, value.get().toString());
    }
  }

  void time(JsonPiece key, PrintedTime time) {
    if (!TimeText.isUsual(time)) {
      text(key, time.toString());
      return;
    }
    put(key);
    put('"');
    putUsual(time);
    put('"');
  }

  void textUnlessEmpty(JsonPiece key, String text) {
    if (!text.isEmpty()) {
      text(key, text);
    }
  }

  void text(JsonPiece key, String text) {
    put(key);
    quoted(text);
  }

  private void quoted(String text) {
    put('"');
    if (putIf(PLAIN, text)) {
      put('"');
      return;
    }
    dropLast();
    quote(text);
  }
}
