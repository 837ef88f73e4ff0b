package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A place where captures of the text were taken. What was seen at one place is remembered apart
 * from what was seen at another: TTLs and times of two places do not compare.
 *
 * @since 0.1
 */
public final class Place {
  private static final int PER_TTL = 16;
  static final int MAX_PROBES = 1024;
  private static final int MAX_PROBED = 16;

  final int number;
  final long firstRecord;
  final PlaceName name;

  /** Whether the packets themselves show that it is none of the other places. */
  final boolean apart;

  final TreeMap<Integer, TreeMap<Long, String>> hostsByTtl = new TreeMap<>();

  /** By TTL and window of ACKs without data, in whose names the first few came. */
  final Map<Integer, TreeSet<String>> probes = new HashMap<>();

  /** Whether a filter may have hidden answers from a capture that was taken there. */
  boolean hidesAnswers;

  Place(int number, long firstRecord, PlaceName name, boolean apart) {
    this.number = number;
    this.firstRecord = firstRecord;
    this.name = name;
    this.apart = apart;
  }

  /** Which of the text's places it is, 0 for the first. */
  public int number() {
    return number;
  }

  /** Whether a filter may have hidden answers from a capture that was taken there. */
  public boolean mayHideAnswers() {
    return hidesAnswers;
  }

  /** The first record captured there, 1 for the first of the text. */
  public long firstRecord() {
    return firstRecord;
  }

  /** Host and interface or file in the text's own words, empty where it names none. */
  public String words() {
    StringBuilder words = new StringBuilder(name.host());
    if (!name.network().isEmpty()) {
      words.append(words.isEmpty() ? "" : " ").append(name.network());
    }
    if (!name.file().isEmpty()) {
      words.append(words.isEmpty() ? "" : " ").append(name.file());
    }
    return words.toString();
  }

  /** Whether it may be the same place as the other, as far as the text tells. */
  boolean mayBe(Place other) {
    return this == other || (!apart && !other.apart && name.mayBe(other.name));
  }

  /** A key of what was seen here, under which nothing seen elsewhere is found. */
  String key(String host) {
    return number == 0 ? host : host + '\n' + number;
  }

  /** Notes an ACK without data whose TTL is not one that its flow had before. */
  void noteAck(ObservedPacket seen) {
    Flow flow = seen.flow;
    if (flow.levels.has(seen.ttl) || seen.window < 0) {
      return;
    }
    int key = probeKey(seen.ttl, seen.window);
    TreeSet<String> names = probes.get(key);
    if (names == null && probes.size() < MAX_PROBES) {
      names = new TreeSet<>();
      probes.put(key, names);
    }
    if (names != null && names.size() < MAX_PROBED) {
      names.add(flow.source.host);
    }
  }

  static int probeKey(int ttl, int window) {
    return (ttl << 16) | (window & 0xffff);
  }

  /** The addresses in whose name such ACKs came. */
  Set<String> probed(int key) {
    TreeSet<String> names = probes.get(key);
    return names == null ? Set.of() : names;
  }

  void noteHost(int ttl, long record, String host) {
    TreeMap<Long, String> hosts = hostsByTtl.computeIfAbsent(ttl, t -> new TreeMap<>());
    hosts.put(record, host);
    if (hosts.size() > PER_TTL) {
      hosts.pollLastEntry();
    }
  }

  /** Sources, at most a few, that packets of this TTL came from in their own name. */
  ImmutableList<String> hostsAt(int ttl) {
    TreeMap<Long, String> hosts = hostsByTtl.get(ttl);
    return hosts == null ? ImmutableList.of() : ImmutableList.copyOf(hosts.values());
  }
}
