package io.hopwise.paste;

import io.hopwise.framing.Frame;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which piece of the input the text stands for that is framed, from the first byte that was not yet
 * claimed on.
 */
final class Pieces {
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final FormsTaken forms = new FormsTaken();
  private final DumpGuard guard;

  /** How many line ends more the input had so far than the text. */
  private long moreLines;

  /** How much text as it stands was not claimed yet, as long as nothing was undone. */
  private long plain;

  /** Whether something was undone so far, so that lines are to be counted. */
  private boolean changed;

  /** A piece of text: as it stands in the input, or a line and the bytes it was made of. */
  private static final class Piece {
    /** What is left of it. */
    long length;

    /** Null for text as it stands. */
    final @Nullable Undone undone;

    int from;

    Piece(long length, @Nullable Undone undone) {
      this.length = length;
      this.undone = undone;
    }
  }

  /** Text that was undone, and the bytes of the input it was made of. */
  private static final class Undone {
    final Form form;
    final PastedText text;
    final byte[] raw;
    final Trust trust;

    /** Whether it has tabs. */
    final boolean tabs;

    Undone(Form form, PastedText text, byte[] raw, Trust trust) {
      this.form = form;
      this.text = text;
      this.raw = raw;
      this.trust = trust;
      this.tabs = text.has('\t');
    }

    int rawAt(int index) {
      return index == 0 ? 0 : index >= text.length() ? raw.length : text.beginning(index, raw, 0);
    }
  }

  Pieces(DumpGuard guard) {
    this.guard = guard;
  }

  /** The forms that were met so far. */
  FormsTaken forms() {
    return forms;
  }

  /** More text that stands in the input as it is. */
  void addPlain(int length) {
    if (!changed) {
      plain += length;
      return;
    }
    Piece last = pieces.peekLast();
    if (last != null && last.undone == null) {
      last.length += length;
    } else {
      pieces.add(new Piece(length, null));
    }
  }

  /** More text that was made of some bytes of the input. */
  void addUndone(Form form, PastedText text, byte[] raw, Trust trust) {
    if (!changed && plain > 0) {
      pieces.add(new Piece(plain, null));
    }
    changed = true;
    pieces.add(new Piece(text.length(), new Undone(form, text, raw, trust)));
  }

  /** Tells the next frame what it was in the input. */
  void claim(Frame frame) {
    int length = frame.to() - frame.from();
    if (!changed) {
      plain -= length;
      return;
    }
    Piece first = pieces.peekFirst();
    if (first != null && first.undone == null && first.length >= length) {
      take(first, length);
      frame.moveLines(moreLines);
      guard.passed(length);
      return;
    }
    claimUndone(frame, length);
  }

  private void claimUndone(Frame frame, int length) {
    byte[] raw = new byte[length];
    int rawLength = 0;
    int[] places = new int[length + 1];
    int done = 0;
    Trust trust = Trust.EXACT;
    boolean tabs = true;
    @Nullable Form form = null;
    while (done < length) {
      Piece piece = pieces.getFirst();
      int part = (int) Math.min(piece.length, length - done);
      @Nullable Undone undone = piece.undone;
      int rawFrom = undone == null ? 0 : undone.rawAt(piece.from);
      int rawPart = undone == null ? part : undone.rawAt(piece.from + part) - rawFrom;
      if (rawLength + rawPart > raw.length) {
        raw = Arrays.copyOf(raw, Math.max(2 * raw.length, rawLength + rawPart));
      }
      byte[] source = undone == null ? frame.bytes() : undone.raw;
      int sourceFrom = undone == null ? frame.from() + done : rawFrom;
      System.arraycopy(source, sourceFrom, raw, rawLength, rawPart);
      for (int i = 0; i < part; i++) {
        int own = undone == null ? i : undone.text.place(piece.from + i) - rawFrom;
        places[done + i] = rawLength + own;
      }
      if (undone != null) {
        trust = trust.compareTo(undone.trust) > 0 ? trust : undone.trust;
        tabs &= undone.tabs;
      }
      form = undone == null ? form : undone.form;
      rawLength += rawPart;
      done += part;
      take(piece, part);
    }
    places[length] = rawLength;
    byte[] whole = Arrays.copyOf(raw, rawLength);
    int feeds = feeds(whole);
    boolean goesOn = rawLength > 0 && whole[rawLength - 1] != '\n' && frame.lines() > 0;
    if (form != null) {
      forms.add(form, frame.firstLine() + moreLines, feeds + (goesOn ? 1 : 0));
    }
    frame.standsFor(whole, places, frame.firstLine() + moreLines, feeds + (goesOn ? 1 : 0));
    if (guard.doubts(frame, trust, places, tabs, isUndone(frame, length))) {
      frame.markAmbiguous();
    }
    moreLines += feeds - frame.linesFramed();
  }

  /** Whether all the text was undone that the packet of a frame may reach. */
  private boolean isUndone(Frame frame, int length) {
    if (frame.isAmbiguous() || frame.isDumpCut() || frame.dumpFrom() == length) {
      return true;
    }
    long at = length;
    long reach = (long) frame.dumpFrom() + frame.packetReach();
    for (Piece piece : pieces) {
      if (at >= reach) {
        break;
      }
      boolean known = piece.undone != null && piece.undone.trust != Trust.DOUBTFUL;
      if (piece.length > 0 && !known) {
        return false;
      }
      at += piece.length;
    }
    return true;
  }

  private static int feeds(byte[] raw) {
    int count = 0;
    for (byte b : raw) {
      count += b == '\n' ? 1 : 0;
    }
    return count;
  }

  private void take(@Nullable Piece piece, int length) {
    if (piece == null) {
      return;
    }
    piece.length -= length;
    piece.from += length;
    if (piece.length == 0) {
      pieces.removeFirst();
    }
  }
}
