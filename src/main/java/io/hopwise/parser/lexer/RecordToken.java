package io.hopwise.parser.lexer;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/** A token that points into the bytes it was cut from. The object is reused for every record. */
public final class RecordToken implements Token {
  /** Token type of the grammar; 0 only before first use. */
  public int type;

  /** The next mode, if the token was cut with the lexer's table. */
  int nextMode;

  /** The bytes that contain it, from {@link #start} (inclusive) to {@link #end} (exclusive). */
  public byte[] bytes = {};

  public int start;
  public int end;

  private final int index;

  RecordToken(int index) {
    this.index = index;
  }

  @Override
  public String getText() {
    return Bytes.text(bytes, start, end);
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getLine() {
    return 1;
  }

  @Override
  public int getCharPositionInLine() {
    return start;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException("tokens are cut by table");
  }

  @Override
  public CharStream getInputStream() {
    throw new UnsupportedOperationException("tokens point into bytes");
  }

  @Override
  public String toString() {
    return type + ":" + getText();
  }
}
