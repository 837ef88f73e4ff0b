package io.hopwise.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import io.hopwise.report.json.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is judged differently where only what is judged is read. */
class JudgedTest {
  private final Random random = new Random(20261129);

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void theFactsThatRulesAskForAreTheSame(Path text) {
    byte[] bytes = Fixtures.bytes(text);
    assertAlike(bytes);
    for (int i = 0; i < 3; i++) {
      assertAlike(Fixtures.damaged(bytes, random));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void theReportIsTheSame(Path text) throws IOException {
    byte[] bytes = Fixtures.bytes(text);
    assertThat(report(bytes, Detail.JUDGED)).isEqualTo(report(bytes, Detail.ALL));
  }

  @Test
  void aRuleThatLooksAtPacketsSeesAllOfThem() {
    Rule looks = new OwnRuleTest.FarHost(2);
    assertThat(new Analyzer(ImmutableList.of(looks), Settings.STANDARD).detail())
        .isEqualTo(Detail.ALL);
    assertThat(new Analyzer(StandardRules.all(), Settings.STANDARD).detail())
        .isEqualTo(Detail.JUDGED);
  }

  private static void assertAlike(byte[] text) {
    List<Entry> all = Fixtures.read(text, Detail.ALL);
    List<Entry> judged = Fixtures.read(text, Detail.JUDGED);
    assertThat(judged).hasSameSizeAs(all);
    for (int i = 0; i < all.size(); i++) {
      assertAlike(all.get(i), judged.get(i));
    }
  }

  private static void assertAlike(Entry all, Entry judged) {
    if (!(all instanceof Packet packet)) {
      assertThat(judged).isEqualTo(all);
      return;
    }
    assertThat(judged).isInstanceOf(Packet.class);
    PacketFacts facts = new PacketFacts((Packet) judged);
    PacketFacts expected = new PacketFacts(packet);
    assertThat(values(facts, "error")).isEqualTo(values(expected, "error"));
    assertThat(values(facts.error, "quoted")).isEqualTo(values(expected.error, "quoted"));
    assertThat(quoted(facts.error)).isEqualTo(quoted(expected.error));
  }

  /** By name, all that an object holds but for one thing. */
  private static Map<String, Object> values(@Nullable Object object, String left) {
    Map<String, Object> values = new TreeMap<>();
    if (object == null) {
      return values;
    }
    for (Field field : object.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getName().equals(left)) {
        field.setAccessible(true);
        try {
          values.put(field.getName(), field.get(object));
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    return values;
  }

  /** What is asked of the packet that an error quotes. */
  private static List<Object> quoted(@Nullable IcmpMessage error) {
    if (error == null || error.quoted().isEmpty()) {
      return List.of();
    }
    InnerPacket inner = error.quoted().get();
    return List.of(
        inner.ip().src(),
        inner.ip().dst(),
        inner.ip().ttl(),
        inner.payload().sourcePort(),
        inner.payload().targetPort(),
        inner.ip().protocol());
  }

  private static String report(byte[] text, Detail detail) throws IOException {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    Fixtures.read(text, detail).forEach(analyzer::accept);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportJson(out).document(analyzer.finish(), false);
    return out.toString(UTF_8);
  }
}
