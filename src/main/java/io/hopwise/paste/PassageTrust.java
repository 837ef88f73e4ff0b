package io.hopwise.paste;

import io.hopwise.paste.FormSearch.Candidate;

/** Tells how far the bytes of passages can be counted. */
final class PassageTrust {
  /** Whether dumps were met in text that was undone: others may go on with one. */
  private boolean hasDumps;

  /**
   * Tells it of the next passage.
   *
   * @param passage as it was pasted
   * @param mayHaveDumps whether payloads may have stood in text that was not understood
   */
  Trust of(Candidate candidate, PastedText passage, boolean mayHaveDumps) {
    Form form = candidate.form();
    if ((mayHaveDumps && form.isUnsafe()) || candidate.mayBeText()) {
      return Trust.DOUBTFUL;
    }
    if (form.isExact()) {
      return Trust.EXACT;
    }
    hasDumps |= candidate.reading().hasDump();
    return !hasDumps || form.isComplete(passage) ? Trust.COUNTED : Trust.DOUBTFUL;
  }
}
