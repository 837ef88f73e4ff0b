package io.hopwise.parser;

/** The project's two lexers as tables, read from the jar once, when first needed. */
final class TableLexers {
  /** Resource names, beside this class. */
  static final String RECORDS = "records.lexer";

  static final String LINES = "lines.lexer";

  private TableLexers() {}

  static LexerTable records() {
    return RecordsHolder.TABLE;
  }

  static LexerTable lines() {
    return LinesHolder.TABLE;
  }

  private static final class RecordsHolder {
    static final LexerTable TABLE = LexerTable.load(RECORDS);
  }

  private static final class LinesHolder {
    static final LexerTable TABLE = LexerTable.load(LINES);
  }
}
