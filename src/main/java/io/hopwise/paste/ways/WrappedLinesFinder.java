package io.hopwise.paste.ways;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.KnownFields;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import io.hopwise.paste.WayFinder;
import java.util.ArrayList;
import java.util.List;

/** Finds lines that were wrapped: they are followed by a line that begins nothing. */
final class WrappedLinesFinder implements WayFinder {

  private static final int NARROWEST = 20;

  private final Trial trial;

  WrappedLinesFinder(Trial trial) {
    this.trial = trial;
  }

  @Override
  public List<Way> find(PastedText sample) {
    List<Way> ways = new ArrayList<>();
    LineCuts cuts = cuts(sample, 0, false);
    int hang = hang(sample);
    if (hang > 0) {
      LineCuts hanging = cuts(sample, hang, false);
      LineCuts beside = cuts(sample, hang, true);
      boolean isBeside =
          beside.ending(beside.widthAmidWords()) > hanging.ending(hanging.widthAmidWords());
      add(sample, isBeside ? beside : hanging, hang, isBeside, ways);
    }
    add(sample, cuts, 0, false, ways);
    return ways;
  }

  /** The width that most lines were wrapped at; 0 where that is not sure. */
  int certainWidth(PastedText sample) {
    LineCuts cuts = cuts(sample, hang(sample), false);
    int amid = cuts.widthAmidWords();
    if (cuts.isCertain(cuts.ending(amid))) {
      return amid;
    }
    int between = cuts.widthBetweenWords();
    return cuts.isCertain(cuts.fitting(between)) ? between : 0;
  }

  private void add(PastedText sample, LineCuts cuts, int hang, boolean beside, List<Way> ways) {
    if (cuts.count() == 0) {
      return;
    }
    int amid = cuts.widthAmidWords();
    int between = cuts.widthBetweenWords();
    boolean exact = cuts.isCertain(cuts.ending(amid));
    Way amidWords =
        new WrappedLines(trial, new Wrap(Wrap.At.CHARACTERS, amid, hang, beside), exact);
    boolean certain = cuts.isCertain(cuts.fitting(between));
    Way betweenWords =
        new WrappedLines(trial, new Wrap(Wrap.At.WORDS, between, hang, false), certain);
    PastedText amidJoined = amidWords.undo(sample);
    int amidKnown = KnownFields.count(amidJoined, trial);
    int betweenKnown = KnownFields.count(betweenWords.undo(sample), trial);
    if (exact && 5 * cuts(amidJoined, hang, false).count() <= cuts.count()) {
      // Joined with a blank or without, these records are whole, but say something else.
      ways.add(betweenKnown > amidKnown ? betweenWords : amidWords);
      return;
    }
    if (amidKnown <= betweenKnown) {
      ways.add(betweenWords);
    }
    ways.add(amidWords);
  }

  /**
   * The lines that go on.
   *
   * @param hang the blanks that what goes on may stand behind
   * @param beside whether these are not to be counted
   */
  private LineCuts cuts(PastedText text, int hang, boolean beside) {
    LineCuts cuts = new LineCuts();
    boolean hangs = false;
    for (int at = 0; at < text.length(); at = text.lineEnd(at)) {
      int end = text.lineEnd(at);
      boolean goesOn = end < text.length() && !text.isBlank(at, end) && goesOn(text, end, hang);
      int columns = text.columns(at, text.lastWordEnd(at, end)) - (hangs && beside ? hang : 0);
      boolean known = !beside || hangs || !isIndentedFlow(text, at);
      if (goesOn && known && columns >= NARROWEST) {
        cuts.add(columns, firstWord(text, end));
      }
      hangs = goesOn;
    }
    return cuts;
  }

  private boolean goesOn(PastedText text, int from, int hang) {
    LineKind kind = trial.kind(text.bytes(), from, text.lineEnd(from));
    if (kind == LineKind.STRAY || kind == LineKind.LOOSE) {
      return true;
    }
    return hang > 0 && isHanging(text, from, kind);
  }

  private boolean isHanging(PastedText text, int from, LineKind kind) {
    boolean mayGoOn = kind == LineKind.CONTINUATION || kind == LineKind.STRAY;
    return mayGoOn && text.at(from) == ' ' && !isIndentedFlow(text, from);
  }

  /** Whether addresses begin a line behind blanks, which tcpdump or what wrapped it printed. */
  private boolean isIndentedFlow(PastedText text, int from) {
    return text.at(from) == ' '
        && trial.kind(text.bytes(), text.behindBlanks(from), text.lineEnd(from)) == LineKind.FLOW;
  }

  /** The fewest blanks before lines that go on; 0 where most have none. */
  private int hang(PastedText text) {
    int fewest = Integer.MAX_VALUE;
    int indented = 0;
    int others = 0;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      LineKind kind = trial.kind(text.bytes(), at, end);
      if (isHanging(text, at, kind)) {
        fewest = Math.min(fewest, text.behindBlanks(at) - at);
        indented++;
      } else if (kind == LineKind.STRAY || kind == LineKind.LOOSE) {
        others++;
      }
    }
    return indented > others ? fewest : 0;
  }

  private static int firstWord(PastedText text, int from) {
    int first = text.behindBlanks(from);
    return text.columns(first, text.wordEnd(first));
  }
}
