package io.hopwise.parser;

import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.lexer.RecordToken;
import io.hopwise.parser.lexer.RecordTokens;
import io.hopwise.parser.lexer.TokenSample;
import io.hopwise.text.ParseError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Says what was expected where a record breaks off. The words come from the grammar: for each
 * possible token, the shortest text that the lexer accepts.
 */
final class Expectations {
  private static final int MOST = 4;

  private final RecordTokens tokens;
  private final TcpdumpParser parser;
  private final Map<Integer, String> samples = new HashMap<>();

  Expectations(RecordTokens tokens, TcpdumpParser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  /**
   * The error at the token that does not fit, in a record that begins on this line of the input.
   */
  ParseError error(RecognitionException cause, FrameText frameText, long firstLine) {
    RecordToken offending = (RecordToken) cause.getOffendingToken();
    IntervalSet expected =
        parser.getATN().getExpectedTokens(cause.getOffendingState(), cause.getCtx());
    boolean addresses =
        expected.contains(TcpdumpParser.SRC)
            || NamesWithBlanks.isBehindArrow(frameText.bytes, offending.start);
    String words =
        addresses && NamesWithBlanks.begin(frameText.bytes, offending.start)
            ? NamesWithBlanks.EXPECTED
            : words(expected);
    return frameText.error(offending.start, firstLine, words);
  }

  private String words(IntervalSet expected) {
    List<String> words = new ArrayList<>();
    for (int type : expected.toList()) {
      if (isAnything(type)) {
        continue;
      }
      if (words.size() == MOST) {
        words.add("…");
        break;
      }
      words.add(word(type));
    }
    return words.isEmpty() ? "text" : String.join(" or ", words);
  }

  /** Whether a token is possible almost anywhere; listing it would hide the likely ones. */
  private static boolean isAnything(int type) {
    return type == TcpdumpParser.OTHER
        || type == TcpdumpParser.NO_ADDRESSES
        || type == TcpdumpParser.TEXT
        || type == TcpdumpParser.NEWLINE;
  }

  private String word(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the record";
      case TcpdumpParser.SRC -> "an address and \" > \"";
      case TcpdumpParser.DST -> "an address and \":\"";
      case TcpdumpParser.V4_CLOSE -> "\")\" and the addresses on the next line";
      case TcpdumpParser.V6_CLOSE -> "\")\" and the addresses";
      case TcpdumpParser.V4_OPEN, TcpdumpParser.V6_HLIM -> sample(type) + "…";
      default -> sample(type);
    };
  }

  private String sample(int type) {
    return samples.computeIfAbsent(type, this::shortest);
  }

  private String shortest(int type) {
    String found = TokenSample.shortest(tokens.table(), type);
    return found == null
        ? TcpdumpParser.VOCABULARY.getDisplayName(type)
        : '"' + found.replace("\n", "\\n").replace("\t", "\\t") + '"';
  }
}
