package io.hopwise.paste;

/** Undoes what one way to paste made of a text. Holds no state. */
public interface Way {
  /** The text without it. Of whole lines; what the way did not make stays as it is. */
  PastedText undo(PastedText text);

  /**
   * The same way for what goes on right behind a text: that may begin amid what this one ends in.
   */
  default Way goingOn(PastedText before) {
    return this;
  }

  /**
   * Where lines begin that are undone together with what follows a text; its length if there are
   * none, or all are.
   */
  default int wholeUpTo(PastedText text) {
    return text.length();
  }

  /** Whether it is for text that begins amid something. */
  default boolean isAmid() {
    return false;
  }

  /** What names it in data: the stem of its class, such as {@code line-prefix}. */
  String id();

  /** What was found, in a few words: {@code wrapped at 76 columns}. */
  String says();

  /** Whether it takes away what stands before each line. */
  default boolean isPrefix() {
    return false;
  }

  /** Whether it takes away a time of day that no record behind it has, as tcpdump prints one. */
  default boolean takesTimes() {
    return false;
  }

  /** Whether it takes away nothing that tcpdump might have printed. */
  default boolean isHarmless() {
    return false;
  }

  /** Whether that is white space and nothing else. */
  default boolean isIndentation() {
    return false;
  }

  /**
   * Whether what is left has exactly the bytes that tcpdump printed, so that dumps can be counted.
   */
  default boolean isExact() {
    return false;
  }

  /**
   * Whether all is undone that the way added to what tcpdump printed, so that no dump is longer
   * than its packet. It may be shorter: what a packet carried may look like what the way adds.
   *
   * @param pasted whole lines
   * @param undone what this way makes of them
   */
  default boolean isComplete(PastedText pasted, PastedText undone) {
    return isExact();
  }

  /** Whether it only completes records that lack what stands on the lines behind them. */
  default boolean isJoin() {
    return false;
  }

  /** Whether it undoes nothing, and only says what is missing. */
  default boolean isRemark() {
    return false;
  }
}
