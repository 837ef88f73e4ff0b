package io.hopwise.parser;

import static com.google.common.base.Preconditions.checkState;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Reject;
import io.hopwise.parser.grammar.TcpdumpLexer;
import io.hopwise.parser.lexer.RecordToken;
import io.hopwise.parser.lexer.RecordTokens;
import io.hopwise.parser.lexer.TableLexers;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * Any bytes: the lexer table cuts them as ANTLR's own lexer does, and as one record they are an
 * entry.
 */
public final class GrammarFuzz {
  private static final RecordTokens TABLE = new RecordTokens(TableLexers.records());
  private static final TcpdumpLexer STOCK = new TcpdumpLexer(CharStreams.fromString(""));

  private GrammarFuzz() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] data) {
    TABLE.cut(data, 0, data.length);
    STOCK.setInputStream(CharStreams.fromString(new String(data, ISO_8859_1)));
    for (int i = 0; i < TABLE.size(); i++) {
      Token cut = TABLE.get(i);
      Token token = STOCK.nextToken();
      boolean same =
          cut.getType() == token.getType()
              && (cut.getType() == Token.EOF || isSamePlace(TABLE.get(i), token));
      checkState(same, "token %s: %s for %s", i, cut, token);
    }
    if (!isBlank(data)) { // no frame is
      checkEntry(new RecordReader(new TcpdumpLineKinds()).readAlone(data, 0, data.length), data);
    }
  }

  private static boolean isBlank(byte[] data) {
    return new String(data, ISO_8859_1).isBlank();
  }

  private static boolean isSamePlace(RecordToken cut, Token token) {
    return cut.start == token.getStartIndex() && cut.end == token.getStopIndex() + 1;
  }

  private static void checkEntry(Entry entry, byte[] data) {
    checkState(!entry.toString().isEmpty());
    if (entry instanceof Reject reject) {
      checkState(!reject.error().expected().isEmpty(), "nothing expected: %s", reject);
      checkState(reject.error().column() <= data.length + 1, "behind the end: %s", reject);
    }
  }
}
