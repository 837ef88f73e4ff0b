package io.hopwise.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import io.hopwise.packet.PrintedTime;
import io.hopwise.report.Line;
import io.hopwise.report.TimeText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Objects of JSON in the making, one a line. Names and whatever else never changes are {@link
 * JsonPiece}s; a text that cannot stand as it is is left to Jackson. With Jackson's generator for
 * all of it, which looks up where it is at every name and value, {@code parse} takes 500,000
 * packets a seventh more time.
 */
final class JsonLine extends Line {
  /** Of each ASCII character whether it stands in a string as it is. */
  private static final boolean[] PLAIN = plain();

  /** Made when it is needed: most captures have no such text. */
  private @Nullable JsonGenerator escaper;

  /** Lines with room for so many bytes, and more if they need it. */
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

  /** Writes a piece, and a comma if something stands before it. */
  void put(JsonPiece piece) {
    byte before = last();
    boolean first = before == '{' || before == '[';
    put(piece.text, first ? 1 : 0, piece.text.length);
  }

  /** Ends an object that a piece started. */
  void endObject() {
    put('}');
  }

  /** Ends an array that a piece started. */
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

  /** Writes a member, or nothing where no value was printed. */
  void printed(JsonPiece key, OptionalInt value) {
    if (value.isPresent()) {
      number(key, value.getAsInt());
    }
  }

  /** Writes a member, or nothing where no value was printed. */
  void printed(JsonPiece key, OptionalLong value) {
    if (value.isPresent()) {
      number(key, value.getAsLong());
    }
  }

  /** Writes a member, or nothing where no value was printed. */
  void printed(JsonPiece key, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      text(key, value.get().toString());
    }
  }

  void time(JsonPiece key, PrintedTime time) throws IOException {
    if (!TimeText.isUsual(time)) {
      text(key, time.toString());
      return;
    }
    put(key);
    put('"');
    putUsual(time);
    put('"');
  }

  void textUnlessEmpty(JsonPiece key, String text) throws IOException {
    if (!text.isEmpty()) {
      text(key, text);
    }
  }

  void text(JsonPiece key, String text) throws IOException {
    put(key);
    quoted(text);
  }

  private void quoted(String text) throws IOException {
    put('"');
    if (putIf(PLAIN, text)) {
      put('"');
      return;
    }
    dropLast();
    escaped(text);
  }

  private void escaped(String text) throws IOException {
    if (escaper == null) {
      escaper = SafeJson.generator(new Tail()).disable(Feature.FLUSH_PASSED_TO_STREAM);
    }
    escaper.writeString(text);
    escaper.flush();
  }

  /** Writes behind what there is. */
  private final class Tail extends OutputStream {
    @Override
    public void write(int one) {
      put((char) (one & 0xff));
    }

    @Override
    public void write(byte[] some, int from, int count) {
      put(some, from, from + count);
    }
  }
}
