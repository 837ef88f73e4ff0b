package io.hopwise.parser;

import io.hopwise.framing.Frame;
import io.hopwise.framing.RecordFramer;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherProgram;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Reject;
import io.hopwise.parser.around.OtherPrograms;
import io.hopwise.parser.around.Surroundings;
import io.hopwise.parser.builder.EntryBuilder;
import io.hopwise.parser.builder.RecordSource;
import io.hopwise.parser.grammar.TcpdumpLines;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.RecordContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.MalformedRecordException;
import io.hopwise.parser.lexer.PrefixNode;
import io.hopwise.parser.lexer.RecordTokens;
import io.hopwise.parser.lexer.TableLexers;
import io.hopwise.text.ParseError;
import io.hopwise.text.RecordText;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Turns frames into entries: from bytes to tokens to parser contexts to a typed record. Not
 * thread-safe, because it reuses its working objects.
 */
public final class RecordReader {
  private static final Reject UNREAD =
      new Reject(RecordText.NONE, new ParseError(1, 1, ParseError.A_LINE, "", 1));

  private final TcpdumpLineKinds kinds;
  private final RecordTokens tokens = new RecordTokens(TableLexers.records());
  private final TcpdumpParser parser = new TcpdumpParser(tokens);
  private final EntryBuilder entries;
  private final Expectations expectations = new Expectations(tokens, parser);
  private final Queue<Notice> inside = new ArrayDeque<>();

  /** Whether a reject says what was expected. */
  private boolean explains = true;

  /** A reader of everything in frames cut with the given line kinds. */
  public RecordReader(TcpdumpLineKinds kinds) {
    this(kinds, Detail.ALL);
  }

  /** A reader of frames cut with the given line kinds. */
  public RecordReader(TcpdumpLineKinds kinds, Detail detail) {
    this.kinds = kinds;
    parser.setErrorHandler(new FallBackToText());
    this.entries = new EntryBuilder(new RecordSource(tokens), detail);
  }

  /** Reads a frame. Every frame gives an entry. */
  public Entry read(Frame frame) {
    byte[] bytes = frame.text();
    RecordText text = text(frame, frame.isChanged() ? frame.raw() : bytes);
    FrameText frameText = new FrameText(frame, bytes);
    for (int i = 0; i < frame.cuts(); i++) {
      addNotice(frame, i, bytes);
    }
    return switch (frame.content()) {
      case RECORD -> record(frameText, text);
      case NOTICE ->
          NoticeBuilder.notice(
              kinds.type(frameText.bytes, 0, frameText.bytes.length), text, frameText);
      case STRAY -> stray(frameText, text);
      case TOO_LONG -> tooLong(frame.raw(), text);
    };
  }

  /** Whether the last record has words that fit no rule and are kept as text. */
  public boolean fellBack() {
    return tokens.fellBackAt() >= 0;
  }

  /** Reads a frame to see whether it can be read: rejects and stray lines are not explained. */
  public Entry tryOut(Frame frame) {
    if (frame.content() == Frame.Content.STRAY) {
      return UNREAD;
    }
    explains = false;
    try {
      return read(frame);
    } finally {
      explains = true;
    }
  }

  /** Reads a range of bytes as {@link #tryOut} reads a frame. */
  public Entry tryOutAlone(byte[] bytes, int from, int to) {
    explains = false;
    try {
      return readAlone(bytes, from, to);
    } finally {
      explains = true;
    }
  }

  private static RecordText text(Frame frame, byte[] bytes) {
    if (frame.isAmbiguous()) {
      return RecordText.wrapAmbiguous(frame.firstLine(), frame.lines(), bytes);
    }
    RecordText text = RecordText.wrap(frame.firstLine(), frame.lines(), bytes);
    return frame.isPossibleTrailer() ? text.asPossibleTrailer() : text;
  }

  /**
   * The next notice found inside a frame already read, or null if there is none left. Its text is
   * empty because its bytes belong to that frame's entry.
   */
  public @Nullable Notice nextInside() {
    return inside.poll();
  }

  /** Reads a record from a range of bytes. */
  public Entry readAlone(byte[] bytes, int from, int to) {
    byte[] record = Arrays.copyOfRange(bytes, from, to);
    return record(new FrameText(record), RecordText.NONE);
  }

