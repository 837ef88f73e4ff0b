package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Checksum;
import io.hopwise.packet.ExtensionHeader;
import io.hopwise.packet.IpHeader;
import io.hopwise.packet.Ipv4Flags;
import io.hopwise.packet.Ipv4Header;
import io.hopwise.packet.Ipv6Header;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.StringJoiner;

/** An IP header as JSON: {@code "ip":{"version":4,"src":…}}. */
final class IpJson {
  private static final String[] FLAGS = {"DF", "MF", "RSVD"};

  /**
   * All lists of flags there can be, by their bits, encoded once: with the options of TCP a
   * fiftieth of the time of 500,000 packets.
   */
  private static final ImmutableList<SerializableString> FLAG_LISTS = flagLists();

  private IpJson() {}

  private static ImmutableList<SerializableString> flagLists() {
    ImmutableList.Builder<SerializableString> lists = ImmutableList.builder();
    for (int bits = 0; bits < 1 << FLAGS.length; bits++) {
      StringJoiner list = new StringJoiner(",", "[", "]");
      for (int i = 0; i < FLAGS.length; i++) {
        if (((bits >> i) & 1) != 0) {
          list.add('"' + FLAGS[i] + '"');
        }
      }
      lists.add(new SerializedString(list.toString()));
    }
    return lists.build();
  }

  static void write(JsonGenerator json, IpHeader ip) throws IOException {
    json.writeFieldName(Keys.IP);
    json.writeStartObject();
    JsonFields.number(json, Keys.VERSION, ip.version());
    JsonFields.text(json, Keys.SRC, ip.src().text());
    JsonFields.text(json, Keys.DST, ip.dst().text());
    if (ip instanceof Ipv4Header v4) {
      writeRest(json, v4);
    } else if (ip instanceof Ipv6Header v6) {
      writeRest(json, v6);
    }
    json.writeEndObject();
  }

  private static void writeRest(JsonGenerator json, Ipv4Header ip) throws IOException {
    JsonFields.printed(json, Keys.TOS, ip.tos());
    JsonFields.printed(json, Keys.TTL, ip.ttl());
    JsonFields.printed(json, Keys.ID, ip.id());
    JsonFields.printed(json, Keys.OFFSET, ip.offset());
    if (ip.flags().isPresent()) {
      writeFlags(json, ip.flags().get());
    }
    JsonFields.printed(json, Keys.PROTO, ip.protocol());
    JsonFields.printed(json, Keys.LENGTH, ip.length());
    writeChecksum(json, ip.checksum());
    JsonFields.textUnlessEmpty(json, Keys.OPTIONS, ip.options());
    JsonFields.textUnlessEmpty(json, Keys.NOTE, ip.note());
  }

  private static void writeRest(JsonGenerator json, Ipv6Header ip) throws IOException {
    JsonFields.printed(json, Keys.CLASS, ip.trafficClass());
    JsonFields.printed(json, Keys.FLOW_LABEL, ip.flowLabel());
    JsonFields.printed(json, Keys.TTL, ip.hopLimit());
    JsonFields.printed(json, Keys.PROTO, ip.nextHeader());
    JsonFields.printed(json, Keys.LENGTH, ip.payloadLength());
    JsonFields.textUnlessEmpty(json, Keys.NOTE, ip.note());
  }

  private static void writeFlags(JsonGenerator json, Ipv4Flags flags) throws IOException {
    int bits = flags.dontFragment() ? 1 : 0;
    bits |= flags.moreFragments() ? 2 : 0;
    bits |= flags.reserved() ? 4 : 0;
    json.writeFieldName(Keys.FLAGS);
    json.writeRawValue(FLAG_LISTS.get(bits));
  }

  static void writeChecksum(JsonGenerator json, Checksum checksum) throws IOException {
    if (checksum instanceof Checksum.Correct correct) {
      writeChecksum(json, "correct", correct.found(), OptionalInt.empty());
    } else if (checksum instanceof Checksum.Incorrect incorrect) {
      writeChecksum(json, "incorrect", incorrect.found(), incorrect.expected());
    } else if (checksum instanceof Checksum.Absent) {
      writeChecksum(json, "absent", OptionalInt.empty(), OptionalInt.empty());
    }
  }

  private static void writeChecksum(
      JsonGenerator json, String status, OptionalInt found, OptionalInt expected)
      throws IOException {
    json.writeFieldName(Keys.CKSUM);
    json.writeStartObject();
    JsonFields.text(json, Keys.STATUS, status);
    JsonFields.printed(json, Keys.FOUND, found);
    JsonFields.printed(json, Keys.EXPECTED, expected);
    json.writeEndObject();
  }

  static void writeExtensions(JsonGenerator json, ImmutableList<ExtensionHeader> extensions)
      throws IOException {
    if (extensions.isEmpty()) {
      return;
    }
    json.writeFieldName(Keys.EXTENSIONS);
    json.writeStartArray();
    for (ExtensionHeader extension : extensions) {
      json.writeStartObject();
      JsonFields.text(json, Keys.NAME, extension.name());
      JsonFields.text(json, Keys.TEXT, extension.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
