package io.hopwise.analysis.traffic;

import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.memory.IdCounter;
import io.hopwise.analysis.place.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Appends what one capture remembers to another, as if its packets had been read after the other's.
 * What is appended is copied.
 *
 * @since 0.1
 */
public final class CaptureMerger {
  private final ObservedCapture into;
  private final IdentityHashMap<ObservedPacket, ObservedPacket> copies = new IdentityHashMap<>();
  private final IdentityHashMap<Flow, Flow> flows = new IdentityHashMap<>();
  private long records;
  private long lines;
  private Map<Place, Place> places = Map.of();
  private @Nullable Place goingOn;
  private long shift;

  public CaptureMerger(ObservedCapture into) {
    this.into = into;
  }

  /** Appends; gives by how many lines the later half was moved. */
  public long append(ObservedCapture later) {
    records = into.records;
    // A half that was read with its lines numbered on needs no moving.
    lines = later.firstLine > into.lastLine ? 0 : into.lastLine;
    long ahead = into.places.clock().shiftFor(later.places.of(1).clock);
    if (later.records > 0) {
      places = into.places.append(later.places, records);
    }
    into.places.carry(later.places);
    // Of the captures of the later half only the first can go on with one of the earlier half.
    boolean goesOn = records > 0 && into.places.of(records + 1).firstRecord <= records;
    goingOn = later.places.of(1).place;
    shift = goesOn ? ahead : 0;
    for (Connection connection : later.connections.inOrder()) {
      into.connections.grow(append(connection), later.connections.weight(connection));
    }
    for (Source source : later.sources.inOrder()) {
      into.sources.grow(append(source), later.sources.weight(source));
    }
    // What it disowns may be of a connection that was appended behind its own.
    for (ObservedPacket original : List.copyOf(copies.keySet())) {
      ObservedPacket.Marks marks = original.marks;
      if (marks != null && marks.disowned != null) {
        copy(original).mark().disowned = copy(marks.disowned);
      }
    }
    into.records += later.records;
    into.firstLine = into.firstLine == 0 ? later.firstLine : into.firstLine;
    into.lastLine = Math.max(into.lastLine, later.lastLine + lines);
    into.packets += later.packets;
    into.ambiguous += later.ambiguous;
    into.ambiguousResets += later.ambiguousResets;
    into.carried += later.carried;
    into.packetsWithoutTtl += later.packetsWithoutTtl;
    into.otherRecords += later.otherRecords;
    into.rejects += later.rejects;
    later.otherPrograms.forEach((program, n) -> into.otherPrograms.merge(program, n, Long::sum));
    into.notices += later.notices;
    into.resets += later.resets;
    into.ambiguousWithTime |= later.ambiguousWithTime;
    into.ambiguousWithoutTime |= later.ambiguousWithoutTime;
    into.quietSegments += later.quietSegments;
    into.tooDeep += later.tooDeep;
    into.verbose |= later.verbose;
    into.emptyRuns += later.emptyRuns;
    into.receivedByFilter += later.receivedByFilter;
    into.evictedSources += later.evictedSources;
    later.errorTargets.forEach(into::noteErrorTarget);
    into.firstForgotten = first(into.firstForgotten, later.firstForgotten);
    into.evictedConnections += later.evictedConnections;
    into.verboseSuppressed |= later.verboseSuppressed;
    into.portsSeen.or(later.portsSeen);
    later.portsAsked.forEach(into::noteAsked);
    places.forEach((theirs, mine) -> mine.append(theirs, records));
    later.orphans.forEach(orphan -> into.adoptOrKeep(orphan.with(copy(orphan.note()))));
    into.orphans.removeIf(into::adopt);
    later.unquoted.forEach(
        (about, notes) -> notes.forEach(note -> appendUnquoted(about, copy(note))));
    return lines;
  }

  /** How many records stand before the half that was appended last. */
  public long records() {
    return records;
  }

  /** By how many lines that half was moved. */
  public long lines() {
    return lines;
  }

