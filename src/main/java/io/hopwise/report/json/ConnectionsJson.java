package io.hopwise.report.json;

import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Side;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.PlaceMatch;
import io.hopwise.connections.PortAnswer;
import io.hopwise.connections.ServiceSum;
import io.hopwise.packet.Port;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What became of connections, as JSON: a line for each connection and each service, and a closing
 * one; or all of it as one document. Not for use by several threads at once.
 *
 * @since 0.1
 */
public final class ConnectionsJson {
  private final JsonGenerator json;

  /** Writes to {@code out}, in UTF-8; each line is visible when its method returns. */
  public ConnectionsJson(OutputStream out) {
    json = new JsonGenerator(out);
  }

  /**
   * Writes a connection as a line.
   *
   * @throws IOException if the stream beneath fails
   */
  public void connection(ConnectionSummary connection) throws IOException {
    write(json, connection);
    endLine();
  }

  /**
   * Writes a line for each connection and each service, and the closing line.
   *
   * @throws IOException if the stream beneath fails
   */
  public void lines(ConnectionTable table) throws IOException {
    for (ConnectionSummary connection : table.connections()) {
      connection(connection);
    }
    for (ServiceSum service : table.services()) {
      write(json, service);
      endLine();
    }
    for (PlaceMatch match : table.matches()) {
      write(json, match);
      endLine();
    }
    json.writeStartObject();
    json.writeStringField("type", "connections");
    writeCounts(table);
    json.writeEndObject();
    endLine();
  }

  /**
   * Writes everything as one document, indented. Nothing else may be written with it.
   *
   * @throws IOException if the stream beneath fails
   */
  public void document(ConnectionTable table) throws IOException {
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField("type", "connections");
    json.writeArrayFieldStart("connections");
    table.connections().forEach(connection -> write(json, connection));
    json.writeEndArray();
    json.writeArrayFieldStart("services");
    table.services().forEach(service -> write(json, service));
    json.writeEndArray();
    json.writeArrayFieldStart("matches");
    table.matches().forEach(match -> write(json, match));
    json.writeEndArray();
    writeCounts(table);
    json.writeEndObject();
    endLine();
  }

  private void writeCounts(ConnectionTable table) {
    json.writeNumberField("unlisted", table.unlisted());
    json.writeNumberField("unsummed", table.unsummed());
    json.writeNumberField("forgotten", table.forgotten());
    json.writeBooleanField("withoutTtl", table.withoutTtl());
    if (table.withoutFlags()) {
      json.writeBooleanField("withoutFlags", true);
    }
  }

  private static void write(JsonGenerator json, ConnectionSummary connection) {
    json.writeStartObject();
    json.writeStringField("type", "connection");
    json.writeStringField("protocol", connection.protocol().word());
    writeEnd(json, "client", connection.client());
    writeEnd(json, "server", connection.server());
    json.writeNumberField("capture", connection.capture());
    json.writeNumberField("record", connection.record());
    json.writeNumberField("line", connection.line());
    connection.start().ifPresent(time -> json.writeStringField("start", time.toString()));
    connection.nanos().ifPresent(nanos -> json.writeNumberField("durationNanos", nanos));
    json.writeNumberField("tries", connection.tries());
    connection.handshakeNanos().ifPresent(nanos -> json.writeNumberField("handshakeNanos", nanos));
    json.writeStringField("outcome", connection.outcome().word());
    writeActor(json, "outcomeBy", connection.outcomeBy());
    connection.end().ifPresent(end -> json.writeStringField("end", end.word()));
    writeActor(json, "endBy", connection.endBy());
    writeCounts(json, "client", connection.client());
    writeCounts(json, "server", connection.server());
    if (connection.forgotten()) {
      json.writeBooleanField("forgotten", true);
    }
    json.writeEndObject();
  }

  private static void writeEnd(JsonGenerator json, String role, Side side) {
    json.writeStringField(role, side.host());
    side.port().ifPresent(port -> writePort(json, role + "Port", role + "Service", port));
  }

