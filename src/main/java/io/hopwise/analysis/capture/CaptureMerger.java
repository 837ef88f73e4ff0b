package io.hopwise.analysis.capture;

import io.hopwise.analysis.place.Place;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.LaterHalf;
import io.hopwise.analysis.traffic.Source;
import java.util.Map;

/**
 * Appends what one capture remembers to another, as if its packets had been read after the other's.
 * What is appended is copied.
 *
 * @since 0.1
 */
public final class CaptureMerger {
  private CaptureMerger() {}

  /** Appends; gives where what is remembered of the later half is now. */
  public static LaterHalf append(ObservedCapture later, ObservedCapture into) {
    LaterHalf half = half(later, into);
    for (Connection connection : later.connections()) {
      into.traffic.append(connection, later.traffic, half);
    }
    for (Source source : later.sources()) {
      Source whole = into.traffic.append(source, later.traffic, half);
      if (whole.sentErrors().count() > 0) {
        into.icmpErrors.addDevice(whole);
      }
    }
    half.finishMarks();
    into.counts.add(later.counts);
    into.firstLine = into.firstLine == 0 ? later.firstLine : into.firstLine;
    into.lastLine = Math.max(into.lastLine, later.lastLine + half.lines());
    into.firstForgotten = half.first(into.firstForgotten, later.firstForgotten);
    into.portsSeen.or(later.portsSeen);
    later.portsAsked.forEach(into::noteAsked);
    half.places().forEach((theirs, mine) -> mine.append(theirs, half.records()));
    into.icmpErrors.append(later.icmpErrors, half);
    return half;
  }

  private static LaterHalf half(ObservedCapture later, ObservedCapture into) {
    long records = into.counts.records;
    // A half that was read from the same text, with its lines numbered on, needs no moving.
    boolean numberedOn = later.firstLine > into.lastLine && !into.texts.endBefore(later.texts);
    long lines = numberedOn ? 0 : into.lastLine;
    Place first = later.places.of(1).place();
    long ahead = into.places.clock().shiftFor(later.places.of(1).clock());
    Map<Place, Place> places =
        later.counts.records > 0 ? into.places.append(later.places, records, lines) : Map.of();
    into.places.carry(later.places);
    // Of the captures of the later half only the first can go on with one of the earlier half.
    boolean goesOn = records > 0 && into.places.of(records + 1).firstRecord() <= records;
    Map<Place, Long> nanos = goesOn ? Map.of(first, ahead) : Map.of();
    return new LaterHalf(records, lines, places, into.places.place(), nanos);
  }
}