  /** The flow that a flow of that half is part of here; null if it was not remembered. */
  public @Nullable Flow moved(Flow later) {
    return flows.get(later);
  }

  /** How much was added to the times of a flow of that half, in nanoseconds. */
  public long nanos(Flow later) {
    return ahead(later.source.place);
  }

  private void appendUnquoted(ObservedCapture.Unquoted about, IcmpError note) {
    int place = note.error().flow.source.place.number;
    into.noteUnquoted(
        new ObservedCapture.Unquoted(place, about.asker(), about.asked(), about.port()), note);
  }

  private Source sourceOf(Source later) {
    return into.source(later.host, places.getOrDefault(later.place, into.places.place()));
  }

  /** How much to add to the times of what was captured at a place. */
  private long ahead(Place later) {
    return later == goingOn ? shift : 0;
  }

  private Connection append(Connection later) {
    Source one = sourceOf(later.one.source);
    Source other = sourceOf(later.other.source);
    long nanos = ahead(later.one.source.place);
    ConnectionKey ends =
        ConnectionKey.of(one, later.one.port, other, later.other.port, later.key().protocol);
    Connection mine = into.connection(ends, one, later.one.port, other, later.other.port);
    Flow from = mine.from(one, later.one.port);
    flows.put(later.one, from);
    flows.put(later.other, from.reverse());
    relate(mine, later);
    mine.silence = later.resumedBy == null ? mine.silence : later.silence;
    if (later.resumedBy != null) {
      mine.resumed = later.resumed + nanos;
      mine.resumedBy = flows.get(later.resumedBy);
    }
    hear(mine, later);
    append(from, later.one);
    append(from.reverse(), later.other);
    keep(mine, later, later.head);
    if (later.tail() != later.head) {
      keep(mine, later, later.tail());
    }
    if (later.lastNanos != ObservedPacket.NO_TIME) {
      mine.lastNanos = later.lastNanos + nanos;
    }
    later.errors.forEach(note -> mine.add(copy(note)));
    return mine;
  }

  /** Finds what packets on the two sides of the cut show about one another. */
  private void relate(Connection mine, Connection later) {
    RecentPackets before = mine.tail();
    for (int i = 0; i < later.head.size(); i++) {
      ObservedPacket seen = copy(later, later.head, i);
      int reach = Math.min(before.size(), RecentPackets.LENGTH - i);
      for (int j = before.size() - reach; j < before.size(); j++) {
        mine.compare(before, j, seen);
      }
    }
    if (later.head.size() > 0) {
      mine.noteSilence(copy(later, later.head, 0));
    }
    if (hasSpoken(later, mine)) {
      mine.resumedBy = null;
    }
    relateResets(mine.one, flowIn(later, mine.one));
    relateResets(mine.other, flowIn(later, mine.other));
  }

  /** Has the data that wait hear what is behind the cut: all of it where it is known. */
  private void hear(Connection mine, Connection later) {
    if (later.tail() != later.head) {
      mine.one.waiting = waiting(flowIn(later, mine.one));
      mine.other.waiting = waiting(flowIn(later, mine.other));
      return;
    }
    for (int i = 0; i < later.head.size(); i++) {
      ObservedPacket seen = copy(later, later.head, i);
      if (seen.kind == PacketKind.TCP || seen.kind == PacketKind.RESET) {
        seen.flow.noteData(seen);
      }
    }
  }

  private @Nullable WaitingData waiting(Flow later) {
    WaitingData data = later.waiting;
    return data == null ? null : data.moved(this::copy);
  }

  private void keep(Connection mine, Connection later, RecentPackets trail) {
    for (int i = 0; i < trail.size(); i++) {
      mine.keep(copy(later, trail, i));
    }
  }

  private ObservedPacket copy(Connection later, RecentPackets trail, int index) {
    Flow flow = trail.isForth(index) ? later.one : later.other;
    ObservedPacket kept = flow.kept(trail.record(index));
    return copy(kept == null ? trail.sighting(index, flow) : kept);
  }

