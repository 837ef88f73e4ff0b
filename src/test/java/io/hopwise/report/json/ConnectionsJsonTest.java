package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.Talk;
import io.hopwise.parser.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionsJsonTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aConnectionIsALineWithWhoDidIt() throws IOException {
    Talk talk =
        new Talk()
            .handshake(0)
            .server(1, "Flags [P.], seq 1:101, ack 1, win 509, length 100")
            .server(2, "Flags [R.], seq 101, ack 1, win 0, length 0");
    new ConnectionsJson(out).lines(talk.table());
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "{\"type\":\"connection\",\"protocol\":\"tcp\",\"client\":\"192.0.2.10\","
                + "\"clientPort\":40000,\"server\":\"198.51.100.80\",\"serverPort\":443,"
                + "\"capture\":1,\"record\":1,\"line\":1,\"start\":\"10:00:00.000000\","
                + "\"durationNanos\":2000000000,\"tries\":1,\"handshakeNanos\":20000000,"
                + "\"outcome\":\"opened\",\"end\":\"reset\",\"endBy\":{\"kind\":\"host\","
                + "\"host\":\"198.51.100.80\",\"routers\":3},\"clientPackets\":2,"
                + "\"clientBytes\":0,\"clientRetransmissions\":0,\"clientRouters\":0,"
                + "\"serverPackets\":3,\"serverBytes\":100,\"serverRetransmissions\":0,"
                + "\"serverRouters\":3}\n"
                + "{\"type\":\"service\",\"protocol\":\"tcp\",\"server\":\"198.51.100.80\","
                + "\"serverPort\":443,\"capture\":1,\"connections\":1,\"tries\":1,"
                + "\"begun\":[{\"outcome\":\"opened\",\"count\":1}],\"ended\":[{\"end\":\"reset\","
                + "\"by\":{\"kind\":\"host\",\"host\":\"198.51.100.80\",\"routers\":3},"
                + "\"count\":1}]}\n"
                + "{\"type\":\"connections\",\"unlisted\":0,\"unsummed\":0,\"forgotten\":0,"
                + "\"withoutTtl\":false}\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void everyLineAndDocumentIsOfTheSchema(Path text) throws IOException {
    String capture = new String(Fixtures.bytes(text), UTF_8);
    ConnectionTable table = Talk.table(capture, Settings.STANDARD.withMemory(16 * 4096L));
    new ConnectionsJson(out).lines(table);
    for (String line : out.toString(UTF_8).lines().toList()) {
      assertThat(NdjsonSchemaTest.SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
    out.reset();
    new ConnectionsJson(out).document(table);
    String document = out.toString(UTF_8);
    assertThat(NdjsonSchemaTest.SCHEMA.validate(document, InputFormat.JSON)).isEmpty();
  }
}
