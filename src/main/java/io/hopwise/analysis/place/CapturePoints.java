package io.hopwise.analysis.place;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.packet.CaptureCommand;
import io.hopwise.packet.Notice;
import io.hopwise.packet.PrintedTime;
import io.hopwise.text.RecordText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The captures that one text holds, one after the other, and the places they were taken at.
 *
 * <p>After packets, another capture begins with a prompt, a command, tcpdump's line that says what
 * it listens on or reads, a heading that names a place, {@code On the server:}, or a block of code
 * that follows another. It also begins where the clock jumps back, and where the packets of a
 * connection come once more with another TTL. Each capture is a place of its own, unless its prompt
 * and interface are those of an earlier one.
 *
 * @since 0.1
 */
public final class CapturePoints {
  /** The most captures whose records are known. Of earlier ones only their traffic is. */
  private static final int MAX_RUNS = 1 << 13;

  /** The most captures without a packet that are remembered by name. */
  private static final int MAX_EMPTY = 16;

  /** The most place names that are recognised in later captures. */
  private static final int MAX_NAMES = 1 << 12;

  private final List<TcpdumpRun> runs = new ArrayList<>();
  private final Map<PlaceName, Place> named = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private int number;

  /** The line that what comes next starts on. */
  private long line = 1;

  private boolean areNamed;
  private TcpdumpRun current;

  /** What the lines after the last record say of the next capture. */
  private PlaceName said = PlaceName.UNKNOWN;

  /** What the caller called the place of a capture that has no record yet; empty for none. */
  private String begun = "";

  /** The names of places whose captures have no record. */
  private final Set<String> empty = new LinkedHashSet<>();

  private final CodeFences fences = new CodeFences();

  /** Whether a line after the last record begins another capture. */
  private boolean parted;

  /** Whether one of those lines is a command whose filter may hide answers. */
  private boolean hides;

  /** One run of tcpdump: the records from this one on, with their times. */
  public static final class TcpdumpRun {
    final long firstRecord;
    final Place place;
    final Clock clock = new Clock();

    /** Whether a line before its first record says that it begins. */
    final boolean told;

    TcpdumpRun(long firstRecord, Place place, boolean told) {
      this.firstRecord = firstRecord;
      this.place = place;
      this.told = told;
    }

    /** The first record of the run, 1 or more. */
    public long firstRecord() {
      return firstRecord;
    }

    /** Where it was taken. */
    public Place place() {
      return place;
    }

    /** The clock that its times are read on. */
    public Clock clock() {
      return clock;
    }
  }

  public CapturePoints() {
    current = new TcpdumpRun(1, place(0, 1, PlaceName.UNKNOWN, false), false);
    runs.add(current);
    places.add(current.place);
  }

  /** The place of the last record. */
  public Place place() {
    return current.place;
  }

  /** The clock of the last record. */
  public Clock clock() {
    return current.clock;
  }

  /** The places, at most some thousand, first ones first. */
  public List<Place> places() {
    return places;
  }

  /** Whether any place has a name. */
  public boolean areNamed() {
    return areNamed;
  }

  /** How many places there are. */
  public int count() {
    return number + 1;
  }

  /** Says where what comes next was captured. */
  public void takenAt(String place) {
    said = PlaceName.given(place);
    parted = true;
  }

  /** Says on which line what comes next starts. */
  public void atLine(long next) {
    line = next;
  }

  /** Notes a line that may begin another capture, or may name its place. */
  public void note(Notice notice) {
    switch (notice.kind()) {
      case COMMAND, PROMPT -> {
        said = PlaceName.ofPrompt(notice.text().toString());
        hides = notice.command().map(CaptureCommand::mayHideAnswers).orElse(false);
        parted = true;
      }
      case LISTENING, READING -> {
        said = said.with(notice);
        parted = true;
      }
      case HEADING -> {
        if (notice.place().isPresent()) {
          if (notice.text().equals(RecordText.NONE)) {
            noteBegun(notice.place().get());
          }
          said = PlaceName.ofHeading(notice.place().get());
          parted = true;
        }
      }
      case FENCE -> parted |= fences.note(notice.text().toString());
      default -> {}
    }
  }

  private void noteBegun(String place) {
    noteEmpty(begun);
    begun = place;
  }

  /** Notes that a capture which such lines began has ended without a record. */
  public void endEmpty() {
    if (parted) {
      noteEmpty(said.host());
      said = PlaceName.UNKNOWN;
      begun = "";
    }
  }

