package io.hopwise.parser.lexer;

/**
 * A number of digits that the automaton accepts in a state whatever their values, so that it need
 * not be walked digit by digit. {@link DigitRuns} finds runs.
 */
final class DigitRun {
  private final boolean hex;

  /** Whether fewer than eight digits are always accepted. */
  private final boolean free;

  private final boolean zeros;
  private final int least;
  private final int most;
  private final long bound;
  private final int after;
  private final boolean endsAlike;

  /**
   * A run of {@code least} to {@code most} digits, fewer than 16.
   *
   * @param hex whether {@code a-f} count as digits
   * @param zeros whether a number of more than one digit may begin with 0
   * @param bound numbers with one digit more than {@code most} are accepted if they are less than
   *     this: its first digits, at most eight, as the bytes of a big-endian number; 0 to accept
   *     none
   * @param after the state after the run, for any next byte that is not a digit
   * @param endsAlike whether a token may end with the run, the same one whatever the digits
   */
  DigitRun(
      boolean hex, boolean zeros, int least, int most, long bound, int after, boolean endsAlike) {
    this.hex = hex;
    this.free = zeros && least == 1 && most >= Long.BYTES;
    this.zeros = zeros;
    this.least = least;
    this.most = most;
    this.bound = bound;
    this.after = after;
    this.endsAlike = endsAlike;
  }

  int most() {
    return most;
  }

  int after() {
    return after;
  }

  boolean endsAlike() {
    return endsAlike;
  }

  /** Whether no digit leads on from a state. */
  boolean allStop(LexerTable.Mode mode, int state) {
    for (char digit = '0'; digit <= 'f'; digit++) {
      boolean wanted = digit <= '9' || (hex && digit >= 'a');
      if (wanted && mode.next(state, (byte) digit) != LexerTable.DEAD) {
        return false;
      }
    }
    return true;
  }

  /**
   * The length of the run that begins at an index and ends before a byte that is not a digit; 0 if
   * there is none or if the automaton must be walked.
   */
  int length(byte[] bytes, int at) {
    long word = Swar.at(bytes, at);
    long others = others(word);
    if (others == 0) {
      return longLength(bytes, at, word);
    }
    return free ? Swar.countBefore(others) : shortLength(word, Swar.countBefore(others));
  }

  // Computes both without short circuits, because the length of a number is hard to predict.

  @SuppressWarnings("ShortCircuitBoolean")
  private int shortLength(long word, int count) {
    if (count == 0) {
      return 0;
    }
    // Of two such numbers, the one with more digits is greater.
    long number = Long.reverseBytes(word) >>> (Long.SIZE - Byte.SIZE * count);
    boolean fits = (count <= most | number < bound) & count >= least;
    boolean zero = !zeros & count > 1 & (byte) word == '0';
    return fits & !zero ? count : 0;
  }

  @SuppressWarnings("ShortCircuitBoolean")
  private int longLength(byte[] bytes, int at, long first) {
    long others = others(Swar.at(bytes, at + Long.BYTES));
    if (others == 0) {
      return 0;
    }
    int count = Long.BYTES + Swar.countBefore(others);
    boolean less = count == most + 1 & Long.reverseBytes(first) < bound;
    boolean fits = (count <= most | less) & count >= least;
    boolean zero = !zeros & (byte) first == '0';
    return fits & !zero ? count : 0;
  }

  private long others(long word) {
    long others = Swar.notDigits(word);
    return hex ? others & ~Swar.hexLetters(word) : others;
  }
}
