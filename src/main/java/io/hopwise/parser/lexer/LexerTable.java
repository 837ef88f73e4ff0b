package io.hopwise.parser.lexer;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The automaton of a lexer grammar as one table per mode: in a state, the class of the next byte
 * leads to the next state. Walking such a table reads text about three times as fast as ANTLR's own
 * walk over its automaton, and the table is that automaton: {@code LexerTableMaker} takes it from
 * ANTLR, the build makes it a class, and a test holds the two equal.
 */
public final class LexerTable {
  /** No state: the byte before was the token's last one. */
  public static final int DEAD = -1;

  public static final int BYTES = 256;

  private static final int MAGIC = 0x48575432;

  private final Mode[] modes;

  public LexerTable(Mode[] modes) {
    this.modes = modes;
  }

  public Mode mode(int index) {
    return modes[index];
  }

  int modes() {
    return modes.length;
  }

  /** Reads a table that {@link #save} wrote. */
  static LexerTable load(byte[] saved) {
    ByteBuffer in = ByteBuffer.wrap(saved);
    if (in.getInt() != MAGIC) {
      throw new IllegalArgumentException("not a lexer table");
    }
    Mode[] modes = new Mode[in.get()];
    for (int i = 0; i < modes.length; i++) {
      modes[i] = Mode.load(in);
    }
    return new LexerTable(modes);
  }

  public void save(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeByte(modes.length);
    for (Mode mode : modes) {
      mode.save(out);
    }
  }

  /**
   * One mode's automaton. A state is known by where its row begins, and 0 is the state in which a
   * token begins. In a row stands for each class of bytes the state to go to; before them, in place
   * {@link #END}, the token that ends in this state: its type, with the number of the mode that
   * follows in the upper bits; 0 where no token ends.
   *
   * <p>The rows are folded into each other (see {@code RowFolder}): most are nearly empty, or
   * nearly the same as another. So a cell says in its lowest bits which class it is for. Where a
   * row has none for a class, the row it names in place {@link #LIKE} holds for it, else there is
   * no way on. Unfolded the tables take 5 MB, eight times as much: loading them takes a tenth of
   * the time of a short run, and that is most runs, while walking them is a tenth faster.
   */
  public static final class Mode {
    /** The place in a row of the token that ends there. */
    public static final int END = 0;

    /** The place in a row of the other row that holds where it has no cell. */
    public static final int LIKE = 1;

    /** The place in a row of the first class of bytes. */
    public static final int FIRST_CLASS = 2;

    private static final int CLASS_BITS = 8;
    private static final int CLASS_MASK = (1 << CLASS_BITS) - 1;

    /** A cell of no row. */
    public static final int VACANT = CLASS_MASK;

    private static final int TYPE_BITS = 10;
    private static final int TYPE_MASK = (1 << TYPE_BITS) - 1;
    private static final int MODES = 64;

    private final byte[] classOf;
    private final int[] cells;

    /**
     * A mode of these rows.
     *
     * @param classOf the place of the class of each of the 256 bytes
     * @param cells all rows, folded, and behind them as many vacant cells as a row is long
     */
    public Mode(byte[] classOf, int[] cells) {
      this.classOf = classOf;
      this.cells = cells;
    }

    /** Where a byte leads to from a state: another one, or {@link #DEAD}. */
    public int next(int state, byte b) {
      int asked = classOf[b & 0xFF];
      int cell = cells[state + asked];
      return (cell & CLASS_MASK) == asked ? cell >> CLASS_BITS : nextByLike(state, asked);
    }

    private int nextByLike(int state, int asked) {
      int like = cells[state + LIKE];
      if ((like & CLASS_MASK) != LIKE) {
        return DEAD;
      }
      int cell = cells[(like >> CLASS_BITS) + asked];
      return (cell & CLASS_MASK) == asked ? cell >> CLASS_BITS : DEAD;
    }

    /** What ends in a state, see {@link #type} and {@link #nextMode}; 0 for nothing. */
    public int end(int state) {
      return cells[state] >> CLASS_BITS;
    }

    /** All states are less than this. */
    int size() {
      return cells.length;
    }

    /** The place of a byte's class: where it is the same, two bytes lead the same way. */
    int classOf(byte b) {
      return classOf[b & 0xFF];
    }

    /** Whether a token of this type ends anywhere. */
    boolean takes(int type) {
      for (int cell : cells) {
        if ((cell & CLASS_MASK) == END && type(cell >> CLASS_BITS) == type) {
          return true;
        }
      }
      return false;
    }

    /** The place in a row of a class, counted from 0. */
    public static byte place(int classNumber) {
      if (classNumber > Byte.MAX_VALUE - FIRST_CLASS) {
        throw new IllegalStateException("too many classes of bytes for a lexer table");
      }
      return (byte) (FIRST_CLASS + classNumber);
    }

    /** A cell for a place in a row. */
    public static int cell(int place, int value) {
      return value << CLASS_BITS | place;
    }

    /** What is known of a token that ends. */
    public static int end(int type, int nextMode) {
      if (type > TYPE_MASK || nextMode >= MODES) {
        throw new IllegalStateException("too many tokens or modes for a lexer table");
      }
      return (nextMode << TYPE_BITS) | type;
    }

    /** The token type of an end; 0 for none. */
    public static int type(int end) {
      return end & TYPE_MASK;
    }

    /** The mode that follows an end. */
    static int nextMode(int end) {
      return end >>> TYPE_BITS;
    }

    private static Mode load(ByteBuffer in) {
      byte[] classOf = new byte[BYTES];
      in.get(classOf);
      int[] cells = new int[in.getInt()];
      // One call for all of them: this is run before anything is compiled.
      in.asIntBuffer().get(cells);
      in.position(in.position() + Integer.BYTES * cells.length);
      return new Mode(classOf, cells);
    }

    private void save(DataOutputStream out) throws IOException {
      out.write(classOf);
      out.writeInt(cells.length);
      for (int cell : cells) {
        out.writeInt(cell);
      }
    }
  }
}