  private void addNotice(Frame frame, int cut, byte[] bytes) {
    int from = frame.cutFrom(cut);
    int to = frame.cutTo(cut);
    int type = kinds.type(bytes, from, to);
    if (type != TcpdumpLines.STATISTICS && type != TcpdumpLines.CONTROL_C) {
      return;
    }
    int line = 0;
    for (int at = 0; at < from; at++) {
      line += bytes[at] == '\n' ? 1 : 0;
    }
    long at = frame.firstLine() + line;
    RecordText text =
        frame.isAmbiguous()
            ? RecordText.wrapAmbiguous(at, 0, new byte[0])
            : RecordText.wrap(at, 0, new byte[0]);
    String words = Bytes.text(bytes, from, to).strip();
    inside.add(NoticeBuilder.notice(type, text, words));
  }

  private Entry record(FrameText frameText, RecordText text) {
    tokens.cut(frameText.bytes, 0, withoutLineEnd(frameText.bytes, frameText.recordEnd));
    try {
      Entry entry = entries.build(tree(), text, frameText.dump());
      return entry instanceof OtherRecord other ? unlessForeign(other, frameText) : entry;
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException cause) {
        return reject(
            text, frameText, () -> expectations.error(cause, frameText, text.firstLine()));
      }
      throw e;
    } catch (MalformedRecordException e) {
      return reject(text, frameText, () -> malformed(e, frameText, text));
    }
  }

  private static ParseError malformed(
      MalformedRecordException e, FrameText frameText, RecordText text) {
    boolean blanks =
        NamesWithBlanks.isBehindArrow(frameText.bytes, e.offset)
            && NamesWithBlanks.begin(frameText.bytes, e.offset);
    String expected = blanks ? NamesWithBlanks.EXPECTED : e.expected;
    return frameText.error(e.offset, text.firstLine(), expected);
  }

  /**
   * Checks what begins like a non-IP record: it may be a line of another program or, without a
   * time, a sentence such as {@code IP forwarding is on}.
   */
  private static Entry unlessForeign(OtherRecord other, FrameText frameText) {
    Optional<OtherProgram> program = OtherPrograms.of(frameText.bytes);
    if (program.isPresent()) {
      return foreign(other.text(), frameText, program);
    }
    int names = NamesWithBlanks.at(other, frameText.bytes);
    if (names >= 0) {
      return new Reject(
          other.text(), frameText.error(names, other.text().firstLine(), NamesWithBlanks.EXPECTED));
    }
    boolean bare = other.time().isEmpty() && other.number().isEmpty();
    return bare && other.text().lines() == 1 && Surroundings.isProse(frameText.bytes)
        ? Notice.of(Notice.Kind.PROSE, other.text())
        : other;
  }

  private Reject reject(RecordText text, FrameText frameText, Supplier<ParseError> error) {
    if (!explains) {
      return UNREAD;
    }
    Optional<OtherProgram> program = OtherPrograms.of(frameText.bytes);
    return program.isPresent() ? foreign(text, frameText, program) : new Reject(text, error.get());
  }

  private static Reject foreign(
      RecordText text, FrameText frameText, Optional<OtherProgram> program) {
    String expected = "tcpdump's text, not that of " + program.map(OtherProgram::title).orElse("");
    return new Reject(text, frameText.error(0, text.firstLine(), expected), program);
  }

  /** The record's tree, reused from an earlier record with the same token types if there is one. */
  private RecordContext tree() {
    PrefixNode place = tokens.node();
    RecordContext known = place == null ? null : place.tree();
    if (place != null && known != null) {
      tokens.fellBackAt(place.fellBackAt());
      return known;
    }
    parser.reset();
    RecordContext made = parser.record();
    if (place != null) {
      place.keep(made, tokens.fellBackAt());
    }
    return made;
  }

  private Entry stray(FrameText frameText, RecordText text) {
    Notice around = Surroundings.notice(text, frameText.bytes);
    if (around != null) {
      return around.kind() == Notice.Kind.PROSE && OtherPrograms.of(frameText.bytes).isPresent()
          ? foreign(text, frameText, OtherPrograms.of(frameText.bytes))
          : around;
    }
    int at = TcpdumpLineKinds.plausible(frameText.bytes, 0, withoutLineEnd(frameText.bytes));
    return reject(text, frameText, () -> frameText.error(at, text.firstLine(), ParseError.A_LINE));
  }

  private static Reject tooLong(byte[] bytes, RecordText text) {
    String expected =
        "a line end: no line or record is longer than " + RecordFramer.LONGEST + " bytes";
    return new Reject(text, ParseError.at(bytes, bytes.length, text.firstLine(), expected));
  }

  private static int withoutLineEnd(byte[] bytes) {
    return withoutLineEnd(bytes, bytes.length);
  }

  private static int withoutLineEnd(byte[] bytes, int length) {
    int end = length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end;
  }
}
