package io.hopwise.connections;

import com.google.common.collect.ImmutableList;

/**
 * What became of the connections of a capture.
 *
 * @param connections one by one, first ones first
 * @param services summed up by service: those that were forgotten or not listed are in here, too
 * @param unlisted how many are not among {@code connections}, because there are too many
 * @param unsummed how many belong to services that are not among {@code services}, because there
 *     are too many
 * @param forgotten how many were forgotten to make room, so that what came later is not known
 * @param matches of text that holds captures of several places, what became of connections between
 *     two of them
 * @param places what the captures are called, by their order, empty where the text does not say;
 *     then those in which nothing at all was captured
 * @param withoutTtl whether distances are missing because the TTLs were not printed: {@code tcpdump
 *     -v} would
 * @param withoutFlags whether TCP segments were printed without flags, as {@code tcpdump -q} does:
 *     how their connections began and ended is not known
 * @since 0.1
 */
public record ConnectionTable(
    ImmutableList<ConnectionSummary> connections,
    ImmutableList<ServiceSum> services,
    long unlisted,
    long unsummed,
    long forgotten,
    ImmutableList<PlaceMatch> matches,
    ImmutableList<String> places,
    boolean withoutTtl,
    boolean withoutFlags) {
  /** No connections at all. */
  public static final ConnectionTable EMPTY =
      new ConnectionTable(
          ImmutableList.of(),
          ImmutableList.of(),
          0,
          0,
          0,
          ImmutableList.of(),
          ImmutableList.of(),
          false,
          false);

  /** Those of the connections and services that are asked about. */
  public ConnectionTable only(ConnectionFilter filter) {
    if (filter.isAll()) {
      return this;
    }
    return new ConnectionTable(
        connections.stream().filter(filter::matches).collect(ImmutableList.toImmutableList()),
        services.stream().filter(filter::matches).collect(ImmutableList.toImmutableList()),
        unlisted,
        unsummed,
        forgotten,
        matches.stream()
            .filter(match -> filter.matches(match.near()))
            .collect(ImmutableList.toImmutableList()),
        places,
        withoutTtl,
        withoutFlags);
  }

  /** Whether the captures of several places are in it. */
  public boolean isSeveral() {
    return places.size() > 1;
  }

  /** Whether the text, or the caller, says what a capture is called; 1 is the first. */
  public boolean isNamed(int capture) {
    return capture <= places.size() && !places.get(capture - 1).isEmpty();
  }

  /** What a capture is called: the words of the text, or its number. */
  public String place(int capture) {
    return isNamed(capture) ? places.get(capture - 1) : "capture " + capture;
  }
}
