package io.hopwise.parser.lexer;

/**
 * The project's lexers as tables, each loaded once, when first needed. The build generates the
 * classes that contain them, such as {@code RecordsTable}, with {@code LexerTableMaker}.
 */
public final class TableLexers {
  private TableLexers() {}

  public static LexerTable records() {
    return RecordsHolder.TABLE;
  }

  public static LexerTable lines() {
    return LinesHolder.TABLE;
  }

  /** The table for text around tcpdump's output. It is loaded only if such lines occur. */
  public static LexerTable surroundings() {
    return SurroundingsHolder.TABLE;
  }

  private static final class SurroundingsHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(new SurroundingsTable()));
  }

  /** The table for lines of other programs. It is loaded only if such lines occur. */
  public static LexerTable programs() {
    return ProgramsHolder.TABLE;
  }

  private static final class ProgramsHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(new ProgramsTable()));
  }

  private static final class RecordsHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(new RecordsTable()));
  }

  private static final class LinesHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(new LinesTable()));
  }
}