  private boolean hasSpoken(Connection later, Connection mine) {
    Flow silent = mine.resumedBy == mine.one ? mine.other : mine.one;
    Flow there = flowIn(later, silent);
    return there.syns.count + there.afterSyn > 0;
  }

  private Flow flowIn(Connection later, Flow mine) {
    return flows.get(later.one) == mine ? later.one : later.other;
  }

  private void relateResets(Flow mine, Flow later) {
    for (ObservedPacket reset : mine.resets) {
      for (TtlCount level : later.levels.all) {
        long syn = later.syns.firstRecord;
        long otherSyn = later.reverse().syns.firstRecord;
        boolean opened =
            (syn > 0 && syn <= level.firstRecord)
                || (otherSyn > 0 && otherSyn < level.firstRecord)
                || mine.syns.lastRecord > reset.record;
        Connection.markContinued(reset, level.ttl, level.firstRecord + records, opened);
      }
      relateToHead(reset, later);
    }
    for (ObservedPacket original : later.resets) {
      relateReset(mine, later, original);
      relateToHead(copy(original), later);
    }
  }

  /** Finds whether the side that a reset is said to be from goes on behind the cut. */
  private void relateToHead(ObservedPacket reset, Flow later) {
    RecentPackets head = later.connection.head;
    for (int i = 0; i < head.size(); i++) {
      ObservedPacket seen = copy(later.connection, head, i);
      if (seen.isPureSyn()) {
        return;
      }
      boolean sameWay = head.isForth(i) == (later == later.connection.one);
      boolean opened = reset.flow.syns.lastRecord > reset.record;
      if (sameWay && !opened && seen.kind.counts() && seen.record > reset.record) {
        Connection.markGoesOn(reset, seen);
      }
    }
  }

  private void relateReset(Flow mine, Flow later, ObservedPacket original) {
    ObservedPacket reset = copy(original);
    ObservedPacket.Marks mark = reset.mark();
    mark.sentUpTo = Math.max(mark.sentUpTo, mine.maxEnd);
    // What came before it in its own half was seen there; silence may reach back over the cut.
    Connection before = mine.connection;
    boolean first = later.firstAfterSyn == 0 || later.firstAfterSyn > original.record;
    if (later.connection.head.record(0) == original.record) {
      before.markIdle(reset, mark);
    } else if (first) {
      before.markProvoked(reset, mark);
    }
    boolean sentBefore = later.firstAfterSyn > 0 && later.firstAfterSyn < original.record;
    if (!sentBefore) {
      Connection.markAnswer(reset, mine.reverse());
    }
    mark.afterClose |= isAfterClose(mine, later, original);
    if (mark.disowned == null) {
      mark.disowned = mine.source.disowned(original);
    }
    if (mark.priorId < 0) {
      mine.source.notePrior(reset);
    }
    if (mark.idBefore < 0) {
      mark.idBefore = mine.ids.lastBefore(reset.nanos);
    }
    if (mark.idLongBefore < 0) {
      mark.idLongBefore = mine.ids.last();
    }
  }

  /** Whether both sides had ended, before the cut or behind it. */
  private static boolean isAfterClose(Flow mine, Flow later, ObservedPacket reset) {
    return hasEnded(mine, later, reset) && hasEnded(mine.reverse(), later.reverse(), reset);
  }

  private static boolean hasEnded(Flow mine, Flow later, ObservedPacket reset) {
    boolean opened = later.syns.firstRecord > 0 && later.syns.firstRecord < reset.record;
    boolean ended = later.endRecord > 0 && later.endRecord < reset.record;
    return ended || (mine.endRecord > 0 && !opened);
  }

