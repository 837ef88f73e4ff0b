package io.hopwise.paste;

import io.hopwise.paste.FormSearch.Candidate;
import io.hopwise.paste.PartSearch.Part;
import io.hopwise.paste.Reading.Piece;
import io.hopwise.paste.ways.Ways;
import org.jspecify.annotations.Nullable;

/**
 * Decides passage by passage how an input is to be taken. What reads as it stands stays as it is;
 * where that ends, the forms met before are tried, then others are looked for. Another prefix than
 * before is believed only where something stands between the passages.
 */
final class PassageReader {
  /** So much is read to see where a form stops fitting. */
  private static final int WINDOW = 1 << 14;

  /** So much is looked at to find a form. */
  private static final int SAMPLE = 4 << 10;

  /** So much that reads as it stands shows that the rest does, too. */
  private static final int SETTLED = 1 << 16;

  /** So much is held back at most to see where a record ends. */
  private static final int LONGEST_UNDECIDED = 1 << 18;

  /** So much is looked at behind a passage that was as short. */
  private static final int LEAST_WINDOW = 1 << 9;

  private static final int FIRST_PAUSE = SAMPLE / 2;
  private static final int LONGEST_PAUSE = 1 << 16;

  private final FormSearch search;
  private final FormSearch unindented;
  private final FormSearch broken;
  private final Trial trial;
  private final UnreadText unread;
  private final KnownForms known;
  private final SearchBudget budget;
  private final PartSearch parts;
  private final PassageTrust trusts = new PassageTrust();
  private Form form = Form.PLAIN;

  private long plainBytes;

  /** How much was passed since no form was found last, and how much is passed without a search. */
  private long passed;

  private long pause;

  /** Whether a passage was taken in a form met before, and whether no other one was looked for. */
  private boolean isKnown;

  private boolean isUnsearched;

  /** Whether the last passage ended amid something that goes on, so that its form does. */
  private boolean isAmid;

  /** Behind a short passage less is looked at: another short one may follow. */
  private int lastLength = WINDOW;

  /** Whether a record stands right before. */
  private boolean behindRecord;

  /** Whether nothing that a packet carried can stand right behind it. */
  private boolean behindBare;

  /** Whether a record was read as it stands. */
  private boolean plainRecords;

  /** Whether packets are printed with their payload, so that nothing is what it looks like. */
  private boolean hasDumps;

  /** The same in what was undone. */
  private boolean undoneDumps;

  /** Whether another program's text was met. */
  private boolean isForeign;

  /** Whether unread lines stood right behind a record, as a payload may. */
  private boolean mayHaveDumps;

  PassageReader(Trial trial) {
    this.trial = trial;
    this.budget = new SearchBudget(trial);
    this.unread = new UnreadText(trial);
    this.broken = new FormSearch(trial, Ways.marks(trial), Ways.brokenLines(trial));
    this.search = new FormSearch(trial, Ways.marks(trial), Ways.arrangements(trial, true));
    this.unindented = new FormSearch(trial, Ways.marks(trial), Ways.arrangements(trial, false));
    this.known = new KnownForms(search);
    this.parts = new PartSearch(search, known, budget, trial);
  }

  /**
   * The next lines, and how they are taken.
   *
   * @param length of the lines in the input
   * @param undone what they are as tcpdump printed them; null where they are as they stand
   * @param form what was undone
   * @param trust how far their bytes can be counted
   */
  record Passage(int length, @Nullable PastedText undone, Form form, Trust trust) {}

  /** Whether no other form is to be expected. */
  boolean isSettled() {
    return form.isPlain() && (hasDumps || plainBytes >= SETTLED);
  }

  void beginAgain() {
    plainBytes = 0;
  }

