package io.hopwise.connections.tracking;

import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.PrintedTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The echo requests of one side that have one identifier, and their replies. Each knows the next
 * one between the same two hosts; mostly there is none.
 */
final class PingTrack extends DatagramTrack {
  private final long identifier;
  private @Nullable PingTrack next;

  PingTrack(
      Flow asking, long identifier, ObservedPacket seen, long line, @Nullable PrintedTime start) {
    super(Protocol.PING, asking, seen, line, start);
    this.identifier = identifier;
  }

  private PingTrack(PingTrack other, Flow asking, Shift shift) {
    super(other, asking, shift);
    this.identifier = other.identifier;
  }

  @Override
  PingTrack movedTo(Flow asking, Shift shift) {
    return new PingTrack(this, asking, shift);
  }

  long identifier() {
    return identifier;
  }

  @Nullable PingTrack next() {
    return next;
  }

  /** This one or the next one with this identifier; null if there is none. */
  @Nullable PingTrack find(Flow asking, long asked) {
    PingTrack found = this;
    while (found != null && !(found.first.flow == asking && found.identifier == asked)) {
      found = found.next;
    }
    return found;
  }

  /** Adds another one behind the last. */
  void append(PingTrack added) {
    PingTrack last = this;
    while (last.next != null) {
      last = last.next;
    }
    last.next = added;
  }

  /** How many there are from this one on. */
  int length() {
    int length = 0;
    for (PingTrack one = this; one != null; one = one.next) {
      length++;
    }
    return length;
  }

  void addAllTo(Collection<Track<?>> all) {
    for (PingTrack one = this; one != null; one = one.next) {
      all.add(one);
    }
  }
}
