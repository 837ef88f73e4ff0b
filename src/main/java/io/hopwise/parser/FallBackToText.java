package io.hopwise.parser;

import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.FlowContext;
import io.hopwise.parser.grammar.TcpdumpParser.PacketContext;
import io.hopwise.parser.grammar.TcpdumpParser.RecordContext;
import io.hopwise.parser.lexer.RecordTokens;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * The error strategy for a record that does not match the grammar. After an IP header, the rest of
 * the record is skipped: the builders keep it as text, together with the fields read so far. Before
 * that, the record is rejected.
 */
final class FallBackToText implements ANTLRErrorStrategy {
  @Override
  public void reset(Parser recognizer) {}

  @Override
  public Token recoverInline(Parser recognizer) {
    throw new Mismatch(recognizer);
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    if (!isInPayload(recognizer.getContext())) {
      throw new NoRecord(e);
    }
    ((RecordTokens) recognizer.getInputStream()).fallBackToText();
  }

  private static boolean isInPayload(ParserRuleContext context) {
    for (ParserRuleContext c = context; c != null; c = c.getParent()) {
      if (c.getRuleIndex() == TcpdumpParser.RULE_payload || hasAddresses(c)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the header and addresses of the packet have been read. */
  private static boolean hasAddresses(ParserRuleContext context) {
    if (!(context instanceof RecordContext record) || record.f == null || record.f.ip == null) {
      return false;
    }
    PacketContext ip = record.f.ip;
    FlowContext flow = ip.bare;
    if (ip.v4 != null) {
      flow = ip.v4.to;
    } else if (ip.v6 != null) {
      flow = ip.v6.to;
    }
    return flow != null && flow.carries != null;
  }

  @Override
  public void sync(Parser recognizer) {}

  @Override
  public boolean inErrorRecoveryMode(Parser recognizer) {
    return false;
  }

  @Override
  public void reportMatch(Parser recognizer) {}

  @Override
  public void reportError(Parser recognizer, RecognitionException e) {}

  /**
   * A token that fits no rule. It is caught in the rule itself, and its stack trace is not read.
   */
  private static final class Mismatch extends InputMismatchException {
    private static final long serialVersionUID = 1;

    Mismatch(Parser recognizer) {
      super(recognizer);
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  /** What is no record. It is caught by who reads it, and its stack trace is not read. */
  private static final class NoRecord extends ParseCancellationException {
    private static final long serialVersionUID = 1;

    NoRecord(RecognitionException cause) {
      super(cause);
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
