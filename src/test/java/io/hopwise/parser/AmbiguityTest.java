package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Reject;
import io.hopwise.parser.grammar.TcpdumpLexer;
import io.hopwise.parser.grammar.TcpdumpParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserInterpreter;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No record can be read in two ways. The generated parser never predicts, so that ANTLR's
 * interpreter walks the same grammar here, which predicts at every decision.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmbiguityTest {
  private static final int LONGEST = 1500;

  /** Of all records a third: each kind occurs often. */
  private int records;

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void noRecordOfTheFixtureIsAmbiguous(Path file) {
    List<String> ambiguities = new ArrayList<>();
    for (Entry entry : Fixtures.read(Fixtures.bytes(file))) {
      boolean record = !(entry instanceof Notice) && !(entry instanceof Reject);
      if (record && entry.text().length() < LONGEST && records++ % 3 == 0) {
        walk(new String(entry.text().bytes(), ISO_8859_1).stripTrailing(), ambiguities);
      }
    }
    assertThat(ambiguities).isEmpty();
  }

  private static void walk(String record, List<String> ambiguities) {
    var tokens = new CommonTokenStream(new TcpdumpLexer(CharStreams.fromString(record)));
    var parser =
        new ParserInterpreter(
            "TcpdumpParser.g4",
            TcpdumpParser.VOCABULARY,
            List.of(TcpdumpParser.ruleNames),
            TcpdumpParser._ATN,
            tokens);
    parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
    parser.removeErrorListeners();
    parser.addErrorListener(new Ambiguities(record, ambiguities));
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      parser.parse(TcpdumpParser.RULE_record);
    } catch (ParseCancellationException e) {
      // What does not fit is kept as text; only what fits twice is looked for here.
    }
  }

  private static final class Ambiguities extends DiagnosticErrorListener {
    private final String record;
    private final List<String> found;

    Ambiguities(String record, List<String> found) {
      this.record = record;
      this.found = found;
    }

    @Override
    public void reportAmbiguity(
        Parser parser,
        DFA dfa,
        int from,
        int to,
        boolean exact,
        BitSet alternatives,
        ATNConfigSet configs) {
      found.add(getDecisionDescription(parser, dfa) + " in " + record);
    }

    @Override
    public void reportAttemptingFullContext(
        Parser parser, DFA dfa, int from, int to, BitSet alternatives, ATNConfigSet configs) {
      // Looking further is no ambiguity.
    }

    @Override
    public void reportContextSensitivity(
        Parser parser, DFA dfa, int from, int to, int prediction, ATNConfigSet configs) {
      // Nor is looking at what stands around.
    }
  }
}
