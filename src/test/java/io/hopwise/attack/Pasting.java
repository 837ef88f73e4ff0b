package io.hopwise.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.html.HtmlEscapers;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What tools make of the text that is pasted into them: as they ought to, and as careless ones do,
 * which leave some characters as they are that mean something to them.
 */
enum Pasting {
  NONE(text -> text),
  HTML(Pasting::html),
  HTML_TWICE(text -> html(html(text))),
  HTML_NUMBERS(text -> each(text, "[^a-zA-Z0-9 \\n\\t]", "&#%d;")),
  HTML_LINES(text -> lines(html(text).replace(" ", "&nbsp;"), "", "<br>")),
  HTML_PARAGRAPHS(text -> lines(html(text).replace("  ", "&nbsp;&nbsp;"), "<p>", "</p>")),
  HTML_EMPTY_LINES(
      text -> lines(html(text), "<div>", "</div>").replace("<div></div>", "<div>&nbsp;</div>")),
  HTML_SPANS(text -> lines(html(text), "<span class=\"line\">", "</span>")),
  HTML_TABS(text -> lines(html(text).replace("\t", "&nbsp;&nbsp;&nbsp;&nbsp;"), "", "<br>")),
  HTML_COLOURED(text -> html(text).replaceAll("([A-Za-z]+)", "<b>$1</b>")),
  /* Tags and entities of a packet are shown as what they stand for. */
  HTML_NOTHING_ESCAPED(text -> lines(text, "<span>", "</span>")),
  HTML_TAGS_ESCAPED(text -> text.replace("<", "&lt;").replace(">", "&gt;")),
  HTML_OPENING_ESCAPED(text -> text.replace("<", "&lt;")),
  HTML_CLOSING_ESCAPED(text -> text.replace(">", "&gt;")),
  HTML_NAMES(text -> html(text).replace("{", "&lbrace;").replace("!", "&excl;")),
  HTML_STRIPPED(text -> html(text.replaceAll("<[^<>\\n]*>", ""))),
  MAIL(Pasting::mail),
  MAIL_SIGN_LEFT(text -> mail(text.replace("=", "\1")).replace("=01", "=")),
  PERCENT(text -> each(text, "[^a-zA-Z0-9.:,()-]", "%%%02X") + "\n"),
  PERCENT_SIGN_LEFT(text -> each(text, "[^a-zA-Z0-9.:,()%-]", "%%%02X") + "\n"),
  JSON_LOG(
      text ->
          lines(
              json(text),
              "{\"log\":\"",
              "\\\\n\",\"stream\":\"stdout\",\"time\":\"2023-11-14T22:13:20.1Z\"}")),
  JSON_MESSAGES(
      text ->
          lines(
              json(text),
              "{\"@timestamp\":\"2023-11-14T22:13:20.1Z\",\"message\":\"",
              "\",\"agent\":{\"type\":\"filebeat\"}}")),
  JSON_STRANGE_NAMES(
      text -> lines(json(text), "{\"at\":\"2023-11-14T22:13:20.1Z\",\"words\":\"", "\"}")),
  JSON_STRING(text -> "\"" + json(text).replace("\n", "\\n") + "\"\n"),
  JSON_OUTPUT(text -> "{\"stdout\": \"" + json(text).replace("\n", "\\n") + "\", \"rc\": 0}\n"),
  JSON_LIST(text -> "[\n" + lines(json(text), "  \"", "\",") + "]\n"),
  JSON_ROW(text -> "[\"" + json(text).replace("\n", "\", \"") + "\"]\n"),
  JSON_LISTS_AGAIN(
      text ->
          "{\n  \"stdout\": \""
              + json(text).replace("\n", "\\n")
              + "\",\n  \"stdout_lines\": [\n"
              + lines(json(text), "    \"", "\",")
              + "  ]\n}\n"),
  JSON_SLASHES_LEFT(
      text ->
          lines(
              text.replace("\"", "\\\"").replace("\t", "\\t"),
              "{\"log\":\"",
              "\\\\n\",\"stream\":\"stdout\"}")),
  JSON_QUOTES_LEFT(
      text ->
          lines(
              text.replace("\\", "\\\\").replace("\t", "\\t"),
              "{\"log\":\"",
              "\\\\n\",\"stream\":\"stdout\"}")),
  JSON_STRING_SLASHES_LEFT(
      text -> "\"" + text.replace("\"", "\\\"").replace("\t", "\\t").replace("\n", "\\n") + "\"\n"),
  JSON_OCTAL(
      text ->
          lines(
              text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\011"),
              "{\"log\":\"",
              "\\\\n\",\"stream\":\"stdout\"}")),
  JSON_NUMBERED_TABS(
      text ->
          lines(
              text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "#011"),
              "{\"log\":\"",
              "\\\\n\",\"stream\":\"stdout\"}")),
  LOGFMT(text -> lines(json(text), "time=\"2023-11-14T22:13:20Z\" level=info msg=\"", "\"")),
  LOGFMT_WORDS(
      text -> lines(json(text), "level=info msg=\"", "\"").replaceAll("msg=\"(\\S+)\"", "msg=$1")),
  YAML(text -> lines(text.replace("'", "''"), "- '", "'")),
  YAML_QUOTES_LEFT(text -> lines(text, "- '", "'")),
  PYTHON(
      text ->
          "b'"
              + text.replace("\\", "\\\\")
                  .replace("'", "\\'")
                  .replace("\t", "\\t")
                  .replace("\n", "\\n")
              + "'\n"),
  PYTHON_LINES(
      text ->
          lines(
              text.replace("\\", "\\\\").replace("'", "\\'").replace("\t", "\\t"), "b'", "\\\\n'")),
  CSV(text -> lines(text.replace("\"", "\"\""), "\"", "\"")),
  MARKDOWN(text -> text.replaceAll("([\\\\`*_{}\\[\\]<>#+!|~-])", "\\\\$1")),
  MARKDOWN_SLASH_LEFT(text -> text.replaceAll("([`*_{}\\[\\]<>#+!|~-])", "\\\\$1")),
  MARKDOWN_SOME(text -> text.replaceAll("([\\[\\]_*>#.-])", "\\\\$1")),
  MARKDOWN_ALL(text -> text.replaceAll("([!-/:-@\\[-`{-~])", "\\\\$1")),
  CODE(text -> lines(text, "`", "`")),
  BOLD(text -> lines(text, "**", "**")),
  ITALIC(text -> lines(text, "_", "_")),
  STRUCK(text -> lines(text, "~~", "~~")),
  TABLE(text -> lines(text, "| ", " |")),
  TABLE_ESCAPED(text -> lines(text.replace("|", "\\|"), "| ", " |")),
  LINKED(
      text ->
          lines(
              text.replaceAll("(https?://[^\\s<>]+)", "<$1>")
                  .replaceAll("(\\w+@[\\w.]+)", "<mailto:$1|$1>"),
              "`",
              "`")),
  LINKED_TWICE(text -> lines(text.replaceAll("(https?://[^\\s<>]+)", "[$1]($1)"), "**", "**")),
  COLOURS(text -> lines(text, "\u001b[32m", "\u001b[0m")),
  COLOURED_WORDS(text -> text.replaceAll("([0-9]+)", "\u001b[1;33m$1\u001b[0m")),
  COLOURS_WRITTEN(text -> lines(text, "^[[32m", "^[[0m")),
  COLOURS_BARE(text -> lines(text, "[32m", "[0m")),
  COLOURS_CUT(text -> lines(text, "[38:5:12m", "[0m")),
  BLANKS_NO_BREAK(text -> text.replace(' ', '\u00a0')),
  BLANKS_AND_EMPTY(
      text -> lines(text.replace(' ', '\u00a0'), "", "").replaceAll("(?m)^$", "\u00a0")),
  ARROWS(text -> text.replace('>', '\u2192')),
  ARROWS_SHORT(text -> text.replace("->", "\u2192").replace(" > ", " \u2192 ")),
  DASHES(text -> text.replace('-', '\u2013')),
  DASHES_LONG(text -> text.replace("--", "\u2014").replace('-', '\u2010')),
  DOTS(text -> text.replace("...", "\u2026")),
  DOTS_TWO(text -> text.replace("..", "\u2026").replace(" > ", " \u203a ")),
  COLONS(text -> text.replace(":", "\uff1a")),
  COMMAS(text -> text.replace(", ", "\uff0c")),
  QUOTES(text -> text.replace('\'', '\u2019').replace('"', '\u201d').replace(' ', '\u00a0')),
  LIGATURES(text -> text.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace(' ', '\u00a0')),
  INVISIBLE(text -> lines(text, "\u200b", "")),
  BLANK_AT_ENDS(text -> lines(text, "", " ")),
  TWO_AT_ENDS(text -> lines(text, "", "  ")),
  PADDED(text -> padded(text, 120)),
  SCREEN(text -> padded(text.replace("\t", "        "), 160)),
  EMPTY_BEHIND(text -> text.replace("\n", "\n\n")),
  EMPTY_TWICE(text -> text.replace("\n", "\n\n\n")),
  EMPTY_THRICE(text -> text.replace("\n", "\n\n\n\n")),
  ENDS_SHOWN(text -> lines(text.replace("\t", "^I"), "", "\\$")),
  ENDS_SHOWN_ALONE(text -> lines(text, "", "\\$")),
  RETURNS_SHOWN(text -> lines(text.replace("\r", "^M"), "", "^M")),
  RETURNS_AND_ENDS(text -> lines(text.replace("\t", "^I").replace("\r", "^M"), "", "^M\\$")),
  PILCROWS(text -> lines(text, "", "\u00b6")),
  QUOTED_HTML(text -> lines(html(text), "> ", "")),
  QUOTED_COLOURS(text -> lines(lines(text, "\u001b[32m", "\u001b[0m"), "> ", "")),
  QUOTED_MAIL(text -> mail(lines(text, "> ", ""))),
  NUMBERED_HTML(text -> html(lines(text, "cap.txt: ", "")));

  @SuppressWarnings("ImmutableEnumChecker") // None of them holds a state.
  private final UnaryOperator<String> way;

  Pasting(UnaryOperator<String> way) {
    this.way = way;
  }

  /** What becomes of a text. */
  byte[] of(byte[] text) {
    return way.apply(new String(text, ISO_8859_1)).getBytes(UTF_8);
  }

  private static String html(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\t", "\\t")
        .replace("\r", "\\r");
  }

  private static String lines(String text, String before, String after) {
    return text.replaceAll("(?m)^(.*)\n", before + "$1" + after + "\n");
  }

  private static String padded(String text, int width) {
    StringBuilder padded = new StringBuilder();
    for (String line :
        Splitter.on('\n')
            .split(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text)) {
      padded.append(Strings.padEnd(line, width, ' ')).append('\n');
    }
    return padded.toString();
  }

  private static String each(String text, String pattern, String format) {
    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      changed.append(String.valueOf(c).matches(pattern) ? String.format(format, (int) c) : c);
    }
    return changed.toString();
  }

  /** Quoted-printable, with lines of 76 characters. */
  private static String mail(String text) {
    StringBuilder mail = new StringBuilder();
    for (String line :
        Splitter.on('\n')
            .split(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text)) {
      int width = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        boolean last = i == line.length() - 1;
        boolean coded = c == '=' || (c < ' ' && c != '\t') || (last && (c == ' ' || c == '\t'));
        String written = coded ? String.format(Locale.ROOT, "=%02X", (int) c) : String.valueOf(c);
        if (width + written.length() > (last ? 76 : 75)) {
          mail.append("=\n");
          width = 0;
        }
        mail.append(written);
        width += written.length();
      }
      mail.append('\n');
    }
    return mail.toString();
  }
}
