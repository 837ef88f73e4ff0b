package io.hopwise.parser.grammar;

import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * The superclass of the generated parser: ANTLR's parser without parse trees and listeners. The
 * labels of the grammar hold everything the builders need, and the omitted bookkeeping would take a
 * third of the time.
 */
public abstract class TcpdumpParserBase extends Parser {
  /**
   * How many levels of nested packets are read. Deeper ones stay text: records are walked
   * recursively, and a packet must not be able to overflow the stack.
   */
  public static final int DEEPEST = 64;

  TcpdumpParserBase(TokenStream tokens) {
    super(tokens);
    setBuildParseTree(false);
    removeErrorListeners();
  }

  @Override
  public Token match(int type) {
    Token token = _input.LT(1);
    if (token.getType() != type) {
      return _errHandler.recoverInline(this);
    }
    _input.consume();
    return token;
  }

  @Override
  public Token consume() {
    Token token = _input.LT(1);
    _input.consume();
    return token;
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int rule) {
    if (rule == TcpdumpParser.RULE_flow && isTooDeep(context)) {
      throw new InputMismatchException(this);
    }
    setState(state);
    context.start = _input.LT(1);
    _ctx = context;
  }

  private static boolean isTooDeep(ParserRuleContext flow) {
    int packets = 0;
    for (ParserRuleContext c = flow; c != null; c = c.getParent()) {
      packets += c.getRuleIndex() == TcpdumpParser.RULE_flow ? 1 : 0;
    }
    return packets > DEEPEST;
  }

  @Override
  public void exitRule() {
    _ctx.stop = _input.LT(-1);
    setState(_ctx.invokingState);
    _ctx = (ParserRuleContext) _ctx.parent;
  }
}
