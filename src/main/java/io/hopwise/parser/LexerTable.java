package io.hopwise.parser;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The automaton of a lexer grammar as one table per mode: in a state, the class of the next byte
 * leads to the next state. Walking such a table reads text about three times as fast as ANTLR's own
 * walk over its automaton, and the table is that automaton: {@link LexerTableMaker} takes it from
 * ANTLR, the build ships it as a resource, and a test holds the two equal.
 */
final class LexerTable {
  /** No state: the byte before was the token's last one. */
  static final int DEAD = -1;

  static final int BYTES = 256;

  private static final int MAGIC = 0x48575431;

  private final Mode[] modes;

  LexerTable(Mode[] modes) {
    this.modes = modes;
  }

  Mode mode(int index) {
    return modes[index];
  }

  int modes() {
    return modes.length;
  }

  /** Reads a table that {@link #save} wrote. */
  static LexerTable load(String resource) {
    try (DataInputStream in = open(resource)) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a lexer table: " + resource);
      }
      Mode[] modes = new Mode[in.readUnsignedByte()];
      for (int i = 0; i < modes.length; i++) {
        modes[i] = Mode.load(in);
      }
      return new LexerTable(modes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static DataInputStream open(String resource) throws IOException {
    java.io.InputStream in = LexerTable.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("missing from the jar: " + resource);
    }
    return new DataInputStream(new java.io.ByteArrayInputStream(in.readAllBytes()));
  }

  void save(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeByte(modes.length);
    for (Mode mode : modes) {
      mode.save(out);
    }
  }

  /**
   * One mode's automaton. Its rows, one per state, stand behind one another in {@code rows}; a
   * state is known by where its row begins, and 0 is the state in which a token begins. In a row
   * stands for each class of bytes the state to go to, or {@link #DEAD}, and in the last place the
   * token that ends in this state: its type, with the number of the mode that follows in the upper
   * bits; 0 where no token ends.
   */
  static final class Mode {
    /** The length of a row: the number of classes, and one. */
    final int width;

    /** The class of each of the 256 bytes. */
    final byte[] classOf;

    /** All rows. */
    final int[] rows;

    Mode(int width, byte[] classOf, int[] rows) {
      this.width = width;
      this.classOf = classOf;
      this.rows = rows;
    }

    private static final int TYPE_BITS = 10;
    private static final int TYPE_MASK = (1 << TYPE_BITS) - 1;
    private static final int MODES = 64;
    private static final char NO_ROW = Character.MAX_VALUE;

    /** What stands in a row's last place. */
    static int end(int type, int nextMode) {
      if (type > TYPE_MASK || nextMode >= MODES) {
        throw new IllegalStateException("too many tokens or modes for a lexer table");
      }
      return (nextMode << TYPE_BITS) | type;
    }

    /** The token type in a row's last place; 0 for none. */
    static int type(int end) {
      return end & TYPE_MASK;
    }

    /** The following mode in a row's last place. */
    static int nextMode(int end) {
      return end >>> TYPE_BITS;
    }

    /** In a file a cell is two bytes, a state the number of its row. */
    private static Mode load(DataInputStream in) throws IOException {
      int width = in.readUnsignedShort();
      int states = in.readUnsignedShort();
      byte[] classOf = in.readNBytes(BYTES);
      // Loops as plain as can be: this is run before anything is compiled.
      char[] cells = new char[states * width];
      ByteBuffer.wrap(in.readNBytes(2 * cells.length)).asCharBuffer().get(cells);
      int[] rows = new int[cells.length];
      for (int row = 0; row < rows.length; row += width) {
        int last = row + width - 1;
        for (int at = row; at < last; at++) {
          char cell = cells[at];
          rows[at] = cell == NO_ROW ? DEAD : cell * width;
        }
        rows[last] = cells[last];
      }
      return new Mode(width, classOf, rows);
    }

    private void save(DataOutputStream out) throws IOException {
      out.writeShort(width);
      out.writeShort(rows.length / width);
      out.write(classOf);
      for (int at = 0; at < rows.length; at++) {
        boolean last = at % width == width - 1;
        out.writeChar(last ? rows[at] : rows[at] == DEAD ? NO_ROW : rows[at] / width);
      }
    }
  }
}