  /**
   * The next passage; null where more must be seen to decide it.
   *
   * @param lines the length of the lines that are there
   * @param last whether no more are to be expected soon
   */
  @Nullable Passage next(byte[] bytes, int start, int lines, boolean last) {
    if (isSettled()) {
      return plain(lines);
    }
    if (budget.isOverdrawn()) {
      budget.passed(lines);
      return UnreadText.unsearched(plain(lines), PastedText.of(bytes, start, start + lines));
    }
    long spent = trial.spent();
    isKnown = false;
    for (int window = firstWindow(); ; window *= 4) {
      int to =
          window >= lines
              ? lines
              : WindowEnd.at(bytes, start + window, start + lines, WINDOW) - start;
      boolean all = to == lines;
      Passage passage = within(PastedText.of(bytes, start, start + to), last && all);
      if (passage != null || all) {
        if (passage != null) {
          budget.passed(passage.length);
          if (isKnown) {
            budget.passedKnown(passage.length, trial.spent() - spent);
          }
          passed += passage.length;
          parts.passed(passage.length);
          lastLength = passage.length;
        }
        return passage;
      }
    }
  }

  /** Behind a short passage another one may follow that is about as long. */
  private int firstWindow() {
    if (lastLength >= SAMPLE) {
      return WINDOW;
    }
    return known.isEmpty() ? SAMPLE : Math.min(SAMPLE, Math.max(LEAST_WINDOW, 2 * lastLength));
  }

  private @Nullable Passage within(PastedText text, boolean last) {
    Candidate plain = search.candidate(Form.PLAIN, text);
    Reading reading = plain.reading();
    if (reading.hasDump() && form.isPlain() && !isOfStrings(text, reading)) {
      Passage dumps = plain(reading, reading.pieces().size(), text.length());
      return reading.hasRest()
          ? new Passage(dumps.length, text, Form.PLAIN.and(Ways.unjoinedAmidDumps()), Trust.EXACT)
          : dumps;
    }
    isForeign |= reading.isForeign();
    Part hidden = mayHaveParts() ? parts.hidden(plain) : null;
    if (hidden != null) {
      return partOf(text, hidden);
    }
    int lost = reading.firstLost(0);
    boolean glued =
        isAmid || (behindRecord && form.hasPrefix() && !parts.isPlain(plain, form, behindBare));
    boolean allRead = lost == reading.pieces().size() && !glued;
    if (allRead && reading.parts() == 0 && !PlainCheck.hasMarks(text)) {
      return plain(reading, lost, text.length());
    }
    if (allRead) {
      Candidate marked = search.withoutMarks(plain);
      if (!marked.isClearer(reading)) {
        return plain(reading, lost, text.length());
      }
      return marked.reading().lost() == 0
          ? taken(text, marked, last)
          : changed(text, plain, last, false);
    }
    if (!last && lost >= reading.pieces().size() - 1) {
      return plainBefore(text, reading, lost, glued);
    }
    Passage before = plainBefore(text, reading, lost, glued);
    return before != null ? before : changed(text, plain, last, glued);
  }

  /** Whether dumps are told by text that is not tcpdump's, and may stand in a string. */
  private boolean isOfStrings(PastedText text, Reading reading) {
    return !behindRecord
        && reading.pieces().get(0).isLost()
        && Ways.areStringsWrapped(text.head(text.lineEnd(Math.min(SAMPLE, text.length()))), trial);
  }

  /** Whether parts may be of forms of their own, as what packets carried may look. */
  private boolean mayHaveParts() {
    return !hasDumps && !undoneDumps && !isForeign;
  }

  /** What stands before the record that is followed by text nothing is known of. */
  private @Nullable Passage plainBefore(PastedText text, Reading reading, int lost, boolean glued) {
    boolean open = lost > 0 && reading.pieces().get(lost - 1).isRecord();
    int end = open ? lost - 1 : lost;
    if (glued || end == 0 || end == reading.pieces().size() || !reading.beginsLine(end, text)) {
      return null;
    }
    int length = reading.pieces().get(end).from();
    PastedText before = text.head(length);
    return PlainCheck.hasMarks(before) ? within(before, true) : plain(reading, end, length);
  }

