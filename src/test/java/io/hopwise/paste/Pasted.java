package io.hopwise.paste;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.text.RecordText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Fixtures to do something to, and what is read of them then. */
final class Pasted {
  private Pasted() {}

  /** The text of a fixture. */
  static String text(String fixture) throws IOException {
    return Files.readString(Path.of("testdata", fixture + ".txt"), ISO_8859_1);
  }

  static CaptureReader read(String text) {
    return Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  /** The packets in a text, whose entries joined must be the text again. */
  static List<Packet> packets(String text) {
    List<Entry> entries = read(text).stream().collect(ImmutableList.toImmutableList());
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    entries.forEach(entry -> joined.writeBytes(entry.text().bytes()));
    assertThat(joined.toByteArray()).isEqualTo(text.getBytes(UTF_8));
    return entries.stream()
        .filter(Packet.class::isInstance)
        .map(entry -> ((Packet) entry).withText(RecordText.NONE))
        .collect(ImmutableList.toImmutableList());
  }

  /** A text with each line changed. */
  static String lines(String text, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder();
    for (String line : Splitter.on('\n').split(text.stripTrailing())) {
      changed.append(change.apply(line)).append('\n');
    }
    return changed.toString();
  }

  /** Whatever was done to the fixtures, the same packets must be read. */
  static void assertUndone(List<String> fixtures, UnaryOperator<String> way) throws IOException {
    for (String fixture : fixtures) {
      String text = text(fixture);
      assertThat(packets(way.apply(text))).as(fixture).isNotEmpty().isEqualTo(packets(text));
    }
  }
}
