package io.hopwise.parser.lexer;

/**
 * The project's lexers as tables, each read once, when first needed. The classes that hold them,
 * such as {@code RecordsTable}, are made by the build, by {@code LexerTableMaker}.
 */
public final class TableLexers {
  private TableLexers() {}

  public static LexerTable records() {
    return RecordsHolder.TABLE;
  }

  public static LexerTable lines() {
    return LinesHolder.TABLE;
  }

  /** The table of what stands around tcpdump's output. Text without such lines never needs it. */
  public static LexerTable surroundings() {
    return SurroundingsHolder.TABLE;
  }

  private static final class SurroundingsHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(new SurroundingsTable()));
  }

  /** The table of the lines that other programs print. Text without them never needs it. */
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
