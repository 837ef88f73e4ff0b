package io.hopwise.parser.lexer;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The automaton of a lexer grammar as one table per mode: a state and the class of the next byte
 * give the next state. Walking the table is about three times as fast as ANTLR's own lexer. It is
 * the same automaton: {@code LexerTableMaker} takes it from ANTLR, the build turns it into a class,
 * and a test compares the two.
 */
public final class LexerTable {
  /** No next state: the token ends before this byte. */
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
   * The automaton of one mode. A state is the index of its row; tokens begin in state 0. A row has
   * the next state for each class of bytes. Before those, at {@link #END}, it has the token that
   * ends in this state: its type, and the number of the next mode in the upper bits; 0 if no token
   * ends.
   *
   * <p>The rows are folded into each other (see {@code RowFolder}), because most are nearly empty
   * or nearly equal to another. The lowest bits of a cell say for which class it is. If a row has
   * no cell for a class, the row named at {@link #LIKE} applies; if that has none, there is no next
   * state. Unfolded, the tables would take 5 MB, eight times as much. Walking would be a tenth
   * faster, but loading would take a tenth of the time of a short run, and most runs are short.
   */
  public static final class Mode {
    /** The position in a row of the token that ends there. */
    public static final int END = 0;

    /** The position in a row of the row that applies where this one has no cell. */
    public static final int LIKE = 1;

    /** The position in a row of the first class of bytes. */
    public static final int FIRST_CLASS = 2;

    private static final int CLASS_BITS = 8;
    private static final int CLASS_MASK = (1 << CLASS_BITS) - 1;

    /** A cell that belongs to no row. */
    public static final int VACANT = CLASS_MASK;

    private static final int TYPE_BITS = 10;
    private static final int TYPE_MASK = (1 << TYPE_BITS) - 1;
    private static final int MODES = 64;

    private final byte[] classOf;
    private final int[] cells;

    /**
     * A mode with these rows.
     *
     * @param classOf the position in a row for each of the 256 bytes
     * @param cells all rows, folded, followed by vacant cells for the length of a row
     */
    public Mode(byte[] classOf, int[] cells) {
      this.classOf = classOf;
      this.cells = cells;
    }

    /** The state to which a byte leads from a state, or {@link #DEAD}. */
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

    /** The token that ends in a state, see {@link #type} and {@link #nextMode}; 0 if none does. */
    public int end(int state) {
      return cells[state] >> CLASS_BITS;
    }

    /** The upper bound of states, exclusive. */
    int size() {
      return cells.length;
    }

    /** The position of a byte's class. Bytes of the same class lead to the same states. */
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

    /** The position in a row of a class, from 0. */
    public static byte place(int classNumber) {
      if (classNumber > Byte.MAX_VALUE - FIRST_CLASS) {
        throw new IllegalStateException("too many classes of bytes for a lexer table");
      }
      return (byte) (FIRST_CLASS + classNumber);
    }

    /** A cell for a position in a row. */
    public static int cell(int place, int value) {
      return value << CLASS_BITS | place;
    }

    /** The encoding of a token that ends in a state. */
    public static int end(int type, int nextMode) {
      if (type > TYPE_MASK || nextMode >= MODES) {
        throw new IllegalStateException("too many tokens or modes for a lexer table");
      }
      return (nextMode << TYPE_BITS) | type;
    }

    /** The token type in such an encoding; 0 if there is none. */
    public static int type(int end) {
      return end & TYPE_MASK;
    }

    /** The next mode in such an encoding. */
    static int nextMode(int end) {
      return end >>> TYPE_BITS;
    }

    private static Mode load(ByteBuffer in) {
      byte[] classOf = new byte[BYTES];
      in.get(classOf);
      int[] cells = new int[in.getInt()];
      // One bulk call, because this runs before the JVM has compiled anything.
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
