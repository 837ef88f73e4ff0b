package io.hopwise.analysis.place;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.citation.PacketNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A place where captures of the text were taken. What was seen at one place is remembered apart
 * from what was seen at another: TTLs and times of two places do not compare.
 *
 * @since 0.1
 */
public final class Place {
  private static final int PER_TTL = 16;

  /** The most pairs of a TTL and a window whose ACKs are remembered. */
  public static final int MAX_PROBES = 1024;

  private static final int MAX_PROBED = 16;

  private final int number;
  private final PacketNumber first;
  final PlaceName name;
  private final String words;

  /** Whether its packets show that it is none of the earlier places. */
  final boolean apart;

  /** The sources seen with each TTL, by the first record of each. */
  private final TreeMap<Integer, TreeMap<Long, String>> hostsByTtl = new TreeMap<>();

  /** The hosts in whose names ACKs without data came, the first few; see {@link #hostsOf}. */
  private final Map<AckKind, TreeMap<String, Boolean>> probes = new LinkedHashMap<>();

  /** The first and the last record that is no reset, 0 if there is none. */
  private long firstOther;

  private long lastOther;

  /** Whether a filter may have hidden answers from a capture that was taken there. */
  boolean hidesAnswers;

  /** Whether a line of the text says that a capture begins there. */
  boolean isTold;

  /**
   * ACKs without data that are alike.
   *
   * @param ttl their TTL, 0 to 255
   * @param window their window, 0 to 65535
   */
  public record AckKind(int ttl, int window) {}

  Place(int number, PacketNumber first, PlaceName name, boolean apart) {
    this.number = number;
    this.first = first;
    this.name = name;
    this.words = words(name);
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

  /** The first packet captured there. */
  public PacketNumber first() {
    return first;
  }

  /**
   * Whether more than a clock that jumps back says that another capture begins here: a line of the
   * text, or a packet that comes once more.
   */
  public boolean isSure() {
    return isTold || apart;
  }

  /** Host and interface or file in the text's own words, empty where it names none. */
  public String words() {
    return words;
  }

  private static String words(PlaceName name) {
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
  public boolean mayBe(Place other) {
    return this == other || (!apart && !other.apart && name.mayBe(other.name));
  }

  /** The key of a host that was seen here; the same host seen elsewhere has another key. */
  public String key(String host) {
    return number == 0 ? host : host + '\n' + number;
  }

  /**
   * Notes an ACK without data that came in a host's name.
   *
   * @param ttl its TTL, 0 to 255, one that its flow did not have before
   * @param window its window, 0 to 65535
   * @return whether it is remembered: the first few hosts are
   */
  public boolean noteAck(int ttl, int window, String host) {
    AckKind key = new AckKind(ttl, window);
    TreeMap<String, Boolean> names = probes.get(key);
    if (names == null && probes.size() < MAX_PROBES) {
      names = new TreeMap<>();
      probes.put(key, names);
    }
    if (names == null || names.size() >= MAX_PROBED) {
      return false;
    }
    names.putIfAbsent(host, false);
    return true;
  }

  /**
   * Keeps of a host that is forgotten whether it was far from those who sent ACKs in its name.
   *
   * @param isElsewhere whether it was, for a TTL of such ACKs
   */
  public void forgetProbed(String host, IntPredicate isElsewhere) {
    probes.forEach(
        (key, names) ->
            names.computeIfPresent(
                host, (h, elsewhere) -> (elsewhere || isElsewhere.test(key.ttl())) ? true : null));
  }

  /** The ACKs without data that came, by TTL and window. */
  public ImmutableSet<AckKind> acks() {
    return ImmutableSet.copyOf(probes.keySet());
  }

  /**
   * The hosts in whose name ACKs of a kind came, the first few, each with whether it is known to
   * have been far from their sender, although it is forgotten.
   */
  public Map<String, Boolean> hostsOf(AckKind acks) {
    TreeMap<String, Boolean> names = probes.get(acks);
    return names == null ? Map.of() : Collections.unmodifiableMap(names);
  }

  /** Notes a record that is no reset. */
  public void noteOther(long record) {
    firstOther = firstOther == 0 ? record : firstOther;
    lastOther = record;
  }

  /** Whether what comes before a reset, or behind it, to the end of the text is resets alone. */
  public boolean isAmongResetsAlone(long reset) {
    return reset < firstOther || reset > lastOther;
  }

  /** Notes a source that a packet of a TTL came from in its own name. */
  public void noteHost(int ttl, long record, String host) {
    TreeMap<Long, String> hosts = hostsByTtl.computeIfAbsent(ttl, t -> new TreeMap<>());
    hosts.put(record, host);
    if (hosts.size() > PER_TTL) {
      hosts.pollLastEntry();
    }
  }

  /** Sources, at most a few, that packets of this TTL came from in their own name. */
  public ImmutableList<String> hostsAt(int ttl) {
    TreeMap<Long, String> hosts = hostsByTtl.get(ttl);
    return hosts == null ? ImmutableList.of() : ImmutableList.copyOf(hosts.values());
  }

  /** Appends what a later half noted at the same place; so many records come before it. */
  public void append(Place later, long records) {
    if (later.firstOther > 0) {
      noteOther(later.firstOther + records);
      noteOther(later.lastOther + records);
    }
    later.probes.forEach(
        (key, names) -> {
          if (probes.containsKey(key) || probes.size() < MAX_PROBES) {
            TreeMap<String, Boolean> known = probes.computeIfAbsent(key, k -> new TreeMap<>());
            names.forEach((host, elsewhere) -> known.merge(host, elsewhere, Boolean::logicalOr));
          }
        });
    later.hostsByTtl.forEach(
        (ttl, hosts) ->
            hosts.forEach(
                (record, host) -> {
                  if (!hostsAt(ttl).contains(host)) {
                    noteHost(ttl, record + records, host);
                  }
                }));
  }
}
