package io.hopwise.paste;

import io.hopwise.paste.FormSearch.Candidate;
import java.util.ArrayDeque;
import java.util.Deque;

/** The forms that were met last. */
final class KnownForms {
  private static final int MOST = 6;

  private final FormSearch search;
  private final Deque<Form> forms = new ArrayDeque<>();

  KnownForms(FormSearch search) {
    this.search = search;
  }

  boolean isEmpty() {
    return forms.isEmpty();
  }

  /** A form was met, perhaps again. */
  void met(Form form) {
    forms.remove(form);
    forms.addFirst(form);
    if (forms.size() > MOST) {
      forms.removeLast();
    }
  }

  /**
   * The form that fits the beginning of a sample as far as any does, or else the one in which most
   * is understood; plain where none is better.
   */
  Candidate best(PastedText sample, Candidate plain) {
    Candidate best = plain;
    Candidate farthest = plain;
    for (Form one : forms) {
      Candidate candidate = search.tried(one, sample);
      if (fits(candidate) && reach(candidate) > (fits(farthest) ? reach(farthest) : 0)) {
        farthest = candidate;
      }
      if (candidate.reading().isBetterThan(best.reading())) {
        best = candidate;
      }
      if (candidate.isPerfect()) {
        break;
      }
    }
    return fits(farthest) ? farthest : best;
  }

  /** Whether a form is good enough not to look for another. */
  static boolean fits(Candidate candidate) {
    Reading reading = candidate.reading();
    int first = reading.firstPacket();
    return !candidate.form().isPlain()
        && first < reading.pieces().size()
        && reading.firstLost(0) > first;
  }

  /** How many packets are read before something is not. */
  private static int reach(Candidate candidate) {
    Reading reading = candidate.reading();
    int lost = reading.firstLost(0);
    return (int) reading.pieces().stream().limit(lost).filter(Reading.Piece::isPacket).count();
  }
}