  private static void writePort(JsonGenerator json, String number, String name, Port port) {
    port.number().ifPresent(value -> json.writeNumberField(number, value));
    port.service().ifPresent(service -> json.writeStringField(name, service));
  }

  private static void writeCounts(JsonGenerator json, String role, Side side) {
    json.writeNumberField(role + "Packets", side.packets());
    json.writeNumberField(role + "Bytes", side.bytes());
    json.writeNumberField(role + "Retransmissions", side.retransmissions());
    side.routers().ifPresent(routers -> json.writeNumberField(role + "Routers", routers));
  }

  private static void writeActor(JsonGenerator json, String name, Optional<Actor> actor) {
    if (actor.isEmpty()) {
      return;
    }
    Actor who = actor.get();
    json.writeObjectFieldStart(name);
    json.writeStringField("kind", who.role().word());
    json.writeStringField("host", who.host());
    who.routers().ifPresent(routers -> json.writeNumberField("routers", routers));
    if (!who.reason().isEmpty()) {
      json.writeStringField("reason", who.reason());
    }
    json.writeEndObject();
  }

  static void write(JsonGenerator json, PortAnswer answer) {
    json.writeStartObject();
    answer.asked().host().ifPresent(host -> json.writeStringField("host", host));
    answer.asked().port().ifPresent(port -> json.writeNumberField("port", port));
    answer
        .asked()
        .protocol()
        .ifPresent(protocol -> json.writeStringField("protocol", protocol.word()));
    json.writeBooleanField("seen", answer.outcome().isPresent());
    answer.outcome().ifPresent(outcome -> json.writeStringField("outcome", outcome.word()));
    json.writeArrayFieldStart("services");
    answer.services().forEach(service -> write(json, service));
    json.writeEndArray();
    if (!answer.elsewhere().isEmpty()) {
      json.writeArrayFieldStart("elsewhere");
      answer.elsewhere().forEach(service -> write(json, service));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  static void write(JsonGenerator json, PlaceMatch match) {
    json.writeStartObject();
    json.writeStringField("type", "match");
    json.writeStringField("fate", match.fate().word());
    json.writeNumberField("nearRecord", match.near().record());
    match.far().ifPresent(far -> json.writeNumberField("farRecord", far.record()));
    json.writeNumberField("nearCapture", match.near().capture());
    json.writeNumberField("farCapture", match.farCapture());
    json.writeBooleanField("orderKnown", match.orderKnown());
    json.writeBooleanField("covered", match.covered());
    match.lastRouter().ifPresent(last -> write(json, last));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, PlaceMatch.LastRouter last) {
    json.writeObjectFieldStart("lastRouter");
    json.writeStringField("host", last.host());
    last.routers().ifPresent(routers -> json.writeNumberField("routers", routers));
    json.writeBooleanField("samePort", last.samePort());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, ServiceSum service) {
    json.writeStartObject();
    json.writeStringField("type", "service");
    json.writeStringField("protocol", service.protocol().word());
    json.writeStringField("server", service.server());
    service.port().ifPresent(port -> writePort(json, "serverPort", "serverService", port));
    json.writeNumberField("capture", service.capture());
    json.writeNumberField("connections", service.connections());
    json.writeNumberField("tries", service.tries());
    json.writeArrayFieldStart("begun");
    for (ServiceSum.Begun some : service.begun()) {
      json.writeStartObject();
      json.writeStringField("outcome", some.outcome().word());
      writeActor(json, "by", some.by());
      json.writeNumberField("count", some.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("ended");
    for (ServiceSum.Ended some : service.ended()) {
      json.writeStartObject();
      json.writeStringField("end", some.end().word());
      writeActor(json, "by", some.by());
      json.writeNumberField("count", some.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void endLine() throws IOException {
    json.writeRaw('\n');
    json.flush();
  }
}
