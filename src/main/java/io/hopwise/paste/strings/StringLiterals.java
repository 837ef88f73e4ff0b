package io.hopwise.paste.strings;

import io.hopwise.paste.KnownFields;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * Strings of a data format or a program: JSON of a log driver, one string with all lines, a list of
 * lines, Python's bytes. Where lines have a string whose name says that it is what was logged, that
 * is taken; else of each line the longest string, and of a list on one line all.
 *
 * <p>No library reads these: what is pasted need not be whole JSON, may be Python's or logfmt, and
 * each byte must keep the place it had in the input, which a parser of documents does not tell.
 */
public final class StringLiterals implements Way {

  /** Whether lines have a string with such a name, so that all others tell other things. */
  private final boolean named;

  /** Whether strings on lines one after the other are pieces of one. */
  private final boolean inPieces;

  /** How strings were wrapped before. */
  private final Joining joining;

  /** What a text goes on with that stands right behind another one. */
  private final State begins;

  /**
   * What a text ends in.
   *
   * @param open the quotation mark of a string; 0 for none
   * @param taken whether that is taken
   * @param list whether it is one of a list
   * @param whole whether Ansible gave all lines as one string right before
   * @param again whether it gives them once more
   */
  private record State(byte open, boolean taken, boolean list, boolean whole, boolean again) {
    static final State NONE = new State((byte) 0, false, false, false, false);
  }

  private StringLiterals(boolean named, boolean inPieces, Joining joining, State begins) {
    this.named = named;
    this.inPieces = inPieces;
    this.joining = joining;
    this.begins = begins;
  }

  /** Those that a text may hold: of ways to join its lines the one that tells most of packets. */
  public static List<Way> find(PastedText sample, Trial trial) {
    List<Joining> joinings = new ArrayList<>(WrappedStringsFinder.find(sample, trial));
    if (WrappedObjects.areIn(sample)) {
      joinings.add(new WrappedObjects(false));
      joinings.add(new WrappedObjects(true));
    } else {
      joinings.add(Joining.NONE);
    }
    List<Way> best = List.of();
    int most = -1;
    for (Joining joining : joinings) {
      List<Way> ways = find(sample, joining);
      int known = joinings.size() == 1 ? 0 : known(ways, sample, trial);
      if (known > most && !ways.isEmpty()) {
        best = ways;
        most = known;
      }
    }
    return best;
  }

  /** Joined with a blank or without, records may be whole, but say something else. */
  private static int known(List<Way> ways, PastedText sample, Trial trial) {
    return ways.stream()
        .mapToInt(way -> KnownFields.count(way.undo(sample), trial))
        .max()
        .orElse(0);
  }

  /** Whether strings were wrapped, so that nothing in them is what it looks like. */
  public static boolean areWrapped(PastedText text, Trial trial) {
    return WrappedObjects.beginsObject(text, 0)
        || WrappedStringsFinder.find(text, trial).stream()
            .anyMatch(strings -> strings.joinsEscapes(text));
  }

