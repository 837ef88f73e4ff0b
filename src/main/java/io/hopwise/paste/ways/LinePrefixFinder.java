package io.hopwise.paste.ways;

import com.google.common.collect.ImmutableList;
import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.RecordNumbers;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import io.hopwise.paste.WayFinder;
import io.hopwise.paste.ways.PrefixShape.CharClass;
import io.hopwise.paste.ways.PrefixShape.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what stands before the heads of records, and what all of it has in common. */
final class LinePrefixFinder implements WayFinder {
  private static final int LONGEST = 160;
  private static final int MOST_LINES = 60;
  private static final int MOST_PLACES = 4;
  private static final int MOST_SHAPES = 4;
  private static final int LONGEST_NUMBER = 9;

  /** tcpdump prints so many blanks before the second line of a record. */
  private static final int INDENTED = 4;

  private final Trial trial;
  private final boolean indented;

  LinePrefixFinder(Trial trial, boolean indented) {
    this.trial = trial;
    this.indented = indented;
  }

  @Override
  public List<Way> find(PastedText sample) {
    List<Place> places = new ArrayList<>();
    int line = 0;
    int indents = 0;
    for (int at = 0; at < sample.length() && line < MOST_LINES; at = sample.lineEnd(at)) {
      collect(sample, at, sample.lineEnd(at), places);
      line++;
      indents += PrefixShape.kindOf(sample.at(at)) == CharClass.BLANKS ? 1 : 0;
    }
    Map<String, Shape> shapes = shapes(sample, places, 10 * indents >= 9 * line);
    if (shapes.isEmpty()) {
      collectBeforeSecond(sample, shapes);
    }
    List<Shape> best = new ArrayList<>(shapes.values());
    best.sort(Comparator.comparingInt(shape -> -shape.count));
    boolean numbered = best.stream().anyMatch(Shape::isNumbering);
    List<Way> ways = new ArrayList<>();
    for (Shape shape : best) {
      LinePrefix way = new LinePrefix(trial, shape.parts(), shape.isTimed);
      if (ways.size() >= MOST_SHAPES || (way.isIndentation() && !indented)) {
        continue;
      }
      WrappedPrefix wrapped =
          mayWrap(shape, way, numbered) ? WrappedPrefix.find(sample, way, trial) : null;
      if (wrapped != null && isBelievable(shape, way, wrapped.joined(sample))) {
        ways.add(wrapped);
      }
      if (isBelievable(shape, way, sample)) {
        ways.add(way);
      }
    }
    return ways;
  }

  /**
   * Whether it can be no part of a record, so that lines that lack it are the rest of others. The
   * blanks before numbers are none.
   */
  private static boolean mayWrap(Shape shape, LinePrefix way, boolean numbered) {
    if (way.isIndentation() || shape.isNumbering()) {
      return shape.isNumbering() || (shape.isTimed && !shape.isInside && !numbered);
    }
    return !way.isTime() && !shape.isInside && (shape.isTimed || !shape.hasDigits());
  }

  /** What may be a part of records, as a time may, must stand before other lines, too. */
  private static boolean isBelievable(Shape shape, LinePrefix way, PastedText sample) {
    if (way.isTime()) {
      return shape.count > 1 && way.share(sample) >= 0.9;
    }
    if (way.isIndentation()) {
      return way.share(sample) >= 0.8;
    }
    if (way.share(sample) < 0.3) {
      return false;
    }
    return !shape.isInside || (shape.count > 1 && way.share(sample) >= 0.6);
  }

  /**
   * A place where a head may begin.
   *
   * @param from where its line begins
   * @param at where its words do
   * @param inside whether the whole line is a head, too
   */
  private record Place(int from, int at, LineKind kind, boolean inside) {}

  private void collect(PastedText text, int from, int end, List<Place> places) {
    if (text.at(from) == LinePrefix.NO_RECORD) {
      return;
    }
    int more = MOST_PLACES;
    boolean inside = isHead(text, from, from, end);
    int most = Math.min(text.wordsEnd(from, end), from + LONGEST);
    for (int at = from + 1; at < most && more > 0; at++) {
      if (mayBegin(text, at) && isHead(text, from, at, end)) {
        more--;
        places.add(new Place(from, at, trial.kind(text.bytes(), at, end), inside));
      }
    }
  }

  /** What stands before the second lines of records, which are indented themselves. */
  private void collectBeforeSecond(PastedText text, Map<String, Shape> shapes) {
    int line = 0;
    int end;
    for (int from = 0; from < text.length() && line < MOST_LINES; from = end) {
      end = text.lineEnd(from);
      line++;
      int flow = indentedFlow(text, from, end);
      if (flow > from + INDENTED) {
        ImmutableList<Part> parts = PrefixShape.parts(text, from, flow - INDENTED);
        shapes.computeIfAbsent(key(parts), k -> new Shape(parts)).add(parts, false, false);
      }
    }
  }

