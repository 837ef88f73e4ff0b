package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connections to judge again while the capture is read, because a packet may have changed what
 * they show. Judging too often only costs time: a busy connection is judged again each time the
 * number of such packets has doubled.
 */
final class DueConnections {
  private static final int FIRST_JUDGEMENTS = 16;
  private static final int FEW = 4;

  /** Judging this many connections takes about ten milliseconds. */
  private static final int MANY = 256;

  private final List<Connection> due = new ArrayList<>();

  /**
   * Notes what a packet may have changed.
   *
   * @param rejected the connection that it rejects, if it is an ICMP error
   */
  void note(ObservedPacket seen, @Nullable Connection rejected) {
    Flow flow = seen.flow();
    Connection connection = flow.connection();
    boolean odd =
        seen.kind() == PacketKind.RESET
            || flow.levels().size() > 1
            || flow.hasResets()
            || !flow.strange().isEmpty()
            || !connection.shown().isEmpty()
            || (seen.isPureSyn() && flow.pureSyns() >= 3);
    if (odd && isTimeFor(connection.countOddity())) {
      add(connection);
    }
    if (rejected != null) {
      add(rejected);
    }
    if (seen.kind().counts() && flow.source().hasResetConnections()) {
      noteGrowth(flow.source());
    }
  }

  /** A source grew: this may change what the connections show that it reset. */
  private void noteGrowth(Source source) {
    boolean all = source.packets() <= FEW || isTimeFor(source.countGrowth());
    boolean closely = isTimeFor(source.countWatchedGrowth());
    if (!all && !closely) {
      return;
    }
    for (Connection connection : source.resetConnections()) {
      if (all || !connection.shown().isEmpty()) {
        add(connection);
      }
    }
  }

  private void add(Connection connection) {
    if (connection.setDue(true)) {
      due.add(connection);
    }
  }

  private static boolean isTimeFor(long times) {
    return times <= FIRST_JUDGEMENTS || Long.bitCount(times) == 1;
  }

  boolean isEmpty() {
    return due.isEmpty();
  }

  /** Whether judging them takes long enough not to wait for more. */
  boolean areMany() {
    return due.size() >= MANY;
  }

  /** Those to be judged now; without those that were forgotten, which were judged then. */
  ImmutableList<Connection> takeAll() {
    if (due.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<Connection> all =
        due.stream().filter(Connection::isDue).collect(ImmutableList.toImmutableList());
    due.clear();
    return all;
  }
}
