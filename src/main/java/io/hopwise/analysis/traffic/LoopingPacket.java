package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.observation.LinkEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last packet of a flow with the TTLs it had when it passed between the same two link-layer
 * addresses again and again: once it passed four times, routers send it in a circle.
 *
 * @since 0.1
 */
public final class LoopingPacket {
  /** A packet that passed so often did not do so by accident. */
  private static final int LEAST = 4;

  private final List<PacketRef> refs = new ArrayList<>(2);
  private @Nullable LinkEnds link;
  private int times;
  private int first;
  private int last = -1;
  private int id;
  private long seq;
  private int ipLength;

  /** Notes the next packet of the flow. */
  void add(ObservedPacket seen, LinkEnds newLink) {
    boolean again =
        newLink.equals(link)
            && seen.id == id
            && seen.seq == seq
            && seen.ipLength == ipLength
            && seen.ttl >= 0
            && seen.ttl < last;
    if (!again) {
      if (isLoop()) {
        return;
      }
      times = 0;
      refs.clear();
      link = newLink;
      id = seen.id;
      seq = seen.seq;
      ipLength = seen.ipLength;
      first = seen.ttl;
    }
    times++;
    last = seen.ttl;
    if (seen.ref != null && refs.size() < LEAST) {
      refs.add(seen.ref);
    }
  }

  /** Appends what the later half shows of the same flow. */
  void append(LoopingPacket later, LaterHalf half) {
    if (isLoop()) {
      return;
    }
    boolean goesOn =
        Objects.equals(later.link, link)
            && later.id == id
            && later.seq == seq
            && later.ipLength == ipLength
            && later.first < last;
    if (!goesOn) {
      times = 0;
      refs.clear();
      link = later.link;
      id = later.id;
      seq = later.seq;
      ipLength = later.ipLength;
      first = later.first;
    }
    times += later.times;
    last = later.last;
    for (PacketRef ref : later.refs) {
      if (refs.size() < LEAST) {
        refs.add(half.copy(ref));
      }
    }
  }

  /** Whether it passed often enough to be sent in a circle. */
  boolean isLoop() {
    return times >= LEAST;
  }

  /** How often it passed. */
  public int times() {
    return times;
  }

  /** Its TTL when it passed first, 0 to 255. */
  public int firstTtl() {
    return first;
  }

  /** Its TTL when it passed last. */
  public int lastTtl() {
    return last;
  }

  /** The packets of the first few times. */
  public ImmutableList<PacketRef> packets() {
    return ImmutableList.copyOf(refs);
  }
}