  private void append(Flow mine, Flow later) {
    if (mine.afterSyn == 0 && mine.syns.count > 0 && later.afterSyn > 0) {
      mine.source.redeem(mine.levels);
    } else if (mine.afterSyn > 0 && later.afterSyn == 0 && later.syns.count > 0) {
      mine.source.redeem(later.levels);
    }
    if (later.questions != null) {
      Questions mines = mine.questions == null ? new Questions() : mine.questions;
      mines.append(later.questions, this::copy);
      mine.questions = mines;
    }
    long ended = later.syns.count > 0 ? 0 : mine.endRecord;
    mine.endRecord = first(ended, later.endRecord);
    mine.badSums += later.badSums;
    mine.rewritten |= later.rewritten;
    mine.source.asked -= mine.syns.count > 0 && later.syns.count > 0 ? 1 : 0;
    if (later.log != null) {
      FilterLog log = mine.log == null ? new FilterLog() : mine.log;
      log.append(later.log, records, lines);
      mine.log = log;
    }
    mine.synAcks += later.synAcks;
    if (later.loop != null) {
      LoopTrail trail = mine.loop == null ? new LoopTrail() : mine.loop;
      boolean before = trail.isLoop();
      trail.append(later.loop, records, lines);
      mine.loop = trail;
      // What is a loop in the later half alone is counted with its source.
      mine.source.loops += !before && trail.isLoop() && !later.loop.isLoop() ? 1 : 0;
    }
    mine.packets += later.packets;
    mine.cameIn |= later.cameIn;
    mine.wentOut |= later.wentOut;
    mine.afterSyn += later.afterSyn;
    mine.isn = later.isn >= 0 ? later.isn : mine.isn;
    mine.maxEnd = Math.max(mine.maxEnd, later.maxEnd);
    mine.firstAfterSyn = first(mine.firstAfterSyn, later.firstAfterSyn);
    appendIds(mine, later);
    int examples = mine.levels.all.stream().mapToInt(level -> level.examples.size()).sum();
    append(mine.levels, later.levels, later.source.place);
    if (mine.levels.size() == 1) {
      leaveOutExamples(mine, later, examples);
    }
    mine.addResets(later);
    later.resets.forEach(reset -> mine.keepReset(copy(reset)));
    appendSyns(mine, later);
    mine.windows.addAll(later.windows);
  }

  /** Takes over the IP ids and the packets that stand out of them, or of what came before. */
  private void appendIds(Flow mine, Flow later) {
    IdCounter ids = later.ids.copy();
    for (TtlCount level : later.levels.all) {
      for (ObservedPacket original : level.carriers) {
        if (!later.strange.contains(original) && OddPackets.isStrange(mine, original)) {
          mine.keepStrange(leaveOut(original, mine, later, ids));
        }
      }
    }
    mine.noteIdBehind(ids.first());
    for (ObservedPacket original : later.strange) {
      ObservedPacket odd = copy(original);
      ObservedPacket.Marks mark = odd.mark();
      mark.idBefore = mark.idBefore < 0 ? mine.ids.lastBefore(odd.nanos) : mark.idBefore;
      mine.keepStrange(odd);
    }
    mine.ids.append(ids, ahead(later.source.place));
    for (ObservedPacket waiting : later.awaitingId) {
      mine.awaitId(copy(waiting));
    }
  }

  /** Takes the id of a packet out of those behind the cut, and notes the ids on both its sides. */
  private ObservedPacket leaveOut(ObservedPacket original, Flow mine, Flow later, IdCounter ids) {
    RecentPackets head = later.connection.head;
    boolean forth = later == later.connection.one;
    int before = -1;
    int behind = -1;
    for (int i = 0; i < head.size() && behind < 0; i++) {
      int id = head.isForth(i) == forth && head.kind(i).counts() ? head.id(i) : -1;
      if (id > 0 && head.record(i) < original.record) {
        before = id;
      } else if (id > 0 && head.record(i) > original.record) {
        behind = id;
      }
    }
    if (original.id > 0) {
      ids.leaveOut(before, original.id, behind);
    }
    ObservedPacket odd = copy(original);
    odd.mark().idBefore = before > 0 ? before : mine.ids.lastBefore(odd.nanos);
    odd.mark().idBehind = behind;
    if (behind < 0) {
      mine.awaitId(odd);
    }
    return odd;
  }