  /** Where addresses begin behind the blanks that tcpdump prints before them; -1 for nowhere. */
  private int indentedFlow(PastedText text, int from, int end) {
    int most = Math.min(text.wordsEnd(from, end), from + LONGEST);
    for (int at = from + INDENTED; at < most; at++) {
      boolean indented = text.isBlank(at - INDENTED, at) && text.at(at) != ' ';
      if (indented && trial.kind(text.bytes(), at, end) == LineKind.FLOW) {
        return at;
      }
    }
    return -1;
  }

  /** What stands before the places; the numbers of records are no part of it. */
  private static Map<String, Shape> shapes(PastedText text, List<Place> places, boolean indented) {
    boolean numbered = areNumbered(text, places);
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (Place place : places) {
      if (numbered && place.kind == LineKind.FLOW) {
        continue; // Records that have numbers begin with them, and these go on with one.
      }
      int to = beginning(text, place.from, place.at);
      if (numbered && RecordNumbers.isNumber(text, place.at)) {
        int room = RecordNumbers.roomBefore(text, place.from, place.at);
        boolean tab = to == place.from + 1 && text.at(place.from) == '\t';
        // A tab alone stands for the room that is missing.
        to = room >= 0 ? room : tab ? place.from : to;
      } else if (numbered && isBehindNumber(text, place.from, to, indented)) {
        continue;
      }
      ImmutableList<Part> parts = PrefixShape.parts(text, place.from, to);
      if (to > place.from && !isOfRecord(parts, place.kind)) {
        shapes
            .computeIfAbsent(key(parts), k -> new Shape(parts))
            .add(parts, place.inside, place.kind.isTimed());
      }
    }
    return shapes;
  }

  private static boolean areNumbered(PastedText text, List<Place> places) {
    RecordNumbers numbers = new RecordNumbers();
    int line = 0;
    for (Place place : places) {
      for (; line < place.from; line = text.lineEnd(line)) {
        numbers.meetOther(text, line);
      }
      numbers.meet(text, place.from, beginning(text, place.from, place.at));
      line = text.lineEnd(place.from);
    }
    return numbers.areOfRecords();
  }

  /**
   * Whether a record's number stands right before a place. With more blanks before it than tcpdump
   * prints, and nothing else, it may be the line's, unless all lines are indented.
   */
  private static boolean isBehindNumber(PastedText text, int from, int at, boolean indented) {
    int digits = RecordNumbers.digitsBefore(text, from, at);
    if (digits < 0) {
      return false;
    }
    int room = RecordNumbers.roomBefore(text, from, digits);
    return indented || room == from || text.behindBlanks(from) < digits;
  }

  /** Where a head begins: a time since the first packet has a blank of its own in front. */
  private static int beginning(PastedText text, int from, int at) {
    boolean blanks = at > from + 2 && text.at(at - 1) == ' ' && text.at(at - 2) == ' ';
    boolean zero = text.at(at) == '0' && at + 2 < text.length() && text.at(at + 1) == '0';
    return blanks && zero && text.at(at + 2) == ':' ? at - 1 : at;
  }

  /** Whether a word begins here that may be a record's first one. */
  private static boolean mayBegin(PastedText text, int at) {
    CharClass before = PrefixShape.kindOf(text.at(at - 1));
    CharClass here = PrefixShape.kindOf(text.at(at));
    return here == CharClass.MARK
        ? text.at(at) == '('
        : here != CharClass.BLANKS
            && before != here
            && (before == CharClass.BLANKS || before == CharClass.MARK);
  }

  private boolean isHead(PastedText text, int from, int at, int end) {
    LineKind kind = trial.kind(text.bytes(), at, end);
    if (at > from + 1 && isInsideNumbers(text, at, kind)) {
      return false;
    }
    if (kind == LineKind.EPOCH && isNumber(text, from, at, end)) {
      return false;
    }
    if (kind == LineKind.UNTIMED && isValue(text, at)) {
      return false;
    }
    return (kind.isTimed() && kind != LineKind.ODD_TIME)
        || kind == LineKind.UNTIMED
        || (kind == LineKind.FLOW && at > from && text.at(at - 1) != ' ');
  }

  /** Whether a number and a comma begin here, as amid a record that was wrapped. */
  private static boolean isValue(PastedText text, int from) {
    int at = from;
    while (at < text.length() && text.at(at) >= '0' && text.at(at) <= '9') {
      at++;
    }
    return at > from && at < text.length() && text.at(at) == ',';
  }

  /** Whether a number with a point is no time: no packet begins behind it. */
  private boolean isNumber(PastedText text, int from, int at, int end) {
    int time = RecordNumbers.isNumber(text, at) ? text.behindBlanks(text.wordEnd(at)) : at;
    int packet = text.behindBlanks(text.wordEnd(time));
    return at > from && trial.kind(text.bytes(), packet, end) != LineKind.UNTIMED;
  }

