package io.hopwise.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureFrames;
import io.hopwise.FrameReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import io.hopwise.report.ReportJson;
import io.hopwise.text.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is judged differently where only what is judged is read. */
class JudgedTest {
  private final Random random = new Random(20261129);

  @ParameterizedTest
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void factsAreTheSame(Path text) throws IOException {
    byte[] bytes = Fixtures.bytes(text);
    assertAlike(bytes);
    for (int i = 0; i < 3; i++) {
      assertAlike(damaged(bytes));
    }
  }

  @ParameterizedTest
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

  private byte[] damaged(byte[] text) {
    byte[] damaged = text.clone();
    for (int i = 0; i < damaged.length / 100; i++) {
      damaged[random.nextInt(damaged.length)] = text[random.nextInt(text.length)];
    }
    return damaged;
  }

  private static void assertAlike(byte[] text) throws IOException {
    List<Entry> all = entries(text, Detail.ALL);
    List<Entry> judged = entries(text, Detail.JUDGED);
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
    Facts facts = new Facts((Packet) judged);
    Facts expected = new Facts(packet);
    assertThat(facts)
        .usingRecursiveComparison()
        .ignoringFields("error.quoted.value")
        .isEqualTo(expected);
    assertThat(quoted(facts.error)).isEqualTo(quoted(expected.error));
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
        Observer.code(Observer.sourcePort(inner.payload())),
        Observer.code(Observer.targetPort(inner.payload())),
        Observer.protocol(inner.ip(), inner.payload()));
  }

  private static String report(byte[] text, Detail detail) throws IOException {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    entries(text, detail).forEach(analyzer::accept);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportJson(out).document(analyzer.finish(), false);
    return out.toString(UTF_8);
  }

  private static List<Entry> entries(byte[] text, Detail detail) throws IOException {
    List<Entry> entries = new ArrayList<>();
    CaptureFrames frames = Hopwise.frames(new ByteArrayInputStream(text));
    FrameReader reader = new FrameReader(detail);
    for (Frame next = frames.next(); next != null; next = frames.next()) {
      entries.add(reader.read(next.kept()));
      for (Entry inside = reader.nextInside(); inside != null; inside = reader.nextInside()) {
        entries.add(inside);
      }
    }
    return entries;
  }
}
