package io.hopwise.report.json;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** An IP header as JSON: {@code "ip":{"version":4,"src":…}}. */
final class IpJson {
  private static final String[] FLAGS = {"DF", "MF", "RSVD"};

  /** All possible lists of flags, indexed by their bits. */
  private static final ImmutableList<JsonPiece> FLAG_LISTS = flagLists();

  private static final JsonPiece IP = JsonPiece.of("\"ip\":{\"version\":");
  private static final JsonPiece NAMED = JsonPiece.of("{\"name\":");
  private static final JsonPiece CORRECT = checksum("correct");
  private static final JsonPiece INCORRECT = checksum("incorrect");
  private static final JsonPiece ABSENT = checksum("absent");

  private IpJson() {}

  private static JsonPiece checksum(String status) {
    return JsonPiece.of("\"cksum\":{\"status\":\"" + status + '"');
  }

  private static ImmutableList<JsonPiece> flagLists() {
    ImmutableList.Builder<JsonPiece> lists = ImmutableList.builder();
    for (int bits = 0; bits < 1 << FLAGS.length; bits++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < FLAGS.length; i++) {
        if (((bits >> i) & 1) != 0) {
          names.add('"' + FLAGS[i] + '"');
        }
      }
      lists.add(JsonPiece.of("\"flags\":[" + String.join(",", names) + "]"));
    }
    return lists.build();
  }

  static void write(JsonLine json, IpHeader ip) throws IOException {
    json.number(IP, ip.version());
    json.text(Keys.SRC, ip.src().text());
    json.text(Keys.DST, ip.dst().text());
    if (ip instanceof Ipv4Header v4) {
      writeRest(json, v4);
    } else if (ip instanceof Ipv6Header v6) {
      writeRest(json, v6);
    }
    json.endObject();
  }

  private static void writeRest(JsonLine json, Ipv4Header ip) throws IOException {
    json.printed(Keys.TOS, ip.tos());
    json.printed(Keys.TTL, ip.ttl());
    json.printed(Keys.ID, ip.id());
    json.printed(Keys.OFFSET, ip.offset());
    if (ip.flags().isPresent()) {
      writeFlags(json, ip.flags().get());
    }
    json.printed(Keys.PROTO, ip.protocol());
    json.printed(Keys.LENGTH, ip.length());
    writeChecksum(json, ip.checksum());
    json.textUnlessEmpty(Keys.OPTIONS, ip.options());
    json.textUnlessEmpty(Keys.NOTE, ip.note());
  }

  private static void writeRest(JsonLine json, Ipv6Header ip) throws IOException {
    json.printed(Keys.CLASS, ip.trafficClass());
    json.printed(Keys.FLOW_LABEL, ip.flowLabel());
    json.printed(Keys.TTL, ip.hopLimit());
    json.printed(Keys.PROTO, ip.nextHeader());
    json.printed(Keys.LENGTH, ip.payloadLength());
    json.textUnlessEmpty(Keys.NOTE, ip.note());
  }

  private static void writeFlags(JsonLine json, Ipv4Flags flags) throws IOException {
    int bits = flags.dontFragment() ? 1 : 0;
    bits |= flags.moreFragments() ? 2 : 0;
    bits |= flags.reserved() ? 4 : 0;
    json.put(FLAG_LISTS.get(bits));
  }

  static void writeChecksum(JsonLine json, Checksum checksum) throws IOException {
    if (checksum instanceof Checksum.Correct correct) {
      writeChecksum(json, CORRECT, correct.found(), OptionalInt.empty());
    } else if (checksum instanceof Checksum.Incorrect incorrect) {
      writeChecksum(json, INCORRECT, incorrect.found(), incorrect.expected());
    } else if (checksum instanceof Checksum.Absent) {
      writeChecksum(json, ABSENT, OptionalInt.empty(), OptionalInt.empty());
    }
  }

  private static void writeChecksum(
      JsonLine json, JsonPiece status, OptionalInt found, OptionalInt expected) throws IOException {
    json.put(status);
    json.printed(Keys.FOUND, found);
    json.printed(Keys.EXPECTED, expected);
    json.endObject();
  }

  static void writeExtensions(JsonLine json, ImmutableList<ExtensionHeader> extensions)
      throws IOException {
    if (extensions.isEmpty()) {
      return;
    }
    json.put(Keys.EXTENSIONS);
    for (ExtensionHeader extension : extensions) {
      json.text(NAMED, extension.name());
      json.text(Keys.TEXT, extension.text());
      json.endObject();
    }
    json.endArray();
  }
}
