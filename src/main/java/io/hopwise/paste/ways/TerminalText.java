package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;
import java.util.stream.Stream;

/** What a terminal was sent besides text: colours, titles, backspaces, lines written anew. */
final class TerminalText implements Way {
  private static final int ESCAPE = 0x1b;
  private static final int BELL = 7;

  private static final byte[] COUNT = {'G', 'o', 't', ' '};

  /** The longest sequence; what is longer is text. */
  private static final int LONGEST = 256;

  /** What logs and editors write for an escape character. */
  private static final ImmutableList<byte[]> WRITTEN =
      Stream.of(
              "^[", "\\033", "\\e", "\\x1b", "\\x1B", "\\u001b", "\\u001B", "\u241b", "<ESC>",
              "#033")
          .map(word -> word.getBytes(UTF_8))
          .collect(ImmutableList.toImmutableList());

  /** Whether so many lines have sequences that no name of a host brought them. */
  private final boolean everywhere;

  private TerminalText(boolean everywhere) {
    this.everywhere = everywhere;
  }

  static List<Way> find(PastedText sample) {
    int lines = 0;
    int marked = 0;
    int counts = 0;
    int end;
    for (int at = 0; at < sample.length(); at = end) {
      end = sample.lineEnd(at);
      lines++;
      marked += isMarked(sample, at, end) ? 1 : 0;
      counts += isCount(sample, at, end) ? 1 : 0;
    }
    boolean everywhere = counts == marked || (lines > 3 && 2 * marked >= lines);
    return marked > 0 ? List.of(new TerminalText(everywhere)) : List.of();
  }

  private static boolean isMarked(PastedText text, int from, int end) {
    for (int at = from; at < end; at++) {
      byte b = text.at(at);
      boolean written = b != ESCAPE && sequenceEnd(text, at) > at;
      if (b == ESCAPE || b == '\b' || b == BELL || written || isOverwritten(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is what tcpdump counted, and a record written over it. */
  private static boolean isCount(PastedText text, int from, int end) {
    int at = from + COUNT.length;
    if (!text.startsWith(COUNT, from)) {
      return false;
    }
    while (at < end && isDigit(text.at(at))) {
      at++;
    }
    return at < end && text.at(at) == '\r' && isOverwritten(text, at);
  }

  private static boolean is(PastedText text, int at, int b) {
    return at < text.length() && text.at(at) == b;
  }

  /** Whether a carriage return is followed by other text on its line. */
  private static boolean isOverwritten(PastedText text, int at) {
    return text.at(at) == '\r'
        && at + 1 < text.length()
        && text.at(at + 1) != '\r'
        && !text.isBlank(at + 1, text.lineEnd(at + 1));
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int lineFrom = 0;
    int at = 0;
    while (at < text.length()) {
      byte b = text.at(at);
      int behind = sequenceEnd(text, at);
      if (behind > at) {
        at = behind;
        continue;
      }
      at++;
      if (b == '\b') {
        undone.cutTo(Math.max(lineFrom, undone.length() - 1));
      } else if (b == '\r' && isOverwritten(text, at - 1) && hasFeed(text, at)) {
        undone.cutTo(lineFrom);
      } else if (b != BELL) {
        undone.copy(text, at - 1, at);
        lineFrom = b == '\n' ? undone.length() : lineFrom;
      }
    }
    return undone.done();
  }

  /** Whether lines end in line feeds, so that a return alone ends none. */
  private static boolean hasFeed(PastedText text, int from) {
    int end = text.lineEnd(from);
    return end > from && text.at(end - 1) == '\n';
  }

  /** The end of an escape sequence that begins at an index; the index if none does. */
  private static int sequenceEnd(PastedText text, int from) {
    if (text.at(from) == '[') {
      return colourEnd(text, from);
    }
    int at = from + escapeLength(text, from);
    if (at == from) {
      return from;
    }
    if (is(text, at, '[')) {
      return controlEnd(text, at + 1);
    }
    if (text.at(from) != ESCAPE) {
      return from;
    }
    return is(text, at, ']') ? titleEnd(text, from, at + 1) : Math.min(at + 1, text.length());
  }

  /** The length of an escape character, or of what programs write in its place; 0 if none is. */
  private static int escapeLength(PastedText text, int from) {
    if (text.at(from) == ESCAPE) {
      return 1;
    }
    for (byte[] written : WRITTEN) {
      if (text.startsWith(written, from)) {
        return written.length;
      }
    }
    return 0;
  }

  /** The end of a colour that lost its escape character; the index if there is none. */
  private static int colourEnd(PastedText text, int from) {
    int at = from + 1;
    while (at < text.length() && (isDigit(text.at(at)) || text.at(at) == ';')) {
      at++;
    }
    boolean colour =
        is(text, at, 'm')
            && (at > from + 1 || isColour(text, at + 1))
            && !isTimeToLive(text, at + 1);
    return colour || (is(text, at, 'K') && at == from + 1) ? at + 1 : from;
  }

  /** Whether another sequence follows, as behind what grep colours. */
  private static boolean isColour(PastedText text, int at) {
    return is(text, at, '[') && is(text, at + 1, 'K');
  }

  /** Whether minutes end there, or seconds follow: what DNS says of how long an answer holds. */
  private static boolean isTimeToLive(PastedText text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.at(at))) {
      at++;
    }
    boolean seconds = at > from && is(text, at, 's');
    return (at == from || seconds) && is(text, seconds ? at + 1 : at, ']');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static int controlEnd(PastedText text, int from) {
    int at = from;
    while (at < text.length() && text.at(at) >= ' ' && text.at(at) < '@') {
      at++;
    }
    return at < text.length() && text.at(at) >= '@' ? at + 1 : at;
  }

  private static int titleEnd(PastedText text, int from, int title) {
    for (int at = title; at < Math.min(text.length(), title + LONGEST); at++) {
      if (text.at(at) == BELL) {
        return at + 1;
      }
      if (text.at(at) == ESCAPE) {
        return Math.min(at + 2, text.length());
      }
      if (text.at(at) == '\n') {
        break;
      }
    }
    return from + 1;
  }

  /** Escape characters come from no packet: all sequences are what a terminal was sent. */
  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    for (byte b : undone.bytes()) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isHarmless() {
    return everywhere;
  }

  @Override
  public String id() {
    return "terminal-text";
  }

  @Override
  public String says() {
    return "terminal sequences";
  }

  @Override
  public String toString() {
    return "TerminalText";
  }
}
