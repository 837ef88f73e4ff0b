package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks of Markdown, BBCode, Jira and LaTeX: escapes, emphasis, code. */
final class MarkdownText implements Way {
  /** Frames and tables end lines with a bar, psql with a plus sign. */
  private static final String ENDS =
      "(?m:(?<! ) ++(?:[|+]|\u00e2\u0094[\u0082\u0083]|\u00e2\u0095\u0091)(?=[ \\t]*\\r" + "?$))";

  private static final String ESCAPES = "(?m:\\\\(?=[\\[\\]_*<>#.`~|(){}+!&%$-]|\\r?$))";

  /**
   * A star behind a slash is none of it: HTTP accepts any kind of content, as two stars with one.
   * More than two stars may be a masked address.
   */
  private static final String EMPHASIS =
      "(?<!\\*)\\*\\*(?!\\*)|(?m:(?<=/\\*)\\*\\*(?=\\r"
          + "?$))|~~|__(?=\\w)|(?<=\\w)__|`(?=[^\\s`]+`)|(?<=[^\\s`])`|(?m:^_(?=[^\\n"
          + "]*_\\r"
          + "?$)|(?<=.)_(?=\\r"
          + "?$)|^`+|`+(?=\\r"
          + "?$)|^\\{\\{|\\}\\}(?=\\r"
          + "?$)|^\\*(?=[^ *\\n"
          + "][^\\n"
          + "]*\\*\\r"
          + "?$)|^\\*(?= {4}[^\\n"
          + "]*[^ *\\n"
          + "]\\*\\r"
          + "?$)|(?<=[^ */\\n"
          + "])\\*(?=\\r"
          + "?$))";

  /** Addresses that a chat made links of, with the text in front or behind. */
  private static final String LINKS =
      "\\[(?=[^\\[\\]\\s]{1,400}\\]\\(https?://)|\\]\\(https?://[^)\\s]{0,400}\\)"
          + "|<https?://[^\\s<>|]{0,400}(?:\\||>)";

  /** VXLAN prints a flag I, and TCP one U, as BBCode writes italics and underlines. */
  private static final String TAGS =
      "(?i:\\[/?(?:code|quote|pre|font|color|size|tt|mono|spoiler|noparse)(?:=[^\\]\\n"
          + "]{0,80})?\\]|(?<!flags )\\[/?[biu]\\])|\\{(?:noformat|code|quote|color)(?::[^}\\n"
          + "]{0,80})?\\}|\\$>\\$|\\\\textgreater(?:\\{\\}| )";

  private static final Pattern MARK =
      Pattern.compile(LINKS + "|" + ESCAPES + "|" + EMPHASIS + "|" + TAGS);

  private static final Pattern MARK_OR_END = Pattern.compile(MARK.pattern() + "|" + ENDS);

  private static final Pattern END = Pattern.compile(ENDS);

  /** A frame stands around one of so many lines, at least. */
  private static final int FRAMED = 4;

  /** Whether bars at line ends are of a frame; others are of what stands before empty lines. */
  private final boolean framed;

  private MarkdownText(boolean framed) {
    this.framed = framed;
  }

  /** Links that are not undone. */
  private static final Pattern LINKED = Pattern.compile("\\]\\(|(?i:<(?:https?|ftp|mailto|tel):)");

  /** Marks that may stand at both ends of lines. */
  private static final String AT_ENDS = "*_~`{}";

  /** What a mark may begin with, but for the blanks before those at line ends. */
  private static final String FIRST = "\\*~_`{}[]<$";

  static List<Way> find(PastedText sample) {
    MarkdownText way = new MarkdownText(isFramed(sample));
    return next(way.matcher(sample), sample, 0) ? List.of(way) : List.of();
  }

