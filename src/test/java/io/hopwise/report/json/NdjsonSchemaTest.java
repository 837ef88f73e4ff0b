package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hopwise.packet.Entry;
import io.hopwise.report.MadeEntries;
import io.hopwise.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class NdjsonSchemaTest {
  public static final Schema SCHEMA = schema();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyMadeEntryIsALineOfTheSchema(long seed) throws IOException {
    MadeEntries made = new MadeEntries(seed);
    for (int i = 0; i < 250; i++) {
      Entry entry = made.entry();
      String line = line(entry);
      assertThat(line).endsWith("}\n");
      assertThat(line.indexOf('\n')).as("one line").isEqualTo(line.length() - 1);
      assertThat(SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void noLineHoldsAnUnsafeCharacter(long seed) throws IOException {
    MadeEntries made = new MadeEntries(seed);
    for (int i = 0; i < 500; i++) {
      String line = line(made.entry());
      assertThat(line.strip().codePoints().noneMatch(SafeText::isUnsafe)).as(line).isTrue();
    }
  }

  @Test
  void theSchemaRefusesWhatIsNotOfIt() {
    String packet = "{\"type\":\"packet\",\"line\":1,\"lines\":1,\"ip\":%s%s}";
    String ip = "{\"version\":4,\"src\":\"a\",\"dst\":\"b\"}";
    assertThat(refused(String.format(packet, ip, ""))).isFalse();
    assertThat(refused(String.format(packet, ip, ",\"tcp\":{},\"udp\":{}"))).isTrue();
    assertThat(refused(String.format(packet, ip, ",\"colour\":\"red\""))).isTrue();
    assertThat(refused(String.format(packet, ip.replace("4", "5"), ""))).isTrue();
    assertThat(refused(String.format(packet, ip.replace("}", ",\"ttl\":256}"), ""))).isTrue();
    assertThat(refused(String.format(packet, ip.replace("}", ",\"class\":0}"), ""))).isTrue();
    assertThat(refused(String.format(packet, "{}", ""))).isTrue();
    assertThat(refused("{\"type\":\"surprise\"}")).isTrue();
  }

  private static boolean refused(String line) {
    return !SCHEMA.validate(line, InputFormat.JSON).isEmpty();
  }

  /** The line, which must be UTF-8 to the byte. */
  private static String line(Entry entry) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NdjsonWriter writer = new NdjsonWriter(out)) {
      writer.write(entry);
    }
    return UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(out.toByteArray()))
        .toString();
  }

  private static Schema schema() {
    try (InputStream in = NdjsonWriter.class.getResourceAsStream("ndjson.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
