package io.hopwise.paste;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.primitives.Bytes;
import java.util.Arrays;

/**
 * Text, and where each of its bytes stood before anything was undone. Places never run backwards,
 * so that each piece of the text stands for a piece of the input.
 */
public final class PastedText {
  private final byte[] bytes;
  private final int[] places;

  private PastedText(byte[] bytes, int[] places) {
    this.bytes = bytes;
    this.places = places;
  }

  /** A piece of the input as it stands. */
  public static PastedText of(byte[] input, int from, int to) {
    int[] places = new int[to - from];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    return new PastedText(Arrays.copyOfRange(input, from, to), places);
  }

  /** The bytes, not to be changed. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  public byte at(int index) {
    return bytes[index];
  }

  /** Where in the input a byte stood. */
  public int place(int index) {
    return places[index];
  }

  /**
   * Where in the input begins what a piece of the text stands for: at the beginning of a line all
   * that was taken away before its words. What stands behind a line that was a string of a data
   * format, up to the line's end, belongs to that.
   *
   * @param input the bytes it was made of, from an offset on
   */
  int beginning(int index, byte[] input, int offset) {
    if (index == 0) {
      return 0;
    }
    if (bytes[index - 1] != '\n') {
      return places[index];
    }
    for (int at = places[index - 1]; at < places[index]; at++) {
      if (input[offset + at] == '\n') {
        return at + 1;
      }
    }
    return places[index];
  }

  /** A piece of it, with places counted from a place of the input. */
  PastedText piece(int from, int to, int firstPlace) {
    int[] moved = Arrays.copyOfRange(places, from, to);
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= firstPlace;
    }
    return new PastedText(Arrays.copyOfRange(bytes, from, to), moved);
  }

  /** Its first bytes. */
  PastedText head(int to) {
    return new PastedText(Arrays.copyOf(bytes, to), Arrays.copyOf(places, to));
  }

  /** Where the line ends that begins at an index, its line feed included. */
  public int lineEnd(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  /** Where the words of a line end: before its line feed, and a carriage return before that. */
  public int wordsEnd(int from, int end) {
    int at = end;
    if (at > from && bytes[at - 1] == '\n') {
      at--;
    }
    return at > from && bytes[at - 1] == '\r' ? at - 1 : at;
  }

  /** Where the last word of a line ends. */
  public int lastWordEnd(int from, int end) {
    int at = wordsEnd(from, end);
    while (at > from && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
    }
    return at;
  }

  /** The first byte from an index on that is neither blank nor tab. */
  public int behindBlanks(int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** Where the word ends that begins at an index. */
  public int wordEnd(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != ' ' && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /** How many columns a piece of a line takes from its first one on: a tab goes up to 8. */
  public int columns(int from, int to) {
    int columns = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\t') {
        columns += 8 - columns % 8;
      } else if ((bytes[at] & 0xC0) != 0x80) {
        columns++;
      }
    }
    return columns;
  }

  /** A piece of it, each byte as one character. */
  public String words(int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  /** Whether some bytes stand at an index. */
  public boolean startsWith(byte[] word, int index) {
    if (index + word.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[index + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a byte stands somewhere in it. */
  public boolean has(char b) {
    return Bytes.contains(bytes, (byte) b);
  }

  /** Whether all of it is ASCII. */
  public boolean isAscii() {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line holds nothing but blanks. */
  public boolean isBlank(int from, int end) {
    for (int at = from; at < end; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r' && bytes[at] != '\n') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a line holds nothing but blanks, the first of which stands for something else: what
   * sets it may do so in empty lines.
   *
   * @param pasted the text before it was undone
   */
  public boolean hasFilledLine(PastedText pasted) {
    int at = 0;
    for (int end = lineEnd(0); at < length(); at = end, end = lineEnd(at)) {
      boolean filled = bytes[at] == ' ' && isBlank(at, end);
      if (filled && pasted.byteOf(places[at]) != ' ') {
        return true;
      }
    }
    return false;
  }

  /** The byte that stands for what was at a place of the input; 0 for none. */
  private byte byteOf(int place) {
    int at = Arrays.binarySearch(places, place);
    return at < 0 ? 0 : bytes[at];
  }

  /** The text with each of its lines written anew. */
  public PastedText changeLines(LineChange change) {
    Maker changed = new Maker(length());
    int end;
    for (int at = 0; at < length(); at = end) {
      end = lineEnd(at);
      change.write(at, end, changed);
    }
    return changed.done();
  }

  /** Writes one line anew. */
  @FunctionalInterface
  public interface LineChange {
    /**
     * Writes it.
     *
     * @param at where the line begins in the text
     * @param end where the next one begins
     * @param changed takes what becomes of the line
     */
    void write(int at, int end, Maker changed);
  }

  /** Whether it holds the same bytes as another text. */
  public boolean saysTheSameAs(PastedText other) {
    return Arrays.equals(bytes, other.bytes);
  }

  /** Makes a text from pieces of another one. */
  public static final class Maker {
    private byte[] bytes;
    private int[] places;
    private int length;

    /** Makes a text of about as many bytes. */
    public Maker(int about) {
      bytes = new byte[about + 16];
      places = new int[about + 16];
    }

    /** Goes on with a piece of a text. */
    public void copy(PastedText text, int from, int to) {
      reserve(to - from);
      System.arraycopy(text.bytes, from, bytes, length, to - from);
      System.arraycopy(text.places, from, places, length, to - from);
      length += to - from;
    }

    /** Goes on with a byte that stands for what began at a place. */
    public void put(int b, int place) {
      reserve(1);
      bytes[length] = (byte) b;
      places[length] = place;
      length++;
    }

    /** How many bytes there are so far. */
    public int length() {
      return length;
    }

    public byte last() {
      return length == 0 ? (byte) '\n' : bytes[length - 1];
    }

    /** Goes on with all of a text. */
    public void add(PastedText text) {
      copy(text, 0, text.length());
    }

    /** The bytes so far, and room behind them. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] bytes() {
      return bytes;
    }

    /** Takes the last line's end back; where it stood. */
    public int takeLineEnd() {
      int place = length == 0 ? 0 : places[length - 1];
      while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
        length--;
      }
      return place;
    }

    /** The last byte that is neither blank nor line end. */
    public byte lastWord() {
      int at = length - 1;
      while (at >= 0 && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r')) {
        at--;
      }
      return at < 0 ? 0 : bytes[at];
    }

    /** Takes back all but the first bytes. */
    public void cutTo(int newLength) {
      length = newLength;
    }

    /** All of it. */
    public PastedText done() {
      return new PastedText(Arrays.copyOf(bytes, length), Arrays.copyOf(places, length));
    }

    private void reserve(int more) {
      if (length + more > bytes.length) {
        int size = Math.max(2 * bytes.length, length + more);
        bytes = Arrays.copyOf(bytes, size);
        places = Arrays.copyOf(places, size);
      }
    }
  }
}
