package io.hopwise.paste;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.FormSearch.Candidate;
import io.hopwise.paste.Reading.Piece;
import io.hopwise.paste.ways.Ways;

/**
 * Tells whether a part of a text is of another form than what stands beside it. What a packet
 * carried may look like records behind a prefix, and above all like indented ones; so each line of
 * the part must be one of records that are whole.
 */
final class PartCheck {
  /** So many lines are indented at least where others are not. */
  private static final int FEWEST_LINES = 2;

  private static final String BODY = "    ";

  private final Trial trial;

  PartCheck(Trial trial) {
    this.trial = trial;
  }

  /**
   * Whether a form is believed of a part of a text: all of that is whole records in it.
   *
   * @param open whether its last one may go on
   */
  boolean isWhole(Candidate part, PastedText source, boolean open) {
    Reading reading = part.reading();
    int first = reading.firstPacket();
    boolean indented = part.form().isIndented();
    int lines = 0;
    int count = reading.pieces().size();
    for (int i = first; i < (open && count > first + 1 ? count - 1 : count); i++) {
      Piece piece = reading.pieces().get(i);
      boolean carriesPrefix = !part.form().hasPrefix() || part.hasPrefix(piece, source);
      if (piece.isLost() && (carriesPrefix || part.text().at(piece.from()) == Ways.NO_RECORD)) {
        return false;
      }
      if (indented && piece.isRecord() && !isIndented(part, piece, source)) {
        return false;
      }
      lines += piece.isPacket() ? lines(part.text(), piece) : 0;
    }
    return lines >= (indented ? FEWEST_LINES : 1)
        && isTimed(part, first)
        && reading.pieces().subList(0, first).stream()
            .noneMatch(piece -> isOfPart(part, piece, source));
  }

  /** Whether nothing is known of a line that is of the part all the same. */
  private static boolean isOfPart(Candidate part, Piece piece, PastedText source) {
    boolean indented = part.form().isIndented() && part.hasPrefix(piece, source);
    return piece.isLost() && (piece.isRecord() || indented);
  }

  /**
   * Whether records begin at once, so that they are another part right behind a record.
   *
   * @param indented whether white space tells the parts apart
   */
  boolean begins(Candidate part, boolean indented) {
    Reading reading = part.reading();
    int lines = 0;
    for (Piece piece : reading.pieces()) {
      if (!piece.isBare() || (indented && !isUsual(part.text(), piece))) {
        break;
      }
      lines += lines(part.text(), piece);
    }
    return lines >= (indented ? FEWEST_LINES : 1) && isTimed(part, 0);
  }

  /** Where a record's head is indented behind an empty line amid a record; -1 if nowhere. */
  int indentedHead(PastedText text, Piece record) {
    int end;
    for (int at = text.lineEnd(record.from()); at < record.to(); at = end) {
      end = text.lineEnd(at);
      boolean empty = text.wordsEnd(at, end) == at;
      if (empty && end < record.to() && Ways.isIndentedTime(text, end, trial)) {
        return end;
      }
    }
    return -1;
  }

  private boolean isTimed(Candidate part, int piece) {
    if (piece >= part.reading().pieces().size()) {
      return false;
    }
    int from = part.reading().pieces().get(piece).from();
    LineKind kind = trial.kind(part.text().bytes(), from, part.text().lineEnd(from));
    return kind.isTimed() && kind != LineKind.ODD_TIME;
  }

  /** Whether each line of a record was longer in the input. */
  private static boolean isIndented(Candidate part, Piece record, PastedText source) {
    PastedText text = part.text();
    int end;
    for (int at = record.from(); at < record.to(); at = end) {
      end = text.lineEnd(at);
      if (!part.hasPrefix(at, end, source) && !text.isBlank(at, end)) {
        return false;
      }
    }
    return isUsual(text, record);
  }

  /** Whether the lines behind a record's first one are indented as tcpdump does it. */
  private static boolean isUsual(PastedText text, Piece record) {
    int end;
    for (int at = text.lineEnd(record.from()); at < record.to(); at = end) {
      end = text.lineEnd(at);
      int words = text.behindBlanks(at);
      boolean usual = text.at(at) == '\t' || text.words(at, words).equals(BODY);
      if (!usual && !text.isBlank(at, end)) {
        return false;
      }
    }
    return true;
  }

  private static int lines(PastedText text, Piece piece) {
    int lines = 0;
    for (int at = piece.from(); at < piece.to(); at = text.lineEnd(at)) {
      lines++;
    }
    return lines;
  }
}
