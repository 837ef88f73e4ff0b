package io.hopwise.parser;

import java.util.Arrays;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one record, cut with a {@link LexerTable} straight from the bytes. Token objects
 * and the array that holds them are used again for every record; ANTLR's own stream makes both anew
 * and reads characters one call at a time, which together halves the speed.
 *
 * <p>A token like one that stood in the same {@link RecordPlace} of an earlier record is cut by its
 * {@link TokenPattern}, in half the time. A table is quick to walk, but how long a number is no
 * processor foresees, and after each wrong guess it begins anew: a capture of half a million equal
 * records was cut twice as fast as a real one.
 */
final class RecordTokens implements TokenStream {
  private final LexerTable table;
  private final RecordPlaces places;
  private RecordToken[] tokens = {};
  private int size;
  private int position;
  private @Nullable RecordPlace place;
  private int fellBackAt;
  private int lastBeforeDump;
  private int lastOfText;

  RecordTokens(LexerTable table) {
    this.table = table;
    this.places = new RecordPlaces(table);
    grow(64);
  }

  LexerTable table() {
    return table;
  }

  /** Cuts {@code bytes[from, to)} into tokens, beginning in the first mode. */
  void cut(byte[] bytes, int from, int to) {
    position = 0;
    int count = 0;
    int mode = 0;
    int at = from;
    RecordPlace met = places.start();
    while (at < to) {
      if (count + 1 >= tokens.length) {
        grow(2 * tokens.length);
      }
      RecordToken token = tokens[count++];
      token.bytes = bytes;
      token.start = at;
      TokenPattern pattern = met == null ? null : met.patterns().fitting(bytes, at, to);
      if (met != null && pattern != null) {
        token.end = met.patterns().end();
        token.type = pattern.type();
        mode = pattern.nextMode();
        met = pattern.target();
      } else {
        token.end = longest(table.mode(mode), bytes, at, to, token);
        met = met == null ? null : places.behind(met, mode, token, to);
        mode = token.nextMode;
      }
      at = token.end;
    }
    place = met;
    RecordToken eof = tokens[count++];
    eof.type = Token.EOF;
    eof.bytes = bytes;
    eof.start = to;
    eof.end = to;
    size = count;
    fellBackAt = -1;
    lastBeforeDump = lastBefore(count - 2, TcpdumpLexer.DUMP_LINE);
    if (lastBeforeDump < count - 2) {
      // Some protocols are printed with a line feed of their own at the end.
      lastBeforeDump = lastBefore(lastBeforeDump, TcpdumpLexer.NEWLINE);
    }
    lastOfText = lastBefore(lastBeforeDump, TcpdumpLexer.TUNNEL_END);
  }

  /** The last token up to an index that is not of a type. */
  private int lastBefore(int last, int type) {
    int index = last;
    while (index >= 0 && tokens[index].type == type) {
      index--;
    }
    return index;
  }

  /** Finds the longest token at {@code from}; returns its end. Every mode takes any byte. */
  private static int longest(
      LexerTable.Mode mode, byte[] bytes, int from, int to, RecordToken token) {
    int at = from;
    int state = 0;
    while (at < to) {
      int target = mode.next(state, bytes[at]);
      if (target == LexerTable.DEAD) {
        break;
      }
      state = target;
      at++;
    }
    int end = mode.end(state);
    if (end == 0) {
      return backUp(mode, bytes, from, at, token);
    }
    token.type = LexerTable.Mode.type(end);
    token.nextMode = LexerTable.Mode.nextMode(end);
    return at;
  }

  /** The walk ended inside a longer token that did not come: back to the last one that did. */
  private static int backUp(
      LexerTable.Mode mode, byte[] bytes, int from, int to, RecordToken token) {
    int last = -1;
    int state = 0;
    for (int at = from; at < to; at++) {
      state = mode.next(state, bytes[at]);
      int end = mode.end(state);
      if (end != 0) {
        token.type = LexerTable.Mode.type(end);
        token.nextMode = LexerTable.Mode.nextMode(end);
        last = at + 1;
      }
    }
    if (last < 0) {
      throw new IllegalStateException("a mode of the grammar does not take every byte");
    }
    return last;
  }

  private void grow(int capacity) {
    int old = tokens.length;
    tokens = Arrays.copyOf(tokens, capacity);
    for (int i = old; i < capacity; i++) {
      tokens[i] = new RecordToken(i);
    }
  }

  @Override
  public void consume() {
    position++;
  }

  /** Takes what follows as text: moves on to the end of the record. */
  void fallBackToText() {
    if (fellBackAt < 0) {
      fellBackAt = position;
    }
    position = size - 1;
  }

  /** The place at which the record ends; null where that is too deep to be remembered. */
  @Nullable RecordPlace place() {
    return place;
  }

  RecordPlaces places() {
    return places;
  }

  /** What is known of the record from an earlier one: see {@link #fellBackAt()}. */
  void fellBackAt(int index) {
    fellBackAt = index;
  }

  /** The token from which on the record was not understood, -1 where all of it was. */
  int fellBackAt() {
    return fellBackAt;
  }

  /** The last token before the hex dump that ends the record; the last one where there is none. */
  int lastBeforeDump() {
    return lastBeforeDump;
  }

  /**
   * The last token of the text kept as printed: the one before the dump, or before the header where
   * that stands at the end.
   */
  int lastOfText() {
    return lastOfText;
  }

  /** Ends the text kept as printed before a token. */
  void endTextBefore(int index) {
    lastOfText = index - 1;
  }

  @Override
  public RecordToken LT(int k) {
    return tokens[k > 0 ? Math.min(position + k, size) - 1 : position + k];
  }

  @Override
  public int LA(int k) {
    return LT(k).type;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public RecordToken get(int index) {
    return tokens[index];
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException("tokens are cut by table");
  }

  @Override
  public String getText(Interval interval) {
    RecordToken first = tokens[interval.a];
    return Bytes.text(first.bytes, first.start, tokens[interval.b].end);
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, size - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }
}
