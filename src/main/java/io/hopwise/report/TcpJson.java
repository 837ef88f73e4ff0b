package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** A TCP segment as JSON: {@code "tcp":{"srcPort":55920,…}}. */
final class TcpJson {
  /** The options without a value, encoded once. */
  private static final Map<TcpOption.Flag, SerializableString> FLAGS = flags();

  private TcpJson() {}

  private static Map<TcpOption.Flag, SerializableString> flags() {
    Map<TcpOption.Flag, SerializableString> flags = new EnumMap<>(TcpOption.Flag.class);
    for (TcpOption.Flag flag : TcpOption.Flag.values()) {
      flags.put(flag, new SerializedString("{\"kind\":\"" + flag.kind() + "\"}"));
    }
    return Maps.immutableEnumMap(flags);
  }

  static void write(JsonGenerator json, TcpSegment tcp) throws IOException {
    json.writeFieldName(Keys.TCP);
    json.writeStartObject();
    PayloadJson.writePort(json, tcp.srcPort(), Keys.SRC_PORT, Keys.SRC_SERVICE);
    PayloadJson.writePort(json, tcp.dstPort(), Keys.DST_PORT, Keys.DST_SERVICE);
    JsonFields.printed(json, Keys.FLAGS, tcp.flags());
    JsonFields.printed(json, Keys.SEQ, tcp.seq());
    JsonFields.printed(json, Keys.SEQ_END, tcp.seqEnd());
    JsonFields.printed(json, Keys.ACK, tcp.ack());
    JsonFields.printed(json, Keys.WIN, tcp.window());
    JsonFields.printed(json, Keys.URG, tcp.urgent());
    IpJson.writeChecksum(json, tcp.checksum());
    writeOptions(json, tcp.options());
    JsonFields.printed(json, Keys.LENGTH, tcp.length());
    JsonFields.textUnlessEmpty(json, Keys.NOTE, tcp.note());
    json.writeEndObject();
  }

  private static void writeOptions(JsonGenerator json, ImmutableList<TcpOption> options)
      throws IOException {
    if (options.isEmpty()) {
      return;
    }
    json.writeFieldName(Keys.OPTIONS);
    json.writeStartArray();
    for (TcpOption option : options) {
      writeOption(json, option);
    }
    json.writeEndArray();
  }

  private static void writeOption(JsonGenerator json, TcpOption option) throws IOException {
    if (option instanceof TcpOption.Flag flag) {
      json.writeRawValue(FLAGS.get(flag));
      return;
    }
    json.writeStartObject();
    JsonFields.text(json, Keys.KIND, option.kind());
    writeValue(json, option);
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, TcpOption option) throws IOException {
    if (option instanceof TcpOption.Timestamps ts) {
      JsonFields.number(json, Keys.VAL, ts.val());
      JsonFields.number(json, Keys.ECR, ts.ecr());
    } else if (option instanceof TcpOption.Mss mss) {
      JsonFields.number(json, Keys.VALUE, mss.value());
    } else if (option instanceof TcpOption.WindowScale scale) {
      JsonFields.number(json, Keys.VALUE, scale.value());
    } else if (option instanceof TcpOption.Sack sack) {
      writeBlocks(json, sack);
    } else if (option instanceof TcpOption.Value one) {
      JsonFields.number(json, Keys.VALUE, one.value());
    } else {
      JsonFields.textUnlessEmpty(json, Keys.TEXT, option.text().strip());
    }
  }

  private static void writeBlocks(JsonGenerator json, TcpOption.Sack sack) throws IOException {
    json.writeFieldName(Keys.BLOCKS);
    json.writeStartArray();
    for (TcpOption.Sack.Block block : sack.blocks()) {
      json.writeStartArray();
      json.writeNumber(block.left());
      json.writeNumber(block.right());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