  /**
   * Whether a prefix holds words of a record, or stands before what may as well be a rest of one.
   */
  private static boolean isOfRecord(ImmutableList<Part> parts, LineKind kind) {
    boolean marks =
        parts.stream()
            .noneMatch(part -> part.kind() == CharClass.WORD || part.kind() == CharClass.DIGITS);
    boolean anything = kind == LineKind.FLOW || kind == LineKind.DELTA;
    return (anything && !marks)
        || parts.stream()
            .anyMatch(
                part ->
                    "IP".equals(part.text())
                        || "IP6".equals(part.text())
                        || "ethertype".equals(part.text()));
  }

  /** Whether digits are the rest of a time or of an address. */
  private static boolean isInsideNumbers(PastedText text, int at, LineKind kind) {
    boolean digits =
        PrefixShape.kindOf(text.at(at)) == CharClass.DIGITS
            && PrefixShape.kindOf(text.at(at - 2)) == CharClass.DIGITS;
    byte mark = text.at(at - 1);
    if (digits && mark == ':' && isNumbered(text, at) && !isLong(text, at)) {
      return true;
    }
    boolean seconds = kind == LineKind.EPOCH || kind == LineKind.DELTA || kind == LineKind.FLOW;
    return digits && (mark == '.' || (mark == ':' && seconds && !isLong(text, at)));
  }

  /** Whether two blanks stand behind digits, as behind a record's number. */
  private static boolean isNumbered(PastedText text, int from) {
    int end = text.wordEnd(from);
    return end + 1 < text.length() && text.at(end) == ' ' && text.at(end + 1) == ' ';
  }

  /** Whether a number is too large for the seconds of a minute. */
  private static boolean isLong(PastedText text, int at) {
    return at + 2 < text.length() && PrefixShape.kindOf(text.at(at + 2)) == CharClass.DIGITS;
  }

  private static String key(ImmutableList<Part> parts) {
    StringBuilder key = new StringBuilder();
    for (Part part : parts) {
      key.append(part.kind() == CharClass.MARK ? part.text() : part.kind().name().substring(0, 1));
    }
    return key.toString();
  }

  /** Prefixes of one shape, and what they have in common. */
  private static final class Shape {
    private final List<@Nullable String> common = new ArrayList<>();
    private final ImmutableList<Part> first;
    private final Map<String, Integer> lasts = new HashMap<>();
    private int count;

    /** Whether times stand behind all of them. */
    private boolean isTimed = true;

    /** Whether the first number grew from line to line. */
    private boolean isAscending = true;

    private int last = -1;

    /** Whether each line is a head with it, too, so that it may be a part of that. */
    private boolean isInside = true;

    Shape(ImmutableList<Part> first) {
      this.first = first;
      first.forEach(part -> common.add(part.text()));
    }

    void add(ImmutableList<Part> parts, boolean inside, boolean timed) {
      count++;
      isTimed &= timed;
      String number = number(parts);
      isAscending &= number.length() <= LONGEST_NUMBER && !number.isEmpty();
      if (isAscending) {
        int value = Integer.parseInt(number);
        isAscending = value > last;
        last = value;
      }
      isInside &= inside;
      for (int i = 0; i < common.size(); i++) {
        if (!Objects.equals(parts.get(i).text(), common.get(i))) {
          common.set(i, null);
        }
      }
      lasts.merge(parts.get(parts.size() - 1).text(), 1, Integer::sum);
    }

    /** The first number of a prefix, empty for none. */
    private static String number(ImmutableList<Part> parts) {
      for (Part part : parts) {
        if (part.kind() == CharClass.DIGITS) {
          return String.valueOf(part.text());
        }
      }
      return "";
    }

    boolean hasDigits() {
      return first.stream().anyMatch(part -> part.kind() == CharClass.DIGITS);
    }

    /** Whether it is numbers that grow from line to line, and blanks, as no time does. */
    boolean isNumbering() {
      return isAscending
          && count > 2
          && first.stream().filter(part -> part.kind() == CharClass.DIGITS).count() == 1
          && first.stream()
              .allMatch(part -> part.kind() == CharClass.DIGITS || part.kind() == CharClass.BLANKS);
    }

    /** The shortest of the blanks that most lines have: inner packets have more. */
    private String shortest() {
      int most = lasts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      return lasts.entrySet().stream()
          .filter(last -> 2 * last.getValue() >= most)
          .map(Map.Entry::getKey)
          .min(Comparator.comparingInt(String::length))
          .orElse(" ");
    }

    /** Numbers vary, words that were not the same, and blanks that make room for them. */
    ImmutableList<Part> parts() {
      ImmutableList.Builder<Part> parts = ImmutableList.builder();
      for (int i = 0; i < first.size(); i++) {
        CharClass kind = first.get(i).kind();
        boolean last = i == first.size() - 1;
        boolean varies = kind == CharClass.DIGITS || (kind == CharClass.BLANKS && first.size() > 1);
        String text = common.get(i);
        if (last && kind == CharClass.BLANKS) {
          // Behind it the lines' own blanks begin.
          text = shortest();
        } else if (varies) {
          text = null;
        }
        parts.add(new Part(kind, text));
      }
      return parts.build();
    }
  }
}
