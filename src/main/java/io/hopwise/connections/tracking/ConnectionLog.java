package io.hopwise.connections.tracking;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.place.Place;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.LaterHalf;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.places.PlaceMatches;
import io.hopwise.packet.PrintedTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What became of the connections of a capture while it is read: the {@link ConnectionTracker}, and
 * what it has summed up already. Not for use by several threads at once.
 *
 * @since 0.1
 */
public final class ConnectionLog {
  private final ObservedCapture capture;
  private final ConnectionTracker tracker;
  private final List<ConnectionSummary> listed = new ArrayList<>();
  private final ServiceSums sums;
  private ConnectionFilter filter = ConnectionFilter.ALL;
  private @Nullable Consumer<ConnectionSummary> listener;
  private final Set<String> unlistedHosts = new HashSet<>();
  private long unlisted;
  private long forgotten;

  /** Nothing yet, of this capture. */
  public ConnectionLog(ObservedCapture capture) {
    this.capture = capture;
    this.sums = new ServiceSums(capture.settings().memory());
    this.tracker = new ConnectionTracker(capture, this::note);
  }

  /**
   * From now on leaves out connections that none of the two sides of is the host asked about. Those
   * of other ports stay: where the one asked about is silent, they tell why.
   */
  public void ask(ConnectionFilter asked) {
    filter = asked;
  }

  /** The hosts of connections asked about that are not listed one by one, as many as fit. */
  public Set<String> unlistedHosts() {
    return Collections.unmodifiableSet(unlistedHosts);
  }

  /**
   * From now on tells of connections that are over, or about to be forgotten, as soon as they are:
   * those are not in the {@linkplain #table table}, but in its sums.
   */
  public void onEnd(Consumer<ConnectionSummary> listener) {
    this.listener = listener;
  }

  /** Takes the next packet; see {@link ConnectionTracker#add}. */
  public void add(ObservedPacket seen, long line, Optional<PrintedTime> time, ResetJudge judge) {
    tracker.add(seen, line, time, judge);
  }

  /** A connection is about to be forgotten. */
  public void forget(Connection connection, ResetJudge judge) {
    tracker.forget(connection, judge);
  }

  /**
   * Appends what another log holds, whose capture was appended to this one's before.
   *
   * @param later of a first or a later half of the capture; not changed
   * @param half where what its capture remembers is now
   */
  public void append(ConnectionLog later, LaterHalf half, ResetJudge judge) {
    filter = later.filter;
    later.listed.forEach(summary -> listed.add(summary.moved(half.records(), half.lines())));
    sums.addAll(later.sums);
    unlisted += later.unlisted;
    unlistedHosts.addAll(later.unlistedHosts);
    forgotten += later.forgotten;
    tracker.append(later.tracker, half, judge);
  }

  private void note(Conclusion over) {
    boolean isListed = listener != null || listed.size() < capture.settings().maxConnections();
    if (filter.isAll() && !isListed) {
      forgotten += over.forgotten() ? 1 : 0;
      sums.add(over);
      unlisted++;
      return;
    }
    ConnectionSummary summary = over.summary(capture);
    if (!filter.matchesHost(summary)) {
      return;
    }
    forgotten += over.forgotten() ? 1 : 0;
    sums.add(over);
    if (listener != null) {
      listener.accept(summary);
    } else if (isListed) {
      listed.add(summary);
    } else {
      unlisted++;
      noteHosts(summary);
    }
  }

  private void noteHosts(ConnectionSummary summary) {
    boolean asked = !filter.isAll() && filter.matches(summary);
    if (asked && unlistedHosts.size() < capture.settings().maxSources()) {
      unlistedHosts.add(summary.client().host());
      unlistedHosts.add(summary.server().host());
    }
  }

  /** What became of them so far. */
  public ConnectionTable table(ResetJudge judge) {
    ServiceSums all = new ServiceSums(sums);
    List<ConnectionSummary> connections = new ArrayList<>(listed);
    for (Conclusion known : tracker.conclusions(judge)) {
      ConnectionSummary summary = known.summary(capture);
      if (filter.matchesHost(summary)) {
        connections.add(summary);
        all.add(known);
      }
    }
    connections.sort(Comparator.comparingLong(ConnectionSummary::record));
    boolean blind =
        capture.counts().packets() > 0
            && capture.counts().packetsWithoutTtl() == capture.counts().packets();
    return new ConnectionTable(
        ImmutableList.copyOf(connections),
        all.list(),
        unlisted,
        all.uncounted(),
        forgotten,
        PlaceMatches.of(capture, connections),
        ImmutableList.<String>builder()
            .addAll(capture.places().stream().map(Place::words).toList())
            .addAll(capture.emptyPlaces())
            .build(),
        blind,
        capture.counts().quietSegments() > 0);
  }
}
