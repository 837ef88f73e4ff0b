package io.hopwise.parser;

import io.hopwise.framing.LineKind;
import io.hopwise.framing.LineKinds;
import io.hopwise.parser.around.Command;
import io.hopwise.parser.around.Surroundings;
import io.hopwise.parser.grammar.TcpdumpLines;
import io.hopwise.parser.lexer.LexerTable;
import io.hopwise.parser.lexer.PatternCache;
import io.hopwise.parser.lexer.PatternMaker;
import io.hopwise.parser.lexer.PrefixNode;
import io.hopwise.parser.lexer.TableLexers;
import io.hopwise.parser.lexer.TokenPattern;
import io.hopwise.parser.lexer.TokenRun;

/** Classifies lines with the grammar of line beginnings. Not thread-safe. */
public final class TcpdumpLineKinds implements LineKinds {
  /** The length of four counters on one line, each with 19 digits, and the line end. */
  private static final int LONGEST_STATISTICS = 256;

  /** The node for a line: only its first token matters. */
  private static final PrefixNode NOWHERE = new PrefixNode(0);

  private final LexerTable.Mode mode = TableLexers.lines().mode(0);
  private final PatternCache met = new PatternCache();
  private final PatternMaker maker = new PatternMaker(TableLexers.lines());

  /** The end of the token whose type was computed last. */
  private int end;

  @Override
  public LineKind kind(byte[] bytes, int from, int to) {
    TokenRun beginning = met.matching(bytes, from, to);
    int type = beginning == null ? typeOfNew(bytes, from, to) : beginning.token(0).type();
    return switch (type) {
      case TcpdumpLines.CLOCK_TIME -> LineKind.TIME_OF_DAY;
      case TcpdumpLines.EPOCH -> LineKind.EPOCH;
      case TcpdumpLines.DATE_TIME -> LineKind.DATE_TIME;
      case TcpdumpLines.DELTA -> LineKind.DELTA;
      case TcpdumpLines.SIGNED_DELTA -> LineKind.SIGNED_DELTA;
      case TcpdumpLines.ODD_TIME -> LineKind.ODD_TIME;
      case TcpdumpLines.UNTIMED -> LineKind.UNTIMED;
      case TcpdumpLines.JUNIPER -> LineKind.INDENTED_HEAD;
      case TcpdumpLines.FLOW -> LineKind.FLOW;
      case TcpdumpLines.BODY,
          TcpdumpLines.LESS,
          TcpdumpLines.TAB,
          TcpdumpLines.SPACE,
          TcpdumpLines.OFFSET ->
          LineKind.CONTINUATION;
      case TcpdumpLines.WHITE -> LineKind.WHITE;
      case TcpdumpLines.MARKER -> LineKind.MARKER;
      case TcpdumpLines.LOOSE -> LineKind.LOOSE;
      case TcpdumpLines.HOP -> LineKind.STRAY;
      case TcpdumpLines.BLANK -> LineKind.BLANK;
      case TcpdumpLines.STATISTICS -> LineKind.STATISTICS;
      case TcpdumpLines.CONTROL_C -> LineKind.KEY;
      case 0 -> kindOfUnknown(bytes, from, to);
      default -> LineKind.NOTICE;
    };
  }

  private static LineKind kindOfUnknown(byte[] bytes, int from, int to) {
    if (Surroundings.isDatedHead(bytes, from, to)) {
      return LineKind.TIME_OF_DAY;
    }
    return Command.isTcpdump(bytes, from, to) ? LineKind.NOTICE : LineKind.STRAY;
  }

  private int typeOfNew(byte[] bytes, int from, int to) {
    int type = type(bytes, from, to);
    if (type != 0 && met.wantsPattern()) {
      TokenPattern pattern = maker.pattern(0, bytes, from, end, to, NOWHERE);
      if (pattern != null) {
        met.add(new TokenRun(pattern));
      }
    }
    return type;
  }

  @Override
  public Announcement announcement(byte[] bytes, int from, int to, boolean timed) {
    LexerTable.Mode announcing = TableLexers.lines().mode(TcpdumpLines.ANNOUNCING);
    int state = 0;
    for (int at = from; at < to && state != LexerTable.DEAD; at++) {
      state = announcing.next(state, bytes[at]);
    }
    int type = state == LexerTable.DEAD ? 0 : LexerTable.Mode.type(announcing.end(state));
    if (type == 0) {
      return Announcement.NONE;
    }
    // Without times another record may follow, unless tcpdump itself announces an inner packet.
    boolean certain = timed || type == TcpdumpLines.TUNNEL_LINE;
    return certain ? Announcement.CERTAIN : Announcement.POSSIBLE;
  }

  @Override
  public int statisticsAt(byte[] bytes, int from, int to) {
    for (int at = Math.max(from, to - LONGEST_STATISTICS); at < to; at++) {
      if (bytes[at] == 't' && type(bytes, at, to) == TcpdumpLines.STATISTICS) {
        return at;
      }
    }
    return -1;
  }

  /** The type of the longest token at the beginning of the line; 0 if there is none. */
  int type(byte[] bytes, int from, int to) {
    int state = 0;
    int at = from;
    for (; at < to; at++) {
      int target = mode.next(state, bytes[at]);
      if (target == LexerTable.DEAD) {
        break;
      }
      state = target;
    }
    end = at;
    int ending = mode.end(state);
    return ending == 0 ? backUp(bytes, from, at) : LexerTable.Mode.type(ending);
  }

  /** Backs up to the last complete token, after the walk stopped inside a longer one. */
  private int backUp(byte[] bytes, int from, int to) {
    int type = 0;
    int state = 0;
    for (int at = from; at < to; at++) {
      state = mode.next(state, bytes[at]);
      int ending = mode.end(state);
      if (ending != 0) {
        type = LexerTable.Mode.type(ending);
        end = at + 1;
      }
    }
    return type;
  }

  /** The offset up to which a foreign line looks like one of tcpdump's. */
  static int plausible(byte[] bytes, int from, int to) {
    LexerTable.Mode mode = TableLexers.lines().mode(0);
    int state = 0;
    int at = from;
    while (at < to) {
      state = mode.next(state, bytes[at]);
      if (state == LexerTable.DEAD) {
        break;
      }
      at++;
    }
    return at;
  }
}
