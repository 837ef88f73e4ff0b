package io.hopwise.analysis.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.place.CapturePoints;
import io.hopwise.analysis.place.Place;
import io.hopwise.packet.Port;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentPacketsTest {
  private static final ImmutableList<PacketKind> KINDS = ImmutableList.copyOf(PacketKind.values());

  private static final Place HERE = new CapturePoints().place();

  private final Connection connection = connection();

  private static Connection connection() {
    Source one = new Source("10.0.0.1", 0, HERE);
    Source other = new Source("10.0.0.2", 1, HERE);
    return new Connection(
        ConnectionKey.of(one, Port.of(1), other, Port.of(2), 6), one, null, other, null, 0);
  }

  private static ObservedPacket random(Flow flow, long record, Random random) {
    ObservedPacket seen = new ObservedPacket(flow);
    seen.record = record;
    seen.nanos = random.nextBoolean() ? ObservedPacket.NO_TIME : random.nextLong();
    seen.seq = unsignedOrNone(random);
    seen.ack = unsignedOrNone(random);
    seen.id = random.nextInt(65537) - 1;
    seen.ipLength = random.nextInt(65537) - 1;
    seen.length = random.nextInt(65537) - 1;
    seen.ttl = (short) (random.nextInt(257) - 1);
    seen.flags = (short) (random.nextInt(4097) - 1);
    seen.df = (byte) (random.nextInt(3) - 1);
    seen.timestamps = random.nextBoolean();
    seen.kind = KINDS.get(random.nextInt(KINDS.size()));
    return seen;
  }

  private static long unsignedOrNone(Random random) {
    return random.nextInt(4) == 0 ? -1 : random.nextInt() & 0xffffffffL;
  }

  @Test
  void givesBackWhatItWasGiven() {
    Random random = new Random(5);
    for (int i = 1; i <= 300; i++) {
      RecentPackets trail = new RecentPackets();
      ObservedPacket seen = random(connection.one, i, random);
      trail.add(seen, true);
      assertThat(trail.packet(0, connection.one))
          .usingRecursiveComparison()
          .ignoringFields("flow")
          .isEqualTo(seen);
      assertThat(trail.record(0)).isEqualTo(i);
      assertThat(trail.ttl(0)).isEqualTo(seen.ttl);
      assertThat(trail.id(0)).isEqualTo(seen.id);
      assertThat(trail.isForth(0)).isTrue();
    }
  }

  @Test
  void holdsTheLastOnesInOrder() {
    Random random = new Random(6);
    RecentPackets trail = new RecentPackets();
    for (int i = 1; i <= 40; i++) {
      trail.add(random(connection.other, i, random), i % 3 == 0);
      assertThat(trail.size()).isEqualTo(Math.min(i, RecentPackets.LENGTH));
      for (int at = 0; at < trail.size(); at++) {
        long record = (long) i - trail.size() + 1 + at;
        assertThat(trail.record(at)).isEqualTo(record);
        assertThat(trail.isForth(at)).isEqualTo(record % 3 == 0);
      }
    }
  }

  @Test
  void aPacketMayTellOfOneThatWentItsWayWithAnotherTtlOrBackWithItsId() {
    Random random = new Random(8);
    RecentPackets trail = new RecentPackets();
    int telling = 0;
    for (int i = 1; i <= 2000; i++) {
      ObservedPacket seen = random(connection.one, i, random);
      seen.id = random.nextInt(4) - 1;
      seen.ttl = (short) (random.nextInt(4) - 1);
      boolean forth = random.nextBoolean();
      for (int at = 0; at < trail.size(); at++) {
        boolean may =
            trail.isForth(at) == forth ? trail.ttl(at) != seen.ttl : trail.id(at) == seen.id;
        assertThat(trail.mayTellOf(at, seen, forth)).isEqualTo(may);
        telling += may ? 1 : 0;
      }
      trail.add(seen, forth);
    }
    assertThat(telling).isBetween(8_000, 16_000);
  }

  @Test
  void aCopyIsIndependentOfTheOriginal() {
    Random random = new Random(7);
    RecentPackets trail = new RecentPackets();
    trail.add(random(connection.one, 1, random), true);
    RecentPackets copy = new RecentPackets(trail);
    copy.add(random(connection.one, 2, random), true);
    assertThat(trail.size()).isEqualTo(1);
    assertThat(copy.size()).isEqualTo(2);
  }
}