  private static boolean isFramed(PastedText text) {
    Matcher ends = matcher(END, text);
    int lines = 0;
    int framed = 0;
    for (int at = 0; at < text.length(); at = text.lineEnd(at)) {
      lines++;
    }
    for (int at = 0; next(ends, text, at); at = ends.end()) {
      framed++;
    }
    return FRAMED * framed >= lines;
  }

  private Matcher matcher(PastedText text) {
    return matcher(framed ? MARK_OR_END : MARK, text);
  }

  private static Matcher matcher(Pattern pattern, PastedText text) {
    Matcher marks = pattern.matcher(new String(text.bytes(), ISO_8859_1));
    return marks.useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** Looks for the next mark where one may begin: to try it everywhere costs ten times as much. */
  private static boolean next(Matcher marks, PastedText text, int from) {
    for (int at = from; at < text.length(); at++) {
      if (mayBegin(text, at) && marks.region(at, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBegin(PastedText text, int at) {
    byte b = text.at(at);
    if (b != ' ') {
      return FIRST.indexOf(b) >= 0;
    }
    if (at > 0 && text.at(at - 1) == ' ') {
      return false;
    }
    int end = text.behindBlanks(at);
    return end < text.length()
        && (text.at(end) == '|' || text.at(end) == '+' || text.at(end) == (byte) 0xE2);
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    Matcher marks = matcher(text);
    int at = 0;
    while (next(marks, text, at)) {
      undone.copy(text, at, marks.start());
      if (isBeforeClosing(text, marks.start())) {
        undone.copy(text, marks.start(), marks.start() + 1);
        at = marks.start() + 1;
        continue;
      }
      if (text.at(marks.start()) == '$' || marks.group().startsWith("\\text")) {
        undone.put('>', text.place(marks.start()));
      }
      at = marks.end();
      if (marks.group().equals("\\") && at < text.length()) {
        undone.copy(text, at, at + 1); // What stands behind it is no mark.
        at++;
      }
    }
    undone.copy(text, at, text.length());
    return undone.done();
  }

  /** Whether a backslash stands before marks at a line's end that the line begins with, too. */
  private static boolean isBeforeClosing(PastedText text, int at) {
    if (text.at(at) != '\\') {
      return false;
    }
    int from = at;
    while (from > 0 && text.at(from - 1) != '\n') {
      from--;
    }
    int end = text.wordsEnd(at, text.lineEnd(at));
    int length = end - at - 1;
    boolean marked = length > 0 && from + length <= at;
    for (int i = 0; i < length && marked; i++) {
      byte mark = text.at(at + 1 + i);
      marked = AT_ENDS.indexOf(mark) >= 0 && text.at(from + i) == mark;
    }
    return marked;
  }

  /**
   * Whether no mark is left that a tool sets: at the ends of lines, around links, and where some
   * characters were escaped, before others.
   */
  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    if (undone.has('\\') && count(undone, '\\') < count(pasted, '\\')) {
      return false;
    }
    for (int i = 0; i < AT_ENDS.length(); i++) {
      char mark = AT_ENDS.charAt(i);
      if (2 * ends(pasted, mark) >= lines(pasted) && ends(undone, mark) > 0) {
        return false;
      }
    }
    return !LINKED.matcher(new String(undone.bytes(), ISO_8859_1)).find();
  }

  private static int lines(PastedText text) {
    return count(text, '\n');
  }

  /** How many lines begin or end with a mark. */
  private static int ends(PastedText text, char mark) {
    int ends = 0;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      int words = text.lastWordEnd(at, end);
      ends += words > at && (text.at(at) == mark || text.at(words - 1) == mark) ? 1 : 0;
    }
    return ends;
  }

  private static int count(PastedText text, char mark) {
    int count = 0;
    for (byte b : text.bytes()) {
      count += b == mark ? 1 : 0;
    }
    return count;
  }

  @Override
  public String id() {
    return "markdown-text";
  }

  @Override
  public String says() {
    return "Markdown or the like";
  }

  @Override
  public String toString() {
    return "MarkdownText" + framed;
  }
}
