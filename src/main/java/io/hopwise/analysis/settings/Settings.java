package io.hopwise.analysis.settings;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to analyse: what was given by the person who asks, and thresholds that were set.
 *
 * @param vantage where the capture was taken, {@link Vantage#UNKNOWN} to find out
 * @param port the port asked about, 0 to 65535
 * @param thresholds values by the threshold's full name, such as {@code forged-reset.tolerance}
 * @param maxSources how many source addresses are remembered at a time
 * @param maxConnections how many connections are remembered at a time
 * @param citation how packets are pointed to in words
 * @param protocol the IP protocol of the port asked about, 6 for TCP or 17 for UDP; empty for both
 * @param host the address or name of the host asked about, as printed
 * @since 0.1
 */
public record Settings(
    Vantage vantage,
    OptionalInt port,
    ImmutableSortedMap<String, Long> thresholds,
    int maxSources,
    int maxConnections,
    Citation citation,
    OptionalInt protocol,
    Optional<String> host) {
  /** Nothing is given, nothing is set. */
  public static final Settings STANDARD =
      new Settings(
          Vantage.UNKNOWN,
          OptionalInt.empty(),
          ImmutableSortedMap.of(),
          1 << 14,
          1 << 14,
          Citation.LINE,
          OptionalInt.empty(),
          Optional.empty());

  /** Checks the bounds. */
  public Settings {
    if (maxSources < 2 || maxConnections < 1) {
      throw new IllegalArgumentException(
          "too little to remember: 2 sources, 1 connection at least");
    }
  }

  /** The value of a threshold: the one that was set, else its standard. */
  public long get(Threshold threshold) {
    Long set = thresholds.get(threshold.fullName());
    return set == null ? threshold.standard() : set;
  }

  /** The same, with the place where the capture was taken. */
  public Settings withVantage(Vantage newVantage) {
    return new Settings(
        newVantage, port, thresholds, maxSources, maxConnections, citation, protocol, host);
  }

  /** The same, with the port asked about. */
  public Settings withPort(int newPort) {
    return new Settings(
        vantage,
        OptionalInt.of(newPort),
        thresholds,
        maxSources,
        maxConnections,
        citation,
        protocol,
        host);
  }

  /** The same, with the port asked about of one protocol, 6 for TCP or 17 for UDP. */
  public Settings withPort(int newPort, int newProtocol) {
    return new Settings(
        vantage,
        OptionalInt.of(newPort),
        thresholds,
        maxSources,
        maxConnections,
        citation,
        OptionalInt.of(newProtocol),
        host);
  }

  /** The same, with the host asked about. */
  public Settings withHost(String newHost) {
    return new Settings(
        vantage,
        port,
        thresholds,
        maxSources,
        maxConnections,
        citation,
        protocol,
        Optional.of(newHost));
  }

  /** The same, with thresholds by their full names. */
  public Settings withThresholds(Map<String, Long> values) {
    return new Settings(
        vantage,
        port,
        ImmutableSortedMap.copyOf(values),
        maxSources,
        maxConnections,
        citation,
        protocol,
        host);
  }

  /** The same, with other bounds on what is remembered. */
  public Settings withBounds(int sources, int connections) {
    return new Settings(vantage, port, thresholds, sources, connections, citation, protocol, host);
  }

  /** The same, with packets pointed to in this way. */
  public Settings withCitation(Citation newCitation) {
    return new Settings(
        vantage, port, thresholds, maxSources, maxConnections, newCitation, protocol, host);
  }
}
