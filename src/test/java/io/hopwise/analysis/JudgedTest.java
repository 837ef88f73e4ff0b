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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is judged differently where only what is judged is read. */
class JudgedTest {
  private static final ImmutableList<Field> FACTS = fields(PacketFacts.class, "error");
  private static final ImmutableList<Field> ERROR = fields(IcmpMessage.class, "quoted");

  private final Random random = new Random(20261129);

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void theFactsThatRulesAskForAreTheSame(Path text) {
    assertAlike(Fixtures.bytes(text));
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void theFactsOfDamagedTextAreTheSame(Path text) {
    assertAlike(Fixtures.damaged(Fixtures.bytes(text), random));
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
    assertSameFields(FACTS, facts, expected);
    IcmpMessage error = facts.error;
    IcmpMessage expectedError = expected.error;
    assertThat(error == null).isEqualTo(expectedError == null);
    if (error != null && expectedError != null) {
      assertSameFields(ERROR, error, expectedError);
      assertThat(quoted(error)).isEqualTo(quoted(expectedError));
    }
  }

  /** The fields of a class, but for one. */
  private static ImmutableList<Field> fields(Class<?> type, String left) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.getName().equals(left))
        .peek(field -> field.setAccessible(true))
        .collect(ImmutableList.toImmutableList());
  }

  // Compared without AssertJ first: there are some millions of fields.
  private static void assertSameFields(List<Field> fields, Object actual, Object expected) {
    for (Field field : fields) {
      try {
        Object is = field.get(actual);
        Object shouldBe = field.get(expected);
        if (!Objects.equals(is, shouldBe)) {
          assertThat(is).as(field.getName()).isEqualTo(shouldBe);
        }
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** What is asked of the packet that an error quotes. */
  private static List<Object> quoted(IcmpMessage error) {
    if (error.quoted().isEmpty()) {
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