  private void appendSyns(Flow mine, Flow later) {
    if (!later.syns.kept.isEmpty()) {
      mine.notePrintedAgain(copy(later.syns.kept.get(0)));
    }
    mine.syns.append(later.syns, records, ahead(later.source.place), this::copy);
  }

  private long first(long mine, long later) {
    return mine != 0 || later == 0 ? mine : later + records;
  }

  private Source append(Source later) {
    Source mine = sourceOf(later);
    mine.firstRecord = first(mine.firstRecord, later.firstRecord);
    mine.packets += later.packets;
    mine.withoutTtl += later.withoutTtl;
    mine.cameIn |= later.cameIn;
    mine.wentOut |= later.wentOut;
    mine.printedAgain += later.printedAgain;
    mine.copies += later.copies;
    mine.loops += later.loops;
    mine.asked += later.asked;
    later.openSyns.forEach((ttl, number) -> mine.openSyns.merge(ttl, number, Long::sum));
    later.lastSyns.forEach(syn -> mine.keepOpen(copy(syn)));
    mine.synSpread.or(later.synSpread);
    mine.errorCount += later.errorCount;
    append(mine.levels, later.levels, later.place);
    append(mine.others, later.others, later.place);
    append(mine.errorsAboutItself, later.errorsAboutItself, later.place);
    mine.spread.or(later.spread);
    later.errorKinds.forEach((kind, many) -> mine.add(kind, copy(many.first()), many.count()));
    later.errors.forEach(
        note -> {
          if (mine.errors.size() < Source.MAX_ERRORS) {
            mine.errors.add(copy(note));
          }
        });
    if (mine.errorCount > 0) {
      into.noteErrorSource(mine);
    }
    for (Flow flow : later.served) {
      Flow copied = flows.get(flow);
      if (copied != null) {
        mine.serves(copied);
      }
    }
    for (Connection connection : later.waiting) {
      Flow copied = flows.get(connection.one);
      if (copied != null) {
        mine.waits(copied.connection);
      }
    }
    return mine;
  }

  /** Leaves out those that a whole capture would not have kept, as the source had enough. */
  private void leaveOutExamples(Flow mine, Flow later, int before) {
    TtlCount level = mine.levels.all.get(0);
    TtlCount ofSource = mine.source.levels.get(level.ttl);
    TtlCount ofLater = later.source.levels.get(level.ttl);
    List<PacketRef> wanted = new ArrayList<>();
    for (PacketRef example : level.examples) {
      long seen = wanted.size() < before || ofSource == null ? 0 : ofSource.examples.size();
      if (wanted.size() >= before && ofLater != null) {
        seen +=
            ofLater.examples.stream().filter(e -> e.record() + records < example.record()).count();
      }
      if (wanted.isEmpty() || seen < TtlCount.MAX_EXAMPLES) {
        wanted.add(example);
      }
    }
    level.examples = List.copyOf(wanted);
  }

  private void append(TtlCounts mine, TtlCounts later, Place place) {
    for (TtlCount level : later.all) {
      TtlCount known = mine.getOrAdd(level.ttl);
      known.add(level, records, lines, ahead(place));
      level.carriers.forEach(seen -> known.addCarrier(copy(seen), TtlCount.MAX_CARRIERS));
    }
  }

  private IcmpError copy(IcmpError note) {
    return note.of(copy(note.error()));
  }

  private ObservedPacket copy(ObservedPacket seen) {
    ObservedPacket known = copies.get(seen);
    if (known != null) {
      return known;
    }
    Flow flow = flows.getOrDefault(seen.flow, seen.flow);
    long nanos = ahead(seen.flow.source.place);
    ObservedPacket copied = seen.shifted(flow, records, lines, nanos);
    copies.put(seen, copied);
    return copied;
  }
}
