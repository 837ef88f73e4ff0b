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
      "(?m:[ \\t]+(?:[|+]|\u00e2\u0094[\u0082\u0083]|\u00e2\u0095\u0091)(?=[ \\t]*\\r?$))";

  private static final String ESCAPES = "(?m:\\\\(?=[\\[\\]_*>#.`~|(){}+!&%$-]|\\r?$))";

  /**
   * A star behind a slash is none of it: HTTP accepts any kind of content, as two stars with one.
   */
  private static final String EMPHASIS =
      "\\*\\*|~~|__(?=\\w)|(?<=\\w)__|`(?=[^\\s`]+`)|(?<=[^\\s`])`"
          + "|(?m:^_(?=[^\\n"
          + "]*_\\r?$)|(?<=.)_(?=\\r?$)|^`+|`+(?=\\r"
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
      "\\[(?=[^\\[\\]\\s]+\\]\\(https?://)|\\]\\(https?://[^)\\s]*\\)"
          + "|<https?://[^\\s<>|]*(?:\\||>)";

  private static final String TAGS =
      "(?i:\\[/?(?:code|quote|pre|font|color|size|tt|mono|spoiler|noparse)(?:=[^\\]\\n"
          + "]*)?\\]|\\[/?[biu]\\])|\\{(?:noformat|code|quote|color)(?::[^}\\n"
          + "]*)?\\}|\\$>\\$|\\\\textgreater(?:\\{\\}| )";

  private static final Pattern MARK =
      Pattern.compile(LINKS + "|" + ENDS + "|" + ESCAPES + "|" + EMPHASIS + "|" + TAGS);

  static List<Way> find(PastedText sample) {
    return MARK.matcher(string(sample)).find() ? List.of(new MarkdownText()) : List.of();
  }

  private static String string(PastedText text) {
    return new String(text.bytes(), ISO_8859_1);
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    Matcher marks = MARK.matcher(string(text));
    int at = 0;
    while (marks.find()) {
      undone.copy(text, at, marks.start());
      if (text.at(marks.start()) == '$' || marks.group().startsWith("\\text")) {
        undone.put('>', text.place(marks.start()));
      }
      at = marks.end();
    }
    undone.copy(text, at, text.length());
    return undone.done();
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
    return "MarkdownText";
  }
}
