package io.hopwise.report.json;

import io.hopwise.packet.device.DeviceNote;
import io.hopwise.packet.device.F5Trailer;
import io.hopwise.packet.device.PfLog;
import java.io.IOException;
import java.util.Map;

/** The note of the capturing device as a JSON object. */
final class DeviceJson {
  private DeviceJson() {}

  static void write(JsonLine json, DeviceNote note) throws IOException {
    if (note instanceof PfLog log) {
      write(json, log);
    } else if (note instanceof F5Trailer trailer) {
      write(json, trailer);
    }
    json.endObject();
  }

  private static void write(JsonLine json, PfLog log) throws IOException {
    json.put(Keys.PFLOG);
    json.printed(Keys.RULE, log.rule());
    json.printed(Keys.RULESET, log.ruleset());
    json.printed(Keys.SUBRULE, log.subrule());
    json.text(Keys.REASON, log.reason());
    json.text(Keys.ACTION, log.action());
    json.text(Keys.DIRECTION, log.direction());
    json.text(Keys.INTERFACE, log.interfaceName());
  }

  private static void write(JsonLine json, F5Trailer trailer) throws IOException {
    json.put(Keys.F5);
    json.text(Keys.DIRECTION, trailer.direction());
    json.text(Keys.PROCESS, trailer.process());
    json.printed(Keys.LISTENER, trailer.listener());
    json.printed(Keys.PORT, trailer.port());
    json.printed(Keys.TRUNK, trailer.trunk());
    if (trailer.fields().isEmpty()) {
      return;
    }
    json.put(Keys.FIELDS);
    for (Map.Entry<String, String> field : trailer.fields().entrySet()) {
      json.text(JsonPiece.of('"' + field.getKey() + "\":"), field.getValue());
    }
    json.endObject();
  }
}
