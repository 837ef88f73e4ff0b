package io.hopwise.paste;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;

/**
 * What the grammar reads from a text.
 *
 * @param pieces what it was cut into, in order
 * @param hasDump whether an ASCII dump stands behind a record
 * @param hasRest whether one begins with the rest of a record's line, which was wrapped
 * @param isForeign whether some of it is another program's
 */
record Reading(ImmutableList<Piece> pieces, boolean hasDump, boolean hasRest, boolean isForeign) {
  /** How well a piece is understood. */
  enum Grade {
    /** A packet, all of it. */
    WHOLE,
    /** A packet, or another record, with words behind it that are kept as text. */
    PART,
    /** What tcpdump, the terminal or a person said. */
    SAID,
    /** Nothing that is known. */
    LOST
  }

  /**
   * A piece of the text.
   *
   * @param from where it begins
   * @param to where it ends
   * @param grade how well it is understood
   * @param isRecord whether it begins as a record does
   * @param isBare whether it is a packet without words of its payload, so that none of these can be
   *     what the next lines are
   */
  record Piece(int from, int to, Grade grade, boolean isRecord, boolean isBare) {
    boolean isLost() {
      return grade == Grade.LOST;
    }

    boolean isPacket() {
      return grade == Grade.WHOLE;
    }

    int length() {
      return to - from;
    }
  }

  int packets() {
    return (int) pieces.stream().filter(Piece::isPacket).count();
  }

  /** How many records are not understood to the last word. */
  int parts() {
    return (int) pieces.stream().filter(piece -> piece.grade == Grade.PART).count();
  }

  /** How many pieces begin as records do. */
  int records() {
    return (int) pieces.stream().filter(Piece::isRecord).count();
  }

  /** How many bytes nothing is known of. */
  int lost() {
    return pieces.stream().filter(Piece::isLost).mapToInt(Piece::length).sum();
  }

  /** The index of the first piece at or after another that is not understood; the count if none. */
  int firstLost(int from) {
    for (int i = from; i < pieces.size(); i++) {
      if (pieces.get(i).isLost()) {
        return i;
      }
    }
    return pieces.size();
  }

  /** The index of the first packet; the count where there is none. */
  int firstPacket() {
    int at = Iterables.indexOf(pieces, Piece::isPacket);
    return at < 0 ? pieces.size() : at;
  }

  /** The index of the last piece that begins as a record does; 0 where there is none. */
  int lastRecord() {
    int at = pieces.size() - 1;
    while (at > 0 && !pieces.get(at).isRecord()) {
      at--;
    }
    return at;
  }

  /** Whether a piece begins a line: a carriage return alone ends none where others are fed. */
  boolean beginsLine(int piece, PastedText text) {
    int from = pieces.get(piece).from();
    return text.at(from - 1) == '\n' || text.at(text.lineEnd(from) - 1) != '\n';
  }

  /** Whether the first record is still one that reads as it stands. */
  boolean keepsFirst(Reading plain) {
    Piece first = pieces.get(0);
    return first.isPacket() || first.grade() == plain.pieces.get(0).grade();
  }

  /** The index of the first packet behind a piece, or of a line that is far behind it. */
  int nextPacket(int piece, int far, PastedText text) {
    int most = pieces.get(piece).to() + far;
    int next = piece + 1;
    while (next < pieces.size()
        && !pieces.get(next).isPacket()
        && (pieces.get(next).to() < most || !beginsLine(next, text))) {
      next++;
    }
    return next;
  }

  /** How many bytes are packets, understood to the last word. */
  int understood() {
    return pieces.stream().filter(Piece::isPacket).mapToInt(Piece::length).sum();
  }

  /**
   * Whether more is understood of this than of another reading of the same text: in bytes, so that
   * what takes away more than it must is no better.
   */
  boolean isBetterThan(Reading other) {
    int mine = understood();
    int others = other.understood();
    return mine != others ? mine > others : lost() < other.lost();
  }
}
