package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import java.io.IOException;

/** A TCP segment as JSON: {@code "tcp":{"srcPort":55920,…}}. */
final class TcpJson {
  private TcpJson() {}

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
      json.writeStartObject();
      JsonFields.text(json, Keys.KIND, option.kind());
      writeValue(json, option);
      json.writeEndObject();
    }
    json.writeEndArray();
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
