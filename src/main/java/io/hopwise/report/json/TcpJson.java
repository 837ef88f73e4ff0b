package io.hopwise.report.json;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import java.io.IOException;

/** A TCP segment as JSON: {@code "tcp":{"srcPort":55920,…}}. */
final class TcpJson {
  private static final JsonPiece LIST = JsonPiece.array("options");
  private static final JsonPiece OTHER = JsonPiece.of("{\"kind\":");
  private static final JsonPiece MSS = JsonPiece.of("{\"kind\":\"mss\",\"value\":");
  private static final JsonPiece WSCALE = JsonPiece.of("{\"kind\":\"wscale\",\"value\":");
  private static final JsonPiece TS = JsonPiece.of("{\"kind\":\"TS\",\"val\":");
  private static final JsonPiece EOL = whole(TcpOption.Flag.EOL);
  private static final JsonPiece NOP = whole(TcpOption.Flag.NOP);
  private static final JsonPiece SACK_OK = whole(TcpOption.Flag.SACK_OK);
  private static final JsonPiece BLOCK = JsonPiece.of("[");

  private TcpJson() {}

  private static JsonPiece whole(TcpOption.Flag flag) {
    return JsonPiece.of("{\"kind\":\"" + flag.kind() + "\"}");
  }

  static void write(JsonLine json, TcpSegment tcp) throws IOException {
    json.put(Keys.TCP);
    PayloadJson.writePort(json, tcp.srcPort(), Keys.SRC_PORT, Keys.SRC_SERVICE);
    PayloadJson.writePort(json, tcp.dstPort(), Keys.DST_PORT, Keys.DST_SERVICE);
    json.printed(Keys.FLAGS, tcp.flags());
    json.printed(Keys.SEQ, tcp.seq());
    json.printed(Keys.SEQ_END, tcp.seqEnd());
    json.printed(Keys.ACK, tcp.ack());
    json.printed(Keys.WIN, tcp.window());
    json.printed(Keys.URG, tcp.urgent());
    IpJson.writeChecksum(json, tcp.checksum());
    writeOptions(json, tcp.options());
    json.printed(Keys.LENGTH, tcp.length());
    json.textUnlessEmpty(Keys.NOTE, tcp.note());
    json.endObject();
  }

  static void writeOptions(JsonLine json, ImmutableList<TcpOption> options) throws IOException {
    if (options.isEmpty()) {
      return;
    }
    json.put(LIST);
    for (TcpOption option : options) {
      writeOption(json, option);
    }
    json.endArray();
  }

  private static void writeOption(JsonLine json, TcpOption option) throws IOException {
    if (option instanceof TcpOption.Flag flag) {
      json.put(piece(flag));
      return;
    }
    if (option instanceof TcpOption.Timestamps ts) {
      json.number(TS, ts.val());
      json.number(Keys.ECR, ts.ecr());
    } else if (option instanceof TcpOption.Mss mss) {
      json.number(MSS, mss.value());
    } else if (option instanceof TcpOption.WindowScale scale) {
      json.number(WSCALE, scale.value());
    } else {
      json.text(OTHER, option.kind());
      writeValue(json, option);
    }
    json.endObject();
  }

  private static void writeValue(JsonLine json, TcpOption option) throws IOException {
    if (option instanceof TcpOption.Sack sack) {
      writeBlocks(json, sack);
    } else if (option instanceof TcpOption.Value one) {
      json.number(Keys.VALUE, one.value());
    } else {
      json.textUnlessEmpty(Keys.TEXT, option.text().strip());
    }
  }

  private static JsonPiece piece(TcpOption.Flag flag) {
    return switch (flag) {
      case EOL -> EOL;
      case NOP -> NOP;
      case SACK_OK -> SACK_OK;
    };
  }

  private static void writeBlocks(JsonLine json, TcpOption.Sack sack) throws IOException {
    json.put(Keys.BLOCKS);
    for (TcpOption.Sack.Block block : sack.blocks()) {
      json.number(BLOCK, block.left());
      json.element(block.right());
      json.endArray();
    }
    json.endArray();
  }
}
