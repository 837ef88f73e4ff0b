package io.hopwise.parser.lexer;

/**
 * The project's two lexers as tables, read once, when first needed. {@code RecordsTable} and {@code
 * LinesTable} are made by the build, by {@code LexerTableMaker}.
 */
public final class TableLexers {
  private TableLexers() {}

  public static LexerTable records() {
    return RecordsHolder.TABLE;
  }

  public static LexerTable lines() {
    return LinesHolder.TABLE;
  }

  private static final class RecordsHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(new RecordsTable()));
  }

  private static final class LinesHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(new LinesTable()));
  }
}
