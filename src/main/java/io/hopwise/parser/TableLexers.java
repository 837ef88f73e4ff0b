package io.hopwise.parser;

/** The project's two lexers as tables, read once, when first needed. */
final class TableLexers {
  /**
   * The classes that hold them, beside this one; made by the build, see {@link LexerTableMaker}.
   */
  static final String RECORDS = "RecordsTable";

  static final String LINES = "LinesTable";

  private TableLexers() {}

  static LexerTable records() {
    return RecordsHolder.TABLE;
  }

  static LexerTable lines() {
    return LinesHolder.TABLE;
  }

  private static final class RecordsHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(RECORDS));
  }

  private static final class LinesHolder {
    static final LexerTable TABLE = LexerTable.load(TableText.bytes(LINES));
  }
}
