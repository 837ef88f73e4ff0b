package io.hopwise.parser.around;

import io.hopwise.packet.Notice;
import io.hopwise.packet.Notice.Kind;
import io.hopwise.parser.grammar.SurroundingLines;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.LexerTable;
import io.hopwise.parser.lexer.TableLexers;
import io.hopwise.text.RecordText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises lines that people paste together with tcpdump's output. The whole line must have the
 * shape of such a line, so that remains of a record are never taken for one.
 */
public final class Surroundings {
  /** Lines of a terminal are shorter than this; a longer line is something else. */
  private static final int LONGEST = 4096;

  private static final String LISTENING = "istening on ";

  private Surroundings() {}

  /**
   * The notice in a line that is not part of tcpdump's output; null if the line might be.
   *
   * @param text the line as it was in the input
   * @param line the line without foreign pieces, line end included
   */
  public static @Nullable Notice notice(RecordText text, byte[] line) {
    int end = end(line, 0, line.length);
    if (end == 0 || end > LONGEST) {
      return null;
    }
    int from = 0;
    while (line[from] == ' ' || line[from] == '\t') {
      from++;
    }
    Command command = Command.at(line, from, end);
    if (command != null) {
      return notice(command, text);
    }
    int said = wholeLine(SurroundingLines.SAID, line, from, end);
    if (said != 0) {
      return chatter(text, Bytes.text(line, from, end));
    }
    if (wholeLine(SurroundingLines.PRINTED, line, from, end) != 0) {
      return Notice.of(Kind.CHATTER, text);
    }
    int mark = wholeLine(SurroundingLines.MARKS, line, from, end);
    String words = Bytes.text(line, from, end);
    return switch (mark) {
      case SurroundingLines.ELLIPSIS -> Notice.of(Kind.ELLIPSIS, text);
      case SurroundingLines.FENCE -> Notice.of(Kind.FENCE, text);
      case SurroundingLines.MAIL -> Notice.of(Kind.PROSE, text);
      case SurroundingLines.BOX ->
          Notice.of(Kind.PROMPT, text).withPlace(Command.of(words, "", false).place());
      default -> words(text, words);
    };
  }

  /** Reads {@code Listening on} of Junos and WinDump like tcpdump's. */
  private static Notice chatter(RecordText text, String line) {
    int at = line.indexOf(LISTENING);
    if (at < 0) {
      return Notice.of(Kind.CHATTER, text);
    }
    String subject = line.substring(at + LISTENING.length());
    int comma = subject.indexOf(',');
    return Notice.of(Kind.LISTENING, text)
        .withSubject(Optional.of(comma < 0 ? subject : subject.substring(0, comma)));
  }

  /** Whether an apparent record without a time is in fact a sentence. */
  public static boolean isProse(byte[] line) {
    int end = end(line, 0, line.length);
    return end <= LONGEST && Prose.isProse(Bytes.text(line, 0, end));
  }

  private static Notice notice(Command command, RecordText text) {
    Kind kind = command.runsTcpdump() ? Kind.COMMAND : Kind.PROMPT;
    return Notice.of(kind, text)
        .withSubject(command.typed().isEmpty() ? Optional.empty() : Optional.of(command.typed()))
        .withPlace(command.place());
  }

  private static @Nullable Notice words(RecordText text, String line) {
    Optional<String> heading = Prose.heading(line);
    if (heading.isPresent()) {
      return Notice.of(Kind.HEADING, text)
          .withSubject(heading)
          .withPlace(heading.filter(Prose::namesPlace));
    }
    return Prose.isProse(line) ? Notice.of(Kind.PROSE, text) : null;
  }

  /**
   * Whether a line begins with month, day and time of day, as printed by {@code -ttt} on OpenBSD.
   */
  public static boolean isDatedHead(byte[] bytes, int from, int to) {
    LexerTable.Mode table = TableLexers.surroundings().mode(0);
    int state = 0;
    for (int at = from; at < to && state != LexerTable.DEAD; at++) {
      state = table.next(state, bytes[at]);
      if (state != LexerTable.DEAD
          && LexerTable.Mode.type(table.end(state)) == SurroundingLines.DATED_HEAD) {
        return true;
      }
    }
    return false;
  }

  /** The type of the token that matches the whole line; 0 if there is none. */
  static int wholeLine(int mode, byte[] bytes, int from, int end) {
    LexerTable.Mode table = TableLexers.surroundings().mode(mode);
    int state = 0;
    for (int at = from; at < end; at++) {
      state = table.next(state, bytes[at]);
      if (state == LexerTable.DEAD) {
        return 0;
      }
    }
    return LexerTable.Mode.type(table.end(state));
  }

  /** The index where a line ends without its line end and white space before that. */
  static int end(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && isBlank(bytes[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
