package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Fields that are left out where there is nothing to say. */
final class JsonFields {
  private JsonFields() {}

  static void text(JsonGenerator json, SerializableString key, String text) throws IOException {
    json.writeFieldName(key);
    json.writeString(text);
  }

  static void textUnlessEmpty(JsonGenerator json, SerializableString key, String text)
      throws IOException {
    if (!text.isEmpty()) {
      text(json, key, text);
    }
  }

  static void number(JsonGenerator json, SerializableString key, long value) throws IOException {
    json.writeFieldName(key);
    json.writeNumber(value);
  }

  static void printed(JsonGenerator json, SerializableString key, OptionalInt value)
      throws IOException {
    if (value.isPresent()) {
      json.writeFieldName(key);
      json.writeNumber(value.getAsInt());
    }
  }

  static void printed(JsonGenerator json, SerializableString key, OptionalLong value)
      throws IOException {
    if (value.isPresent()) {
      number(json, key, value.getAsLong());
    }
  }

  static void printed(JsonGenerator json, SerializableString key, Optional<?> value)
      throws IOException {
    if (value.isPresent()) {
      text(json, key, value.get().toString());
    }
  }
}
