package io.hopwise.analysis.settings;

import com.google.common.collect.ImmutableSortedMap;
import io.hopwise.analysis.citation.Citation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to analyse: what was given by the person who asks, and thresholds that were set.
 *
 * @param vantage where the capture was taken, {@link Vantage#UNKNOWN} to find out
 * @param port the port asked about, 0 to 65535
 * @param thresholds values by the threshold's full name, such as {@code forged-reset.tolerance}
 * @param memory about how much may be remembered of a capture at a time, in bytes, 4096 or more:
 *     the least recently seen is forgotten first, and what may be incomplete then is not judged
 * @param citation how packets are pointed to in words
 * @param protocol the IP protocol of the port asked about, 6 for TCP or 17 for UDP; empty for both
 * @param host the address or name of the host asked about, as printed
 * @param place what the place is called where the capture was taken, such as the name of a machine:
 *     TTLs of captures with different places are not compared when their analyses are merged, and
 *     those of one place are; empty where all captures were taken at one place
 * @since 0.1
 */
public record Settings(
    Vantage vantage,
    OptionalInt port,
    ImmutableSortedMap<String, Long> thresholds,
    long memory,
    Citation citation,
    OptionalInt protocol,
    Optional<String> host,
    Optional<String> place) {
  /** A connection with its text takes so much at most, in bytes, its two ends included. */
  private static final int PER_CONNECTION = 4096;

  private static final int MOST = 1 << 24;

  /** Nothing is given, nothing is set. */
  public static final Settings STANDARD =
      new Settings(
          Vantage.UNKNOWN,
          OptionalInt.empty(),
          ImmutableSortedMap.of(),
          1L << 26,
          Citation.LINE,
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a port, a protocol or the memory is out of its range
   */
  public Settings {
    check("port", port, 65535);
    check("protocol", protocol, 255);
    if (memory < PER_CONNECTION) {
      throw new IllegalArgumentException(
          "too little memory: " + PER_CONNECTION + " bytes at least");
    }
  }

  private static void check(String what, OptionalInt value, int most) {
    if (value.isPresent() && (value.getAsInt() < 0 || value.getAsInt() > most)) {
      throw new IllegalArgumentException(
          what + " must be 0 to " + most + ", not " + value.getAsInt());
    }
  }

  /** How many source addresses are remembered at a time. */
  public int maxSources() {
    return 2 * maxConnections();
  }

  /** How many connections are remembered at a time. */
  public int maxConnections() {
    return (int) Math.min(MOST, memory / PER_CONNECTION);
  }

  /** The value of a threshold: the one that was set, else its standard. */
  public long get(Threshold threshold) {
    Long set = thresholds.get(threshold.fullName());
    return set == null ? threshold.standard() : set;
  }

  /** The same, with the place where the capture was taken. */
  public Settings withVantage(Vantage newVantage) {
    Parts parts = new Parts(this);
    parts.vantage = newVantage;
    return parts.whole();
  }

  /** The same, with the port asked about. */
  public Settings withPort(int newPort) {
    Parts parts = new Parts(this);
    parts.port = OptionalInt.of(newPort);
    return parts.whole();
  }

  /** The same, with the port asked about of one protocol, 6 for TCP or 17 for UDP. */
  public Settings withPort(int newPort, int newProtocol) {
    Parts parts = new Parts(this);
    parts.port = OptionalInt.of(newPort);
    parts.protocol = OptionalInt.of(newProtocol);
    return parts.whole();
  }

  /** The same, with the host asked about. */
  public Settings withHost(String newHost) {
    Parts parts = new Parts(this);
    parts.host = Optional.of(newHost);
    return parts.whole();
  }

  /**
   * The same, with the name of the place where the capture was taken.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Settings withPlace(String newPlace) {
    if (newPlace.isBlank()) {
      throw new IllegalArgumentException("a place needs a name");
    }
    Parts parts = new Parts(this);
    parts.place = Optional.of(newPlace);
    return parts.whole();
  }

  /** The same, taken at no place with a name. */
  public Settings withoutPlace() {
    Parts parts = new Parts(this);
    parts.place = Optional.empty();
    return parts.whole();
  }

  /** The same, with thresholds by their full names. */
  public Settings withThresholds(Map<String, Long> values) {
    Parts parts = new Parts(this);
    parts.thresholds = ImmutableSortedMap.copyOf(values);
    return parts.whole();
  }

  /** The same, with another bound on what is remembered, in bytes. */
  public Settings withMemory(long bytes) {
    Parts parts = new Parts(this);
    parts.memory = bytes;
    return parts.whole();
  }

  /** The same, with packets pointed to in this way. */
  public Settings withCitation(Citation newCitation) {
    Parts parts = new Parts(this);
    parts.citation = newCitation;
    return parts.whole();
  }

  /** The settings by name, while some are replaced: nothing else repeats their order. */
  private static final class Parts {
    private Vantage vantage;
    private OptionalInt port;
    private ImmutableSortedMap<String, Long> thresholds;
    private long memory;
    private Citation citation;
    private OptionalInt protocol;
    private Optional<String> host;
    private Optional<String> place;

    Parts(Settings from) {
      vantage = from.vantage;
      port = from.port;
      thresholds = from.thresholds;
      memory = from.memory;
      citation = from.citation;
      protocol = from.protocol;
      host = from.host;
      place = from.place;
    }

    Settings whole() {
      return new Settings(vantage, port, thresholds, memory, citation, protocol, host, place);
    }
  }
}
