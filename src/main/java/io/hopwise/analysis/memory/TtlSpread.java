package io.hopwise.analysis.memory;

import java.util.BitSet;

/** Which different TTLs a source sent with, and which of them its SYNs without ACK had. */
public final class TtlSpread {
  /** More different TTLs than this are not the work of one stack on one path. */
  public static final int MANY = 8;

  private static final int TRACEROUTE_TTL = 32;

  private final BitSet all = new BitSet();
  private final BitSet ofSyns = new BitSet();

  /**
   * Adds a packet.
   *
   * @param ttl its TTL, 0 to 255
   * @param syn whether it is a SYN without ACK
   */
  public void add(int ttl, boolean syn) {
    all.set(ttl);
    if (syn) {
      ofSyns.set(ttl);
    }
  }

  /** Adds the TTLs of another one. */
  public void addAll(TtlSpread other) {
    all.or(other.all);
    ofSyns.or(other.ofSyns);
  }

  /** How many different TTLs there are. */
  public int distinct() {
    return all.cardinality();
  }

  /** Whether there are too many for a baseline; if there are SYNs, only theirs count. */
  public boolean isWide() {
    return (ofSyns.isEmpty() ? all : ofSyns).cardinality() > MANY;
  }

  /** Whether they are those of traceroute: TTL 1, 2, 3 … or many small ones. */
  public boolean isOfTraceroute() {
    int small = all.get(0, TRACEROUTE_TTL + 1).cardinality();
    boolean counting = all.get(1) && all.get(2) && all.get(3);
    return small >= 4 && (counting || all.cardinality() >= 8);
  }
}
