package io.hopwise.analysis.traffic;

import io.hopwise.packet.TcpFlags;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SYNs of a source in flows in which it sent nothing more (yet): floods forge such. */
final class OpenSyns {
  private static final int MAX_KEPT = 4;

  /** How many there are by TTL; those of flows that went on are taken off again. */
  private final Map<Integer, Long> numbers = new HashMap<>(0);

  private final ArrayDeque<ObservedPacket> last = new ArrayDeque<>(0);

  void add(ObservedPacket syn) {
    if (syn.ttl >= 0) {
      numbers.merge((int) syn.ttl, 1L, Long::sum);
    }
    keep(syn);
  }

  private void keep(ObservedPacket syn) {
    last.add(syn);
    if (last.size() > MAX_KEPT) {
      last.remove();
    }
  }

  /** How many there are of this TTL. */
  long number(int ttl) {
    return numbers.getOrDefault(ttl, 0L);
  }

  /** The flow that these packets are of turns out to be one that the source answers in. */
  void takeOff(TtlCounts syns) {
    for (TtlCount level : syns.all) {
      numbers.merge(level.ttl, -level.counted(), Long::sum);
    }
  }

  /** The last SYN that a bare reset has the number for which an answer to it acknowledged. */
  @Nullable ObservedPacket disowned(ObservedPacket reset) {
    boolean bare = reset.seq > 0 && !reset.has(TcpFlags.ACK);
    for (ObservedPacket syn : last) {
      boolean answers = syn.seq >= 0 && ((syn.seq + 1) & 0xffffffffL) == reset.seq;
      if (bare && answers && syn.flow.afterSyn == 0) {
        return syn;
      }
    }
    return null;
  }

  /** Appends those of the same source in the later half. */
  void append(OpenSyns later, LaterHalf half) {
    later.numbers.forEach((ttl, number) -> numbers.merge(ttl, number, Long::sum));
    later.last.forEach(syn -> keep(half.copy(syn)));
  }
}