  private void noteEmpty(String place) {
    if (!place.isEmpty() && empty.size() < MAX_EMPTY) {
      empty.add(place);
    }
  }

  /** The names of places whose captures have no record, the first few. */
  public ImmutableList<String> emptyPlaces() {
    Set<String> all = new LinkedHashSet<>(empty);
    if (!begun.isEmpty()) {
      all.add(begun);
    }
    places.forEach(place -> all.remove(place.words()));
    return ImmutableList.copyOf(all);
  }

  /**
   * Announces the next record. It begins another capture if its time or a line before it says so.
   */
  public void next(long record, PrintedTime.@Nullable Form form, long printed) {
    if (parted || record == 1) {
      begin(record, false);
    } else if (current.clock.jumpsBack(form, printed)) {
      begin(record, false);
    }
    fences.record();
  }

  /** Begins another capture, taken at another place, with a record: its TTL shows that. */
  public void part(long record) {
    begin(record, true);
  }

  private void begin(long record, boolean apart) {
    PlaceName name = said;
    boolean told = parted;
    areNamed |= name.saysAnything();
    said = PlaceName.UNKNOWN;
    begun = "";
    parted = false;
    boolean hidden = hides;
    hides = false;
    if (record == 1) {
      current = new TcpdumpRun(1, place(0, 1, name, false), told);
      runs.set(0, current);
      places.set(0, current.place);
      remember(current.place);
      current.place.hidesAnswers = hidden;
      current.place.isTold = told;
      return;
    }
    Place known = named.get(name);
    add(
        new TcpdumpRun(
            record, known == null || apart ? newPlace(record, name, apart) : known, told));
    current.place.hidesAnswers |= hidden;
    current.place.isTold |= told;
  }

  private Place newPlace(long record, PlaceName name, boolean apart) {
    number++;
    Place place = place(number, record, name, apart);
    if (places.size() < MAX_RUNS) {
      places.add(place);
    }
    remember(place);
    return place;
  }

  private Place place(int which, long record, PlaceName name, boolean apart) {
    return new Place(which, new PacketNumber(record, line), name, apart);
  }

  private void remember(Place place) {
    if (place.name.firm() && named.size() < MAX_NAMES) {
      named.putIfAbsent(place.name, place);
    }
  }

  private void add(TcpdumpRun run) {
    if (runs.size() >= MAX_RUNS) {
      runs.subList(0, MAX_RUNS / 2).clear();
    }
    runs.add(run);
    current = run;
  }

  /** Whether a capture of this place had begun at a time and went on after it. */
  public boolean covers(Place place, PrintedTime time) {
    return runs.stream().anyMatch(run -> run.place == place && run.clock.covers(time));
  }

  /** The capture that a record is part of. */
  public TcpdumpRun of(long record) {
    int low = 0;
    int high = runs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs.get(middle).firstRecord <= record) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return runs.get(low);
  }

  /**
   * Appends the captures of a later half.
   *
   * @return for each place of the later half the place it is here
   */
  public Map<Place, Place> append(CapturePoints later, long records, long lines) {
    Map<Place, Place> here = new HashMap<>();
    parted |= fences.partWith(later.fences);
    String named = later.places.get(0).name.host();
    if (!named.isEmpty() && !named.equals(begun)) {
      noteEmpty(begun);
    }
    for (TcpdumpRun run : later.runs) {
      boolean first = here.isEmpty();
      Place known = here.get(run.place);
      if (first && records > 0 && !run.told && !parted && !current.clock.jumpsBackTo(run.clock)) {
        here.put(run.place, current.place);
      } else if (known == null) {
        said = first && !run.told ? said : said.with(run.place.name);
        parted |= run.told;
        hides |= run.place.hidesAnswers;
        line = run.place.first().line() + lines;
        begin(run.firstRecord + records, run.place.apart);
        here.put(run.place, current.place);
      } else {
        add(new TcpdumpRun(run.firstRecord + records, known, run.told));
      }
      current.clock.append(run.clock);
    }
    return here;
  }

  /** Takes over the lines that a later half ends with: they are about what comes after it. */
  public void carry(CapturePoints later) {
    fences.carry(later.fences);
    later.empty.forEach(this::noteEmpty);
    if (!later.begun.isEmpty()) {
      noteBegun(later.begun);
    }
    if (later.parted) {
      said = said.with(later.said);
      hides = later.hides;
      parted = true;
    }
  }
}
