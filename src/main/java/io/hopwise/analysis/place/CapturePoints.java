package io.hopwise.analysis.place;

import com.google.common.collect.ImmutableList;
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
 * The captures that one text holds, one behind the other, and the places they were taken at.
 *
 * <p>Another capture begins where a prompt, a command, or the line that says what is listened on or
 * read stands behind packets; where the clock jumps back; and where the packets of a connection
 * begin once more with another TTL; and behind a heading that names a place, {@code On the
 * server:}. It was taken at a place of its own, unless prompt and interface are those of an earlier
 * one.
 *
 * @since 0.1
 */
public final class CapturePoints {
  /** So many captures are known by their records; of earlier ones only what was seen is. */
  private static final int MAX_RUNS = 1 << 13;

  /** So many captures without a packet are known by name. */
  private static final int MAX_EMPTY = 16;

  /** So many names are looked for among later captures. */
  private static final int MAX_NAMES = 1 << 12;

  private final List<TcpdumpRun> runs = new ArrayList<>();
  private final Map<PlaceName, Place> named = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private int number;
  private boolean areNamed;
  private TcpdumpRun current;

  /** What the lines behind the last record say of the capture that comes next. */
  private PlaceName said = PlaceName.UNKNOWN;

  /** What the caller called the place of a capture that has no record yet; empty for none. */
  private String begun = "";

  /** What the captures without a record are called that named their place. */
  private final Set<String> empty = new LinkedHashSet<>();

  /** Whether such lines stand behind the last record. */
  private boolean parted;

  /** Whether a command among them has a filter that may hide answers. */
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
    current = new TcpdumpRun(1, new Place(0, 1, PlaceName.UNKNOWN, false), false);
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

  /** What comes next was captured at this place. */
  public void takenAt(String place) {
    said = PlaceName.given(place);
    parted = true;
  }

  /** Takes a line that may tell that another capture begins, or the place of the next one. */
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
      default -> {}
    }
  }

  private void noteBegun(String place) {
    noteEmpty(begun);
    begun = place;
  }

  /** The capture that such lines announced has ended without a record. */
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

  /** What the captures without a record are called that named their place, the first few. */
  public ImmutableList<String> emptyPlaces() {
    Set<String> all = new LinkedHashSet<>(empty);
    if (!begun.isEmpty()) {
      all.add(begun);
    }
    places.forEach(place -> all.remove(place.words()));
    return ImmutableList.copyOf(all);
  }

  /**
   * A record comes next: another capture begins with it if lines before it, or its time, say so.
   */
  public void next(long record, PrintedTime.@Nullable Form form, long printed) {
    if (parted) {
      begin(record, false);
    } else if (current.clock.jumpsBack(form, printed)) {
      begin(record, false);
    }
  }

  /** The record shows that another capture, taken at another place, begins with it. */
  public void part(long record) {
    begin(record, true);
  }

  private void begin(long record, boolean apart) {
    PlaceName name = said;
    boolean told = parted;
    areNamed |= !name.equals(PlaceName.UNKNOWN);
    said = PlaceName.UNKNOWN;
    begun = "";
    parted = false;
    boolean hidden = hides;
    hides = false;
    if (record == 1) {
      current = new TcpdumpRun(1, new Place(0, 1, name, false), told);
      runs.set(0, current);
      places.set(0, current.place);
      remember(current.place);
      current.place.hidesAnswers = hidden;
      return;
    }
    Place known = named.get(name);
    add(
        new TcpdumpRun(
            record, known == null || apart ? newPlace(record, name, apart) : known, told));
    current.place.hidesAnswers |= hidden;
  }

  private Place newPlace(long record, PlaceName name, boolean apart) {
    number++;
    Place place = new Place(number, record, name, apart);
    if (places.size() < MAX_RUNS) {
      places.add(place);
    }
    remember(place);
    return place;
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
   * Appends what a later half says, whose records follow so many.
   *
   * @return for each place of the later half the place it is here
   */
  public Map<Place, Place> append(CapturePoints later, long records) {
    Map<Place, Place> here = new HashMap<>();
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
        begin(run.firstRecord + records, run.place.apart);
        here.put(run.place, current.place);
      } else {
        add(new TcpdumpRun(run.firstRecord + records, known, run.told));
      }
      current.clock.append(run.clock);
    }
    return here;
  }

  /** Keeps the lines that a later half ends with. */
  public void carry(CapturePoints later) {
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
