package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import io.hopwise.report.csv.CsvField;
import io.hopwise.report.csv.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of the essentials nothing is lost where only they are read. */
class EssentialsTest {
  private static final ImmutableList<CsvField> FIELDS =
      CsvField.names().stream()
          .map(EssentialsTest::field)
          .filter(field -> CsvField.detail(ImmutableList.of(field)) == Detail.ESSENTIALS)
          .collect(ImmutableList.toImmutableList());

  private final Random random = new Random(20261128);

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void essentialsAreTheSameWithAndWithoutTheRest(Path text) throws IOException {
    assertAlike(Fixtures.bytes(text));
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void essentialsOfDamagedTextAreTheSame(Path text) throws IOException {
    assertAlike(Fixtures.damaged(Fixtures.bytes(text), random));
  }

  @Test
  void essentialsFillTheStandardColumnsAndNoMore() {
    CsvField ttl = field("ttl");
    assertThat(FIELDS).extracting(CsvField::name).contains("time", "src", "dstPort", "flags");
    assertThat(CsvField.detail(ImmutableList.of(ttl, field("win")))).isEqualTo(Detail.ESSENTIALS);
    for (String more : CsvField.names()) {
      boolean essential = FIELDS.stream().anyMatch(field -> field.name().equals(more));
      assertThat(CsvField.detail(ImmutableList.of(ttl, field(more))) == Detail.ESSENTIALS)
          .as(more)
          .isEqualTo(essential);
    }
    assertThat(CsvField.detail(ImmutableList.of(field("tcp.options")))).isEqualTo(Detail.ALL);
    assertThat(CsvField.detail(ImmutableList.of(field("icmp.quoted.ip.ttl"))))
        .isEqualTo(Detail.ALL);
  }

  private static CsvField field(String name) {
    return CsvField.named(name).orElseThrow();
  }

  private static void assertAlike(byte[] text) throws IOException {
    List<Entry> all = Fixtures.read(text, Detail.ALL);
    List<Entry> essentials = Fixtures.read(text, Detail.ESSENTIALS);
    assertThat(essentials).hasSameSizeAs(all);
    for (int i = 0; i < all.size(); i++) {
      assertAlike(all.get(i), essentials.get(i));
    }
    assertThat(rows(essentials)).isEqualTo(rows(all));
  }

  private static void assertAlike(Entry all, Entry essentials) {
    if (!(all instanceof Packet)) {
      assertThat(essentials).isEqualTo(all);
      return;
    }
    assertThat(essentials).isInstanceOf(Packet.class);
    assertThat(essentials.text()).isEqualTo(all.text());
  }

  private static String rows(List<Entry> entries) throws IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(rows, FIELDS)) {
      for (Entry entry : entries) {
        if (entry instanceof Packet) {
          writer.write(entry);
        }
      }
    }
    return rows.toString(UTF_8);
  }
}