  private static List<Way> find(PastedText sample, Joining joining) {
    PastedText text = joining.joined(sample, (byte) 0);
    boolean joins = joining != Joining.NONE;
    int lines = 0;
    int strings = 0;
    int all = 0;
    int withName = 0;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      lines++;
      List<Literal> literals = Literal.of(text, at, text.wordsEnd(at, end), (byte) 0, joins);
      int sum = literals.stream().mapToInt(Literal::length).sum();
      int longest = literals.stream().mapToInt(Literal::length).max().orElse(0);
      strings += StringNames.isList(text, at, literals) ? sum : longest;
      all += end - at;
      withName += literals.stream().anyMatch(literal -> StringNames.isNamed(text, literal)) ? 1 : 0;
    }
    List<Way> ways = new ArrayList<>();
    if (withName > 1 || (withName == 1 && lines < 3)) {
      ways.add(new StringLiterals(true, false, joining, State.NONE));
    }
    if (lines > 0 && 5 * strings >= 2 * all) {
      ways.add(new StringLiterals(false, areInPieces(text, joins), joining, State.NONE));
    }
    return ways;
  }

  /**
   * Whether strings are pieces of one, as programs write a long one: they hold the ends of lines,
   * or commas stand behind some.
   */
  private static boolean areInPieces(PastedText text, boolean joins) {
    int pieces = 0;
    int whole = 0;
    boolean hasLineEnds = false;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      int words = text.wordsEnd(at, end);
      List<Literal> literals = Literal.of(text, at, words, (byte) 0, joins);
      if (Literal.isPiece(literals, text, at, words)) {
        pieces++;
        hasLineEnds |= literals.get(0).holdsLineEnd(text);
      } else if (Literal.areAll(literals, text, at, words)) {
        whole++;
      }
    }
    return pieces > 1 && (hasLineEnds || whole > 0);
  }

  @Override
  public PastedText undo(PastedText pasted) {
    PastedText.Maker undone = new PastedText.Maker(pasted.length());
    undo(pasted, undone);
    if (undone.length() == 0 && isAmid() && pasted.length() > 0) {
      undone.put('\n', pasted.place(pasted.length() - 1)); // All of it belongs to a line.
    }
    return undone.done();
  }

  @Override
  public Way goingOn(PastedText before) {
    State end = undo(before, new PastedText.Maker(before.length()));
    return end.equals(begins) ? this : new StringLiterals(named, inPieces, joining, end);
  }

  /** What the text ends in. */
  private State undo(PastedText pasted, PastedText.Maker undone) {
    PastedText text = joining.joined(pasted, begins.open);
    boolean joins = joining != Joining.NONE;
    boolean again = begins.again;
    boolean whole = begins.whole;
    State state = begins;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      byte open = at == 0 ? begins.open : 0;
      List<Literal> literals = Literal.of(text, at, text.wordsEnd(at, end), open, joins);
      if (named) {
        state = putNamed(text, at, end, literals, undone);
        continue;
      }
      if (StringNames.isBracket(text, at, text.wordsEnd(at, end))) {
        continue; // Indented, it would be taken for a part of the record before.
      }
      boolean list = (at == 0 && open != 0) ? begins.list : StringNames.isList(text, at, literals);
      if (again) {
        again = !literals.isEmpty();
        continue;
      }
      // Ansible gives a command's output as one string, and once more as a list of its lines.
      again = whole && StringNames.beginsLinesAgain(text, literals);
      boolean isWhole = StringNames.beginsOutput(text, literals);
      whole |= isWhole;
      boolean taken = !again && putLongest(text, at, end, literals, list, undone);
      state = new State((byte) 0, taken, list, isWhole, false);
    }
    byte open = joining.openAtEnd(pasted, begins.open);
    boolean list = open != 0 && state.list;
    return new State(open, open != 0 && state.taken, list, state.whole, again);
  }

  @Override
  public int wholeUpTo(PastedText text) {
    return joining.wholeUpTo(text, begins.open);
  }

  @Override
  public boolean isAmid() {
    return !begins.equals(State.NONE);
  }

  /** Whether the rest of a string is to be put, or a string for which something else speaks. */
  private boolean isTaken(Literal literal, boolean otherwise) {
    return (begins.open != 0 && literal.from() == 0) ? begins.taken : otherwise;
  }

  /** Puts the longest string of a line, or all of a list; whether the last one is among them. */
  private boolean putLongest(
      PastedText text,
      int from,
      int end,
      List<Literal> literals,
      boolean list,
      PastedText.Maker undone) {
    int words = text.wordsEnd(from, end);
    int longest = literals.stream().mapToInt(Literal::length).max().orElse(0);
    boolean isRest = from == 0 && begins.open != 0;
    if (10 * longest < 3 * (words - from)
        && !list
        && !isRest
        && !Literal.areAll(literals, text, from, words)) {
      undone.copy(text, from, end);
      return false;
    }
    boolean isPut = false;
    boolean goesOn = goesOn(text, end, literals);
    // An empty string of a list is an empty line.
    boolean empty = list || (literals.size() == 1 && Literal.areAll(literals, text, from, words));
    int least = empty ? 0 : longest;
    for (Literal literal : literals) {
      boolean fits = literal.length() >= least && (empty || literal.length() > 0);
      isPut = isTaken(literal, fits && !StringNames.isBeside(text, literal) && (list || !isRest));
      if (isPut) {
        literal.put(text, undone, !goesOn);
        least = empty ? 0 : longest + 1;
      }
    }
    return isPut;
  }

  /** Whether a line's last string goes on with that of the next line. */
  private boolean goesOn(PastedText text, int end, List<Literal> literals) {
    if (!inPieces || !Literal.isLoose(literals, text, text.wordsEnd(0, end))) {
      return false;
    }
    int words = text.wordsEnd(end, text.lineEnd(end));
    boolean joins = joining != Joining.NONE;
    return end == text.length()
        || Literal.areAll(Literal.of(text, end, words, (byte) 0, joins), text, end, words);
  }

  /** Puts the string with a name; other lines of the data say nothing of it. */
  private State putNamed(
      PastedText text, int from, int end, List<Literal> literals, PastedText.Maker undone) {
    for (Literal literal : literals) {
      if (isTaken(literal, StringNames.isNamed(text, literal))) {
        literal.put(text, undone, true);
        return new State((byte) 0, literal.goesOn(), false, false, false);
      }
    }
    if (!StringNames.isAround(text, from) && !(from == 0 && begins.open != 0)) {
      undone.copy(text, from, end);
    }
    return State.NONE;
  }

  /**
   * Whether of each line nothing but one string is left, with escapes that are known, or all of a
   * list, and no line was left out for what it is called.
   */
  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    if (!joining.isExact()) {
      return false;
    }
    PastedText text = joining.joined(pasted, begins.open);
    boolean joins = joining != Joining.NONE;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      int words = text.wordsEnd(at, end);
      byte open = at == 0 ? begins.open : 0;
      List<Literal> literals = Literal.of(text, at, words, open, joins);
      boolean left = named ? isNamedLeft(text, at, literals) : isAllLeft(text, at, words, literals);
      boolean again = !named && StringNames.beginsLinesAgain(text, literals);
      if ((!left && open == 0)
          || again
          || !literals.stream().allMatch(literal -> literal.hasKnownEscapes(text))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamedLeft(PastedText text, int from, List<Literal> literals) {
    return literals.stream().anyMatch(literal -> StringNames.isNamed(text, literal))
        || StringNames.isAround(text, from);
  }

  private static boolean isAllLeft(PastedText text, int from, int words, List<Literal> literals) {
    return Literal.areAll(literals, text, from, words)
        || StringNames.isList(text, from, literals)
        || StringNames.isBracket(text, from, words);
  }

  @Override
  public String id() {
    return "string-literals";
  }

  @Override
  public String says() {
    return "strings of JSON or the like" + (joining == Joining.NONE ? "" : ", wrapped");
  }

  @Override
  public String toString() {
    return "StringLiterals" + named + inPieces + joining + begins;
  }
}
