package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.build.LexerTableMaker;
import io.hopwise.parser.grammar.OtherProgramLines;
import io.hopwise.parser.grammar.SurroundingLines;
import io.hopwise.parser.grammar.TcpdumpLexer;
import io.hopwise.parser.grammar.TcpdumpLines;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.lexer.LinesTable;
import io.hopwise.parser.lexer.ProgramsTable;
import io.hopwise.parser.lexer.RecordsTable;
import io.hopwise.parser.lexer.SurroundingsTable;
import io.hopwise.parser.lexer.TableText;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Lexer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GrammarTest {
  private static final Path PARSER = Path.of("target/generated-sources/antlr4/TcpdumpParser.java");

  @Test
  void theNextTokenAlwaysDecides() throws IOException {
    assertThat(parserSource()).doesNotContain("adaptivePredict");
    Path filters = PARSER.resolveSibling("CaptureFilterParser.java");
    assertThat(Files.readString(filters)).doesNotContain("adaptivePredict");
  }

  @Test
  void theGrammarsHaveNeitherActionsNorPredicates() {
    assertThat(TcpdumpParser._ATN.decisionToState).isNotEmpty();
    for (String grammar :
        new String[] {
          "TcpdumpLexer",
          "TcpdumpParser",
          "TcpdumpLines",
          "SurroundingLines",
          "OtherProgramLines",
          "CaptureFilter"
        }) {
      String source =
          new String(
              Fixtures.bytes(Path.of("grammar", grammar + ".g4")),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(
              source
                  .replaceAll("'(?:[^'\\\\]|\\\\.)*'|\\[(?:[^\\]\\\\]|\\\\.)*\\]|//.*", "")
                  .replaceAll("(?s)/\\*.*?\\*/", ""))
          .as(grammar)
          .doesNotContain("}?")
          .doesNotContainPattern("\\{(?! tokenVocab)");
    }
  }

  @Tag("long")
  @Test
  void theShippedTablesAreThoseOfTheGrammars() throws IOException {
    assertThat(TableText.bytes(new RecordsTable()))
        .isEqualTo(saved(new TcpdumpLexer(CharStreams.fromString(""))));
    assertThat(TableText.bytes(new LinesTable()))
        .isEqualTo(saved(new TcpdumpLines(CharStreams.fromString(""))));
    assertThat(TableText.bytes(new ProgramsTable()))
        .isEqualTo(saved(new OtherProgramLines(CharStreams.fromString(""))));
    assertThat(TableText.bytes(new SurroundingsTable()))
        .isEqualTo(saved(new SurroundingLines(CharStreams.fromString(""))));
  }

  private static String parserSource() throws IOException {
    return Files.readString(PARSER);
  }

  private static byte[] saved(Lexer lexer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LexerTableMaker.make(lexer).save(new DataOutputStream(out));
    return out.toByteArray();
  }
}
