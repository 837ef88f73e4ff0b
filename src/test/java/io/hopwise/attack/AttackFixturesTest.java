package io.hopwise.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real tcpdump printed of packets that once fooled the reader, and how many there were. */
class AttackFixturesTest {
  private static final String FORGED = "9.9.9.9";

  @ParameterizedTest
  @CsvSource({
    "doubt.A.txt, 60",
    "doubt.t.A.txt, 60",
    "trailer.A.txt, 28",
    "trailer.e.A.txt, 28",
    "untimed.t.txt, 40",
    "untimed.plain.t.txt, 40"
  })
  void noPacketIsInventedOrLostUnlessMarkedAmbiguous(String name, int sent) {
    List<Entry> entries = Fixtures.read(Fixtures.bytes(Path.of("testdata/attack", name)));
    assertThat(entries)
        .filteredOn(entry -> !entry.text().isAmbiguous())
        .allMatch(AttackFixturesTest::isHarmless);
    long read = entries.stream().filter(AttackFixturesTest::isSent).count();
    boolean flagged = entries.stream().anyMatch(entry -> entry.text().isAmbiguous());
    assertThat(read).isLessThanOrEqualTo(sent);
    assertThat(read == sent || flagged).isTrue();
    assertThat(entries).last().matches(AttackFixturesTest::isHarmless);
  }

  private static boolean isSent(Entry entry) {
    return entry instanceof Packet packet && !packet.ip().src().text().equals(FORGED);
  }

  private static boolean isHarmless(Entry entry) {
    return isSent(entry) || (entry instanceof Notice n && n.kind() == Notice.Kind.BLANK);
  }
}
