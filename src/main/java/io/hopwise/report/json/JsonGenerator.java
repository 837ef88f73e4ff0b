package io.hopwise.report.json;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes JSON in UTF-8. This little class spares embedders a JSON library; a test compares its
 * output with Jackson's.
 */
final class JsonGenerator extends JsonText {
  private static final int DEEPEST = 64;

  private final OutputStream out;

  /** For each depth, whether something was written, so that a comma comes before the next value. */
  private final boolean[] filled = new boolean[DEEPEST];

  /** For each depth, whether it is an array. */
  private final boolean[] array = new boolean[DEEPEST];

  private int depth;

  /** The number of open objects; arrays do not indent. */
  private int objects;

  private boolean pretty;
  private boolean named;

  /** Writes to {@code out} with every {@link #flush}. */
  JsonGenerator(OutputStream out) {
    super(1 << 10);
    this.out = out;
  }

  /** From now on writes each member of an object on its own line, indented by depth. */
  JsonGenerator useDefaultPrettyPrinter() {
    pretty = true;
    return this;
  }

  void writeStartObject() {
    start('{', false);
  }

  void writeEndObject() {
    end('}');
  }

  void writeObjectFieldStart(String name) {
    name(name);
    writeStartObject();
  }

  void writeArrayFieldStart(String name) {
    name(name);
    start('[', true);
  }

  void writeEndArray() {
    end(']');
  }

  void writeStringField(String name, String value) {
    name(name);
    writeString(value);
  }

  void writeNumberField(String name, long value) {
    name(name);
    separate();
    number(value);
  }

  void writeBooleanField(String name, boolean value) {
    name(name);
    separate();
    word(Boolean.toString(value));
  }

  /** Writes a string as a value. */
  void writeString(String value) {
    separate();
    quote(value);
  }

  /** Writes a number into an array. */
  void writeNumber(long value) {
    separate();
    number(value);
  }

  /** Writes a character as it is. */
  void writeRaw(char ascii) {
    put(ascii);
  }

  /** Passes on what was written. */
  void flush() throws IOException {
    drainTo(out);
    out.flush();
  }

  private void name(String name) {
    separate();
    quote(name);
    word(pretty ? " : " : ":");
    named = true;
  }

  private void separate() {
    if (named) {
      named = false;
      return;
    }
    if (filled[depth]) {
      put(',');
    }
    if (pretty && depth > 0) {
      indent(array[depth]);
    }
    filled[depth] = depth > 0;
  }

  private void start(char bracket, boolean isArray) {
    separate();
    put(bracket);
    depth++;
    filled[depth] = false;
    array[depth] = isArray;
    objects += isArray ? 0 : 1;
  }

  private void end(char bracket) {
    boolean wasFilled = filled[depth];
    boolean wasArray = array[depth];
    depth--;
    objects -= wasArray ? 0 : 1;
    if (pretty) {
      indent(wasArray || !wasFilled);
    }
    put(bracket);
  }

  private void indent(boolean onOneLine) {
    word(onOneLine ? " " : "\n" + "  ".repeat(objects));
  }
}
