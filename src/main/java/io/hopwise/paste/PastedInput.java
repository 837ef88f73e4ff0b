package io.hopwise.paste;

import com.google.common.collect.ImmutableList;
import io.hopwise.framing.Frame;
import io.hopwise.framing.TimedInput;
import io.hopwise.text.PastedForm;
import java.io.IOException;
import java.io.InputStream;

/**
 * An input as text that tcpdump printed: what was done to it since is undone, passage by passage.
 * In one pass, in bounded memory; text that reads as it stands is handed on as it is, most of it
 * after a look at a few lines.
 */
public final class PastedInput extends InputStream {
  private final InputStream in;
  private final RawLines raw;
  private final Pieces pieces;
  private final PassageReader passages;
  private final PlainCheck check;

  /** What is ready to be handed on. */
  private byte[] ready = {};

  private int readyFrom;
  private int readyTo;

  /**
   * Undoes what was done to an input.
   *
   * @param in the input; not closed
   * @param silence in milliseconds, how long a live input must stay without a byte to be silent; 0
   *     for an input that never is
   */
  public PastedInput(InputStream in, long silence) {
    this.in = in;
    this.raw = new RawLines(new TimedInput(in, silence));
    Trial trial = new Trial();
    this.pieces = new Pieces(new DumpGuard(trial));
    this.passages = new PassageReader(trial);
    this.check = new PlainCheck(trial);
  }

  /** Tells the next frame of the text what it was in the input. */
  public void claim(Frame frame) {
    pieces.claim(frame);
  }

  /** The forms that were undone in what was claimed so far; none where all was as it stands. */
  public ImmutableList<PastedForm> forms() {
    return pieces.forms().all();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (readyFrom == readyTo && raw.length() == 0 && passages.isSettled()) {
      int count = in.read(into, offset, length);
      if (count <= 0 || check.isPlain(into, offset, offset + count)) {
        pieces.addPlain(Math.max(0, count));
        return count;
      }
      raw.unread(into, offset, count);
      passages.beginAgain();
      int rest = check.restOfLine();
      if (rest > 0) {
        handOn(rest);
      }
    }
    while (readyFrom == readyTo) {
      if (!advance()) {
        return -1;
      }
    }
    int count = Math.min(length, readyTo - readyFrom);
    System.arraycopy(ready, readyFrom, into, offset, count);
    readyFrom += count;
    return count;
  }

  @Override
  public int available() throws IOException {
    if (readyTo > readyFrom) {
      return readyTo - readyFrom;
    }
    // Lines that are held back may go on with what was handed on: the input is not yet silent.
    return raw.wholeLines() > 0 ? 1 : in.available();
  }

  /** Makes more text ready; false at the end of the input. */
  private boolean advance() throws IOException {
    raw.takeEnough();
    boolean last = raw.isEnded();
    int undecided = 0;
    while (true) {
      int lines = raw.wholeLines();
      if (lines == 0 && raw.isEnded()) {
        return false;
      }
      if (lines == 0 && raw.isLineTooLong()) {
        check.endsAmidLine();
        handOn(raw.length());
        return true;
      }
      if ((lines > undecided || last) && lines > 0 && decide(lines, last)) {
        return true;
      }
      undecided = lines;
      last =
          raw.isEnded()
              || (lines > 0 && lines == raw.length() && !raw.endsInHeader() && raw.isSilent())
              || !raw.read();
    }
  }

  private boolean decide(int lines, boolean last) {
    PassageReader.Passage passage = passages.next(raw.bytes(), raw.start(), lines, last);
    if (passage == null) {
      return false;
    }
    int length = passage.length();
    PastedText undone = passage.undone();
    if (undone == null) {
      handOn(length);
      return true;
    }
    pieces.addUndone(passage.form(), undone, raw.take(length), passage.trust());
    ready = undone.bytes();
    readyFrom = 0;
    readyTo = undone.length();
    return true;
  }

  /** Hands the next bytes on as they stand. */
  private void handOn(int length) {
    ready = raw.bytes();
    readyFrom = raw.start();
    readyTo = readyFrom + length;
    pieces.addPlain(length);
    raw.skip(length);
  }
}
