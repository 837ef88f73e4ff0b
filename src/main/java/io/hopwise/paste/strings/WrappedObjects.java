package io.hopwise.paste.strings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.paste.PastedText;

/**
 * Lines of objects that were wrapped: each goes on up to the next one's beginning.
 *
 * @param atWords whether they were cut between words, so that a blank is missing
 */
record WrappedObjects(boolean atWords) implements Joining {
  private static final byte[] OBJECT = "{\"".getBytes(UTF_8);

  /** Whether an object of JSON begins at an index. */
  static boolean beginsObject(PastedText text, int from) {
    return text.startsWith(OBJECT, from);
  }

  /** Whether objects begin on lines and go on behind them. */
  static boolean areIn(PastedText text) {
    int begun = 0;
    int open = 0;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      int words = text.lastWordEnd(at, end);
      boolean begins = beginsObject(text, at);
      begun += begins ? 1 : 0;
      open += begins && text.at(words - 1) != '}' ? 1 : 0;
    }
    return beginsObject(text, 0) && 2 * open > begun;
  }

  @Override
  public PastedText joined(PastedText text, byte open) {
    return text.changeLines(
        (at, end, undone) -> {
          boolean ends = end >= text.length() || beginsObject(text, end);
          undone.copy(text, at, ends ? end : text.wordsEnd(at, end));
          if (!ends && atWords) {
            undone.put(' ', text.place(end - 1));
          }
        });
  }

  @Override
  public byte openAtEnd(PastedText text, byte open) {
    return 0;
  }

  @Override
  public int wholeUpTo(PastedText text, byte open) {
    int last = 0;
    for (int at = 0; at < text.length(); at = text.lineEnd(at)) {
      last = beginsObject(text, at) ? at : last;
    }
    return last == 0 ? text.length() : last;
  }

  @Override
  public boolean isExact() {
    return !atWords;
  }
}
