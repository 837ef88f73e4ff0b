package io.hopwise.framing;

/** Compares the times at the beginning of heads; times of equal length compare as characters. */
final class HeadTimes {
  private HeadTimes() {}

  /**
   * Whether a head's time is not earlier than that of another head of the same form; true without
   * times.
   */
  static boolean isNotEarlier(InputBuffer input, int first, int second, LineKind form) {
    if (!form.isTimed()) {
      return true;
    }
    for (int i = 0; second + i < input.length(); i++) {
      byte mine = input.at(first + i);
      byte its = input.at(second + i);
      if (mine == ' ' || its == ' ') {
        return mine == its || its != ' ';
      }
      if (mine != its) {
        return form == LineKind.DELTA || form == LineKind.SIGNED_DELTA || its > mine;
      }
    }
    return true;
  }
}
