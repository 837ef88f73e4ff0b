package io.hopwise.paste;

import com.google.common.collect.ImmutableList;
import io.hopwise.paste.PassageReader.Passage;
import io.hopwise.paste.ways.Ways;

/** Tells what is missing of text that no form is found for. */
final class UnreadText {
  private final ImmutableList<WayFinder> remarks;

  UnreadText(Trial trial) {
    this.remarks = Ways.remarks(trial);
  }

  /**
   * A passage that stays as it is, with what is to be told of it.
   *
   * @param text what it is the beginning of
   * @param searched whether all forms were looked for
   */
  Passage remarked(Passage passage, PastedText text, boolean searched) {
    PastedText lines = text.piece(0, passage.length(), 0);
    for (WayFinder finder : remarks) {
      for (Way way : finder.find(lines)) {
        return new Passage(passage.length(), lines, Form.PLAIN.and(way), Trust.EXACT);
      }
    }
    return searched ? passage : unsearched(passage, lines);
  }

  /** Text as it stands, for which it is said that no other form was looked for. */
  static Passage unsearched(Passage passage, PastedText lines) {
    return new Passage(passage.length(), lines, Form.PLAIN.and(SearchEnded.WAY), Trust.EXACT);
  }
}
