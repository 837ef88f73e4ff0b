package io.hopwise.paste;

import io.hopwise.paste.FormSearch.Candidate;
import io.hopwise.paste.Reading.Piece;
import org.jspecify.annotations.Nullable;

/** Looks for forms of parts that stand beside parts of another form, or as tcpdump printed them. */
final class PartSearch {
  /** So much is looked at to find a form. */
  private static final int SAMPLE = 4 << 10;

  private static final int FIRST_PAUSE = 1 << 10;
  private static final int LONGEST_PAUSE = 1 << 16;

  private final FormSearch search;
  private final KnownForms known;
  private final SearchBudget budget;
  private final PartCheck check;

  /** How much was passed since nothing was found last, and how much is passed without a search. */
  private long passed;

  private long pause;

  /** Whether a search is due: one that fails may be followed by another one at the same place. */
  private boolean due;

  PartSearch(FormSearch search, KnownForms known, SearchBudget budget, Trial trial) {
    this.search = search;
    this.known = known;
    this.budget = budget;
    this.check = new PartCheck(trial);
  }

  /**
   * A part of a text.
   *
   * @param from where it begins in that
   * @param asItIs the part as it stands
   * @param found what it is
   */
  record Part(int from, Candidate asItIs, Candidate found) {
    PastedText source() {
      return asItIs.text();
    }
  }

  void passed(int length) {
    passed += length;
    due = false;
  }

  /**
   * Whether a text begins as tcpdump printed it, or with a person's words, right behind a record of
   * another form.
   *
   * @param behindBare whether nothing that the record carried can stand there
   */
  boolean isPlain(Candidate plain, Form form, boolean behindBare) {
    if (!behindBare) {
      return false;
    }
    PastedText text = plain.text();
    Piece first = plain.reading().pieces().get(0);
    if (!first.isRecord()) {
      PastedText line = text.head(text.lineEnd(0));
      return !text.isBlank(0, line.length())
          && text.behindBlanks(0) == 0
          && form.undo(line).saysTheSameAs(line);
    }
    return first.isBare()
        && check.begins(plain, form.isIndented())
        && search.tried(form, text.head(text.lineEnd(0))).reading().firstLost(0) == 0;
  }

  /** The form of a part right behind a record of another form; that one where there is none. */
  Candidate next(Candidate plain, Candidate before) {
    Form form = before.form();
    if (!before.reading().pieces().get(0).isLost()) {
      return before;
    }
    Candidate best = known.best(plain.text(), plain);
    if (!begins(best, form)) {
      Candidate found = found(plain);
      best = found == null ? plain : found;
    }
    int end = begins(best, form) ? 0 : endOfFirst(best, plain);
    if (end > 0) {
      Candidate found = found(search.tried(Form.PLAIN, plain.text().head(end)));
      best = found == null ? plain : found;
    }
    return begins(best, form) ? best : before;
  }

  private boolean begins(Candidate part, Form before) {
    return !part.form().isPlain()
        && check.begins(part, before.isIndented() || part.form().isIndented());
  }

  /** Where records begin of another form than the first lines'; 0 where they do at once. */
  private static int endOfFirst(Candidate best, Candidate plain) {
    int other = firstPacket(best, plain.text());
    int plainOne = firstPacket(plain, plain.text());
    int end = Math.min(other, plainOne);
    return end == plain.text().length() ? 0 : end;
  }

  /** Where the first packet begins in the input; its end where there is none. */
  static int firstPacket(Candidate candidate, PastedText source) {
    Reading reading = candidate.reading();
    int first = reading.firstPacket();
    return first == reading.pieces().size()
        ? source.length()
        : candidate.text().beginning(reading.pieces().get(first).from(), source.bytes(), 0);
  }

  /**
   * The part that nothing is known of and that stands before the next record which reads as it
   * stands, or before the end.
   *
   * @param best the form that fits most of the text
   */
  @Nullable Part before(Candidate plain, Candidate best) {
    Reading reading = plain.reading();
    int lost = reading.firstLost(0);
    int next = lost;
    while (next < reading.pieces().size() && !reading.pieces().get(next).isPacket()) {
      next++;
    }
    if (lost == next || lost > 1) {
      return null;
    }
    PastedText text = plain.text();
    int from = reading.pieces().get(lost).from();
    boolean end = next == reading.pieces().size();
    int other = best.form().isPlain() ? text.length() : firstPacket(best, text);
    int to = Math.min(other, end ? text.length() : reading.pieces().get(next).from());
    boolean open = to == text.length();
    if (to <= from || text.at(to - 1) != '\n') {
      return null;
    }
    PastedText source = text.piece(from, to, text.place(from));
    Part part = part(from, source, open);
    if (part == null) {
      // Words of a person behind few records hide what these have in common.
      int flows = endOfFlows(source);
      return flows < source.length() ? part(from, source.head(flows), false) : null;
    }
    int first = firstPacket(part.found(), source);
    Reading read = part.found().reading();
    Part earlier =
        first > 0 && first < source.length() && read.firstLost(0) < read.firstPacket()
            ? part(from, source.head(first), false)
            : null;
    return earlier == null ? part : earlier;
  }

  private @Nullable Part part(int from, PastedText source, boolean open) {
    if (source.length() == 0 || source.at(source.length() - 1) != '\n') {
      return null;
    }
    Candidate asItIs = search.tried(Form.PLAIN, source);
    Candidate one = known.best(source, asItIs);
    if (check.isWhole(one, source, open)) {
      return new Part(from, asItIs, one);
    }
    @Nullable Candidate found = found(asItIs);
    boolean isKnown =
        found != null
            && !one.form().isPlain()
            && one.reading().packets() >= found.reading().packets();
    return found != null && !isKnown && check.isWhole(found, source, open)
        ? new Part(from, asItIs, found)
        : null;
  }

  /** Where the last line ends in which addresses may stand; 0 where none does. */
  private static int endOfFlows(PastedText text) {
    int last = text.words(0, text.length()).lastIndexOf(" > ");
    return last < 0 ? 0 : text.lineEnd(last);
  }

  /**
   * A part that is indented behind an empty line, so that it would go on with the record before it;
   * null where there is none.
   */
  @Nullable Part hidden(Candidate plain) {
    PastedText text = plain.text();
    for (Piece piece : plain.reading().pieces()) {
      int at = piece.isRecord() ? check.indentedHead(text, piece) : -1;
      if (at < 0 || plain.reading().hasDump()) {
        continue;
      }
      PastedText rest = text.piece(at, text.lineEnd(Math.min(at + SAMPLE, text.length() - 1)), at);
      Candidate asItIs = search.tried(Form.PLAIN, rest);
      Candidate one = known.best(rest, asItIs);
      @Nullable Candidate found = check.begins(one, true) ? one : found(asItIs);
      return found != null && check.begins(found, true) ? new Part(at, asItIs, found) : null;
    }
    return null;
  }

  private @Nullable Candidate found(Candidate plain) {
    due |= passed >= pause;
    if (!due || budget.isSpent()) {
      return null;
    }
    Candidate found = search.best(plain);
    boolean isFound = !found.form().isPlain() && found.reading().packets() > 0;
    pause = isFound ? 0 : Math.min(2 * pause + FIRST_PAUSE, LONGEST_PAUSE);
    passed = 0;
    return isFound ? found : null;
  }
}
