package io.hopwise.paste.strings;

import io.hopwise.paste.PastedText;

/** Makes one line of lines that a string, or an object, was wrapped over. */
interface Joining {
  /** Nothing is joined. */
  Joining NONE =
      new Joining() {
        @Override
        public PastedText joined(PastedText text, byte open) {
          return text;
        }

        @Override
        public byte openAtEnd(PastedText text, byte open) {
          return 0;
        }

        @Override
        public int wholeUpTo(PastedText text, byte open) {
          return text.length();
        }

        @Override
        public boolean isExact() {
          return true;
        }

        @Override
        public String toString() {
          return "";
        }
      };

  /**
   * The text with each string on one line.
   *
   * @param open the quotation mark of the string that the text begins in; 0 for none
   */
  PastedText joined(PastedText text, byte open);

  /** The quotation mark of the string that a text ends in; 0 for none. */
  byte openAtEnd(PastedText text, byte open);

  /** Where a line begins that goes on behind a text; its length if none does, or it is all. */
  int wholeUpTo(PastedText text, byte open);

  /** Whether each byte is the one that was there before it was wrapped. */
  boolean isExact();
}
