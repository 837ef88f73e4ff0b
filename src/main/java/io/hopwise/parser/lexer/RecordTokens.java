package io.hopwise.parser.lexer;

import io.hopwise.parser.grammar.TcpdumpLexer;
import java.util.Arrays;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one record, cut from its bytes with a {@link LexerTable}. The token objects and
 * their array are reused for every record. ANTLR's own stream makes new ones and reads one
 * character per call, which together halves the speed.
 *
 * <p>Tokens that followed the same {@link PrefixNode} in an earlier record are matched as a {@link
 * TokenRun}, in half the time. Walking the table is slow only at the ends of numbers, whose lengths
 * defeat branch prediction: half a million equal records were cut twice as fast as real ones.
 */
public final class RecordTokens implements TokenStream {
  private static final int MOST_AT_FIRST = 64;

  private final LexerTable table;
  private final PrefixTree prefixes;
  private RecordToken[] tokens = {};
  private int size;
  private int position;

  /** The mode for the next token. */
  private int mode;

  /** The run that matched in full just before the next token. */
  private @Nullable TokenRun before;

  private @Nullable PrefixNode node;
  private int fellBackAt;
  private int lastBeforeDump;
  private int lastOfText;

  public RecordTokens(LexerTable table) {
    this.table = table;
    this.prefixes = new PrefixTree(table);
    makeRoom(1);
  }

  public LexerTable table() {
    return table;
  }

  /** Cuts {@code bytes[from, to)} into tokens, beginning in the first mode. */
  public void cut(byte[] bytes, int from, int to) {
    position = 0;
    size = 0;
    mode = 0;
    before = null;
    PrefixNode reached = prefixes.start();
    int at = from;
    while (at < to) {
      TokenRun run = reached == null ? null : reached.patterns().matching(bytes, at, to);
      reached =
          reached == null || run == null
              ? addLongest(bytes, at, to, reached)
              : addMatching(bytes, at, run, reached.patterns().count());
      at = tokens[size - 1].end;
    }
    node = reached;
    RecordToken eof = add(bytes, to, to);
    eof.type = Token.EOF;
    fellBackAt = -1;
    lastBeforeDump = lastBefore(size - 2, TcpdumpLexer.DUMP_LINE);
    if (lastBeforeDump < size - 2) {
      // Some protocol printers add a line feed of their own at the end.
      lastBeforeDump = lastBefore(lastBeforeDump, TcpdumpLexer.NEWLINE);
    }
    lastOfText = lastBefore(lastBeforeDump, TcpdumpLexer.TUNNEL_END);
  }

  /** Adds the first tokens of a run; returns the node after them. */
  private PrefixNode addMatching(byte[] bytes, int from, TokenRun run, int count) {
    makeRoom(count);
    int at = from;
    for (int i = 0; i < count; i++) {
      RecordToken token = tokens[size + i];
      token.bytes = bytes;
      token.start = at;
      at = run.end(i);
      token.end = at;
      token.type = run.token(i).type();
    }
    size += count;
    if (before != null) {
      prefixes.noteFollowing(before, run);
    }
    run.noteMatch(count);
    before = count == run.size() ? run : null;
    TokenPattern last = run.token(count - 1);
    mode = last.nextMode();
    return last.target();
  }

  /** Adds the longest token; returns the node after it, or null if there is none. */
  private @Nullable PrefixNode addLongest(
      byte[] bytes, int from, int to, @Nullable PrefixNode reached) {
    before = null;
    RecordToken token = add(bytes, from, to);
    token.end = longest(table.mode(mode), bytes, from, to, token);
    PrefixNode after = reached == null ? null : prefixes.after(reached, mode, token, to);
    mode = token.nextMode;
    return after;
  }

  private RecordToken add(byte[] bytes, int from, int to) {
    makeRoom(1);
    RecordToken token = tokens[size++];
    token.bytes = bytes;
    token.start = from;
    token.end = to;
    return token;
  }

  /** The index of the last token up to an index that has another type. */
  private int lastBefore(int last, int type) {
    int index = last;
    while (index >= 0 && tokens[index].type == type) {
      index--;
    }
    return index;
  }

  /** Finds the longest token at {@code from}; returns its end. Every mode accepts any byte. */
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

  /** Backs up to the last complete token, after the walk stopped inside a longer one. */
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

  private void makeRoom(int count) {
    int old = tokens.length;
    if (size + count <= old) {
      return;
    }
    tokens = Arrays.copyOf(tokens, Math.max(2 * old, MOST_AT_FIRST));
    for (int i = old; i < tokens.length; i++) {
      tokens[i] = new RecordToken(i);
    }
  }

  @Override
  public void consume() {
    position++;
  }

  /** Treats the rest as text: moves to the end of the record. */
  public void fallBackToText() {
    if (fellBackAt < 0) {
      fellBackAt = position;
    }
    position = size - 1;
  }

  /** The node at which the record ends; null if that is too deep to be remembered. */
  public @Nullable PrefixNode node() {
    return node;
  }

  PrefixTree prefixes() {
    return prefixes;
  }

  /** Sets what is known from an earlier record: see {@link #fellBackAt()}. */
  public void fellBackAt(int index) {
    fellBackAt = index;
  }

  /** The index of the token from which the record fell back to text; -1 if it did not. */
  public int fellBackAt() {
    return fellBackAt;
  }

  /**
   * The index of the last token before the hex dump at the end, or of the last token if there is no
   * dump.
   */
  public int lastBeforeDump() {
    return lastBeforeDump;
  }

  /**
   * The index of the last token of the text kept as printed: the one before the dump, or before the
   * headers at the end.
   */
  public int lastOfText() {
    return lastOfText;
  }

  /** Makes the text kept as printed end before a token. */
  public void endTextBefore(int index) {
    lastOfText = index - 1;
  }

  @Override
  public RecordToken LT(int k) {
    // Nothing stands before the first one, of which a rule that took none asks.
    return tokens[k > 0 ? Math.min(position + k, size) - 1 : Math.max(0, position + k)];
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
