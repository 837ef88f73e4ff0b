package io.hopwise.report.json;

import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.facts.DistinctValues;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.function.Consumer;

/** The facts of a finding as a JSON object. */
final class FactsJson {
  private FactsJson() {}

  static void write(JsonGenerator json, Facts facts) {
    json.writeObjectFieldStart("facts");
    write(json, "senders", facts.senders(), json::writeString);
    write(json, "receivers", facts.receivers(), json::writeString);
    json.writeArrayFieldStart("protocols");
    for (int protocol : facts.protocols()) {
      json.writeNumber(protocol);
    }
    json.writeEndArray();
    write(json, "senderPorts", facts.senderPorts(), port -> write(json, port));
    write(json, "receiverPorts", facts.receiverPorts(), port -> write(json, port));
    write(json, "servicePorts", facts.servicePorts(), port -> write(json, port));
    write(json, "connections", facts.connections(), ends -> write(json, ends));
    write(json, "records", facts.records(), record -> json.writeNumber(record));
    json.writeEndObject();
  }

  private static <T> void write(
      JsonGenerator json, String key, DistinctValues<T> several, Consumer<T> value) {
    json.writeObjectFieldStart(key);
    json.writeNumberField("count", several.count());
    if (!several.complete()) {
      json.writeBooleanField("atLeast", true);
    }
    json.writeArrayFieldStart("values");
    for (T one : several.values()) {
      value.accept(one);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Port port) {
    json.writeStartObject();
    writeNames(json, port);
  }

  private static void writeNames(JsonGenerator json, Port port) {
    if (port.number().isPresent()) {
      json.writeNumberField("number", port.number().getAsInt());
    }
    if (port.service().isPresent()) {
      json.writeStringField("service", port.service().get());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Ends ends) {
    json.writeStartObject();
    json.writeStringField("sender", ends.sender());
    write(json, "senderPort", ends.senderPort());
    json.writeStringField("receiver", ends.receiver());
    write(json, "receiverPort", ends.receiverPort());
    if (ends.protocol().isPresent()) {
      json.writeNumberField("protocol", ends.protocol().getAsInt());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String key, Optional<Port> port) {
    if (port.isPresent()) {
      json.writeObjectFieldStart(key);
      writeNames(json, port.get());
    }
  }
}
