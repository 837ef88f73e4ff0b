package io.hopwise.parser;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Reject;
import io.hopwise.text.Frame;
import io.hopwise.text.ParseError;
import io.hopwise.text.RecordFramer;
import io.hopwise.text.RecordText;
import java.util.Arrays;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Turns one frame after another into an entry: bytes to tokens to contexts to a record. Not
 * thread-safe; what it needs for a record is used again for the next one.
 */
public final class Records {
  private static final String A_LINE =
      "a record (a time, IP, IP6, ARP …) or a message of tcpdump (listening on …)";

  private final TcpdumpLineKinds kinds;
  private final RecordTokens tokens = new RecordTokens(TableLexers.records());
  private final TcpdumpParser parser = new TcpdumpParser(tokens);
  private final EntryBuilder entries = new EntryBuilder(new RecordSource(tokens));
  private final Expectations expectations = new Expectations(tokens, parser);

  /** Reads frames cut with the given line kinds. */
  public Records(TcpdumpLineKinds kinds) {
    this.kinds = kinds;
  }

  /** Reads a frame. Whatever it holds, there is an entry for it. */
  public Entry read(Frame frame) {
    byte[] bytes = Arrays.copyOfRange(frame.bytes(), frame.from(), frame.to());
    RecordText text = RecordText.wrap(frame.firstLine(), frame.lines(), bytes);
    return switch (frame.kind()) {
      case RECORD -> record(bytes, text);
      case NOTICE -> NoticeBuilder.notice(kinds.type(bytes, 0, bytes.length), text);
      case STRAY -> stray(bytes, text);
      case TOO_LONG -> tooLong(bytes, text);
    };
  }

  private Entry record(byte[] bytes, RecordText text) {
    tokens.cut(bytes, 0, withoutLineEnd(bytes));
    parser.reset();
    try {
      return entries.build(parser.record(), text);
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException cause) {
        return new Reject(text, expectations.error(cause, bytes, text.firstLine()));
      }
      throw e;
    }
  }

  private static Reject stray(byte[] bytes, RecordText text) {
    int at = TcpdumpLineKinds.plausible(bytes, 0, withoutLineEnd(bytes));
    return new Reject(text, ParseError.at(bytes, at, text.firstLine(), A_LINE));
  }

  private static Reject tooLong(byte[] bytes, RecordText text) {
    String expected =
        "a line end: no line or record is longer than " + RecordFramer.LONGEST + " bytes";
    return new Reject(text, ParseError.at(bytes, bytes.length, text.firstLine(), expected));
  }

  private static int withoutLineEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end;
  }
}
