package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ICMP errors that a source sent: the first ones, and how many there are of each kind.
 *
 * @since 0.1
 */
public final class SentErrors {
  /** Those of a source that sent none; nothing is ever added. */
  static final SentErrors NONE = new SentErrors();

  private static final int MAX_KEPT = 4;
  private static final int MAX_KINDS = 16;

  private final List<IcmpError> first = new ArrayList<>(1);
  private final Map<IcmpError.GroupKey, IcmpError.Group> kinds = new LinkedHashMap<>(1);

  private final TtlCounts aboutItself = new TtlCounts();

  private long count;

  SentErrors() {}

  void add(IcmpError note, String host) {
    count++;
    add(note.groupKey(), note, 1);
    keep(note);
    if (note.isTo(host) && note.error().ttl >= 0) {
      aboutItself.getOrAdd(note.error().ttl).add(note.error());
    }
  }

  private void keep(IcmpError note) {
    if (first.size() < MAX_KEPT) {
      first.add(note);
    }
  }

  private void add(IcmpError.GroupKey kind, IcmpError note, long more) {
    IcmpError.Group known = kinds.get(kind);
    if (known != null) {
      kinds.put(kind, new IcmpError.Group(known.first(), known.count() + more));
    } else if (kinds.size() < MAX_KINDS) {
      kinds.put(kind, new IcmpError.Group(note, more));
    }
  }

  /** Appends those of the same source in the later half, whose times are moved by so much. */
  void append(SentErrors later, LaterHalf half, long moreNanos) {
    count += later.count;
    aboutItself.append(later.aboutItself, half, moreNanos);
    later.kinds.forEach((kind, many) -> add(kind, half.copy(many.first()), many.count()));
    for (IcmpError note : later.first) {
      keep(half.copy(note));
    }
  }

  /** The TTLs of those about packets to the source itself. */
  public TtlCounts aboutItself() {
    return aboutItself;
  }

  /** The first few. */
  public ImmutableList<IcmpError> first() {
    return ImmutableList.copyOf(first);
  }

  /** Grouped by message and packet, the first few groups. */
  public ImmutableList<IcmpError.Group> kinds() {
    return ImmutableList.copyOf(kinds.values());
  }

  /** How many there are. */
  public long count() {
    return count;
  }
}