  private @Nullable Passage changed(PastedText text, Candidate plain, boolean last, boolean glued) {
    boolean isShort = !last && text.length() < SAMPLE;
    if (isShort && known.isEmpty()) {
      return null;
    }
    PastedText sample = text.length() <= SAMPLE ? text : text.head(text.lineEnd(SAMPLE));
    Candidate plainSample = search.tried(Form.PLAIN, sample);
    Candidate best = glued ? search.tried(form, sample) : known.best(sample, plainSample);
    isKnown = KnownForms.fits(best);
    isUnsearched = false;
    if (isShort && !isKnown) {
      return null;
    }
    if (!glued && !isKnown && !isForeign) {
      int least = plainRecords ? Integer.MAX_VALUE : plainSample.reading().packets();
      best = earliest(sample, searched(plainSample, best, least), least);
    }
    if (best.text().length() == 0) {
      best = plainSample; // Nothing is understood of nothing.
    }
    best = glued && behindBare ? parts.next(plainSample, best) : best;
    Piece first = plain.reading().pieces().get(0);
    boolean open = plain.reading().pieces().size() == 1 && !last;
    if (glued && !isAmid && best.reading().packets() == 0 && first.isPacket() && !open) {
      // It may be what is left of a line that the record before carried, and that was wrapped.
      behindRecord = false;
      return new Passage(first.to(), text.head(first.to()), form, Trust.DOUBTFUL);
    }
    Part part = glued || !mayHaveParts() ? null : parts.before(plainSample, best);
    if (part != null) {
      return partOf(text, part);
    }
    boolean mayMend = best.form().hasPrefix() && best.readsAsItStands() && !budget.isSpent();
    best = mayMend ? broken.mended(best) : best;
    Reading asItIs =
        sample == text ? plain.reading() : search.candidate(Form.PLAIN, sample).reading();
    boolean opens = asItIs.firstLost(0) == 1 && asItIs.pieces().size() > 1;
    if (!glued && opens && !best.reading().keepsFirst(asItIs)) {
      return plain(asItIs, 1, asItIs.pieces().get(1).from());
    }
    if (best.form().isPlain()) {
      return skipped(text, asItIs);
    }
    if (!isAmid) {
      noteDump(asItIs, best.reading());
    }
    PastedText lines = last ? text : text.head(best.form().wholeUpTo(text));
    return taken(lines, search.candidate(best.form(), lines), last);
  }

  /** A part of a text that is of another form than what stands before or behind it. */
  private @Nullable Passage partOf(PastedText text, Part part) {
    known.met(part.found().form());
    if (part.from() > 0) {
      Candidate before = search.candidate(Form.PLAIN, text.head(part.from()));
      return plain(before.reading(), before.reading().pieces().size(), part.from());
    }
    noteDump(part.asItIs().reading(), part.found().reading());
    return taken(part.source(), part.found(), true);
  }

  private void noteDump(Reading asItIs, Reading found) {
    mayHaveDumps |=
        behindRecord && !asItIs.pieces().get(0).isRecord() && found.pieces().get(0).isLost();
  }

  private @Nullable Passage taken(PastedText text, Candidate whole, boolean last) {
    Passage passage = accepted(text, whole, last);
    if (passage != null && passage.undone != null) {
      if (!isAmid) {
        known.met(whole.form());
      }
      form = whole.form().goingOn(text.head(passage.length));
      isAmid = form.isAmid();
    }
    return passage;
  }

  /** A form that fits what stands before the first packet of another one, if there is one. */
  private Candidate earliest(PastedText sample, Candidate best, int least) {
    Reading reading = best.reading();
    int from = best.form().isPlain() ? 0 : PartSearch.firstPacket(best, sample);
    boolean first = from == sample.length() || reading.firstLost(0) > reading.firstPacket();
    if (from == 0 || first || sample.at(from - 1) != '\n') {
      return best;
    }
    PastedText before = sample.head(from);
    Candidate plain = search.tried(Form.PLAIN, before);
    Candidate found = searched(plain, known.best(before, plain), least);
    return found.form().isPlain() ? best : earliest(before, found, least);
  }

