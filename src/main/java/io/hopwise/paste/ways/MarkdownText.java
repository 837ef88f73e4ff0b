package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks of Markdown, BBCode, Jira and LaTeX: escapes, emphasis, code. */
final class MarkdownText implements Way {
  private static final Pattern MARK =
      Pattern.compile(
          "(?m:[ \\t]+\\|(?=[ \\t]*\\r?$))|\\\\(?=[\\[\\]_*>#.`~|(){}+!-])|\\*\\*|__(?=\\w)|(?<=\\w)__|(?m:^`+|`+(?=\\r?$))"
              + "|(?i:\\[/?(?:code|quote|pre)\\]|\\[[biu]\\](?=[^\\[\\n]*\\[/)|\\[/[biu]\\])"
              + "|\\{(?:noformat|code)(?::[^}\\n]*)?\\}");

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
      at = marks.end();
    }
    undone.copy(text, at, text.length());
    return undone.done();
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