  /**
   * The best form there is.
   *
   * @param least how many packets must be more than if all lines are said to be indented: what a
   *     record carries is indented, too
   */
  private Candidate searched(Candidate plain, Candidate best, int least) {
    if (hasDumps || budget.isSpent()) {
      isUnsearched |= !hasDumps;
      return best;
    }
    if (plain.readsAsItStands()) {
      Candidate joined = broken.best(plain);
      boolean helps =
          joined.reading().understood() > best.reading().understood()
              || (joined.form().isHarmless() && joined.reading().isBetterThan(best.reading()));
      return helps ? joined : best;
    }
    if (passed < pause) {
      return best;
    }
    Candidate found = (least < Integer.MAX_VALUE ? search : unindented).best(plain);
    int enough = found.form().isIndented() ? least : 0;
    boolean isFound =
        found.reading().packets() > enough
            && found.reading().understood() > best.reading().understood();
    pause = isFound ? 0 : Math.min(2 * pause + FIRST_PAUSE, LONGEST_PAUSE);
    passed = 0;
    return isFound ? found : best;
  }

  /** Goes past text that no form is found for, up to the next record. */
  private Passage skipped(PastedText text, Reading reading) {
    int at = Math.min(reading.firstLost(0), reading.pieces().size() - 1);
    int next = reading.nextPacket(at, SAMPLE / 2, text);
    int end = next == reading.pieces().size() ? text.length() : reading.pieces().get(next).from();
    // The sample may end amid a record.
    if (next == reading.pieces().size() && next - 1 > at) {
      end = reading.pieces().get(next - 1).from();
      next--;
    }
    boolean wasBehindRecord = behindRecord || (at > 0 && reading.pieces().get(at - 1).isRecord());
    mayHaveDumps |= wasBehindRecord && !reading.pieces().get(at).isRecord();
    Passage plain = plain(reading, next, end);
    return isForeign ? plain : unread.remarked(plain, text, !isUnsearched);
  }

  private Passage plain(Reading reading, int count, int length) {
    for (int i = 0; i < count; i++) {
      Piece piece = reading.pieces().get(i);
      plainRecords |= piece.isPacket();
      behindRecord = piece.isRecord();
      behindBare = piece.isBare();
    }
    hasDumps |= reading.hasDump();
    form = Form.PLAIN;
    isAmid = false;
    return plain(length);
  }

  private Passage plain(int length) {
    plainBytes += length;
    return new Passage(length, null, Form.PLAIN, Trust.EXACT);
  }

  /** The lines that a form fits, up to where it stops doing so; null where that is not yet seen. */
  private @Nullable Passage accepted(PastedText text, Candidate candidate, boolean last) {
    Reading reading = candidate.reading();
    PastedText undone = candidate.text();
    int count = reading.pieces().size();
    int first = Math.min(reading.firstPacket(), count);
    int end = candidate.firstMisfit(1 + (first == count ? reading.firstLost(0) : first), text);
    if (end == count && !last) {
      end = reading.lastRecord();
      boolean mayGoOn = count == 1 || reading.pieces().get(0).isRecord();
      if (end == 0 && mayGoOn && text.length() < LONGEST_UNDECIDED) {
        return null;
      }
      end = end == 0 ? count - 1 : end;
    }
    while (end > 0 && end < count && !candidate.beginsLine(end, text)) {
      end--;
    }
    int cut = end == 0 || end == count ? undone.length() : reading.pieces().get(end).from();
    int length = cut == undone.length() ? text.length() : undone.beginning(cut, text.bytes(), 0);
    int other = candidate.firstOther(cut);
    if (other < cut) {
      PastedText head = text.head(undone.beginning(other, text.bytes(), 0));
      return accepted(head, search.candidate(candidate.form(), head), true);
    }
    Piece before = reading.pieces().get(Math.max(0, (cut == undone.length() ? count : end) - 1));
    behindRecord = before.isRecord() && !before.isLost();
    undoneDumps |= reading.hasDump();
    behindBare = before.isBare() && mayHaveParts();
    plainBytes = 0;
    Trust trust = trusts.of(candidate, text.head(length), mayHaveDumps);
    return new Passage(length, undone.piece(0, cut, 0), candidate.form(), trust);
  }
}
