package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;
import java.util.Locale;

/** The source of a web page: entities and tags. An entity is never longer once it is undone. */
final class HtmlText implements Way {
  private static final int LONGEST_TAG = 512;
  private static final int LONGEST_ENTITY = 10;
  private static final int MOST_TIMES = 4;
  private static final byte[] CDATA = "<![CDATA[".getBytes(ISO_8859_1);

  private static final ImmutableMap<String, Integer> ENTITIES =
      ImmutableMap.<String, Integer>builder()
          .put("gt", (int) '>')
          .put("lt", (int) '<')
          .put("amp", (int) '&')
          .put("quot", (int) '"')
          .put("apos", (int) '\'')
          .put("nbsp", (int) ' ')
          .put("ensp", (int) ' ')
          .put("emsp", (int) ' ')
          .build();

  /** Tags between words of a line. */
  private static final ImmutableSet<String> INLINE =
      ImmutableSet.of(
          "span",
          "b",
          "i",
          "u",
          "em",
          "strong",
          "tt",
          "code",
          "font",
          "a",
          "mark",
          "kbd",
          "samp",
          "html",
          "body",
          "table",
          "tbody",
          "ul",
          "ol",
          "pre",
          "blockquote",
          "big",
          "nowiki",
          "noinclude",
          "section",
          "article",
          "head",
          "title",
          "thead",
          "s",
          "sup",
          "sub",
          "small",
          "o:p",
          "output",
          "stdout",
          "text",
          "line",
          "log",
          "message");

  /** Tags that end a line. */
  private static final ImmutableSet<String> LINES = ImmutableSet.of("br", "p", "div", "li", "tr");

  /** Tags that stand between columns. */
  private static final ImmutableSet<String> CELLS = ImmutableSet.of("td", "th");

  /** How often it was escaped. */
  private final int times;

  private HtmlText(int times) {
    this.times = times;
  }

  static List<Way> find(PastedText sample) {
    boolean marked = false;
    int times = MOST_TIMES;
    for (int at = 0; at < sample.length(); at++) {
      boolean entity = sample.at(at) == '&' && entityEnd(sample, at) > at;
      if (entity) {
        times = Math.min(times, timesEscaped(sample, at));
      }
      marked |= entity || (sample.at(at) == '<' && tagEnd(sample, at) > at);
    }
    return marked ? List.of(new HtmlText(times)) : List.of();
  }

  /** How often an entity was escaped; the most there is for an ampersand, which does not tell. */
  private static int timesEscaped(PastedText text, int from) {
    int end = entityEnd(text, from);
    int times = 1;
    while (code(name(text, from, end)) == '&') {
      int next = entityNameEnd(text, end);
      if (next <= end) {
        return MOST_TIMES;
      }
      times++;
      from = end - 1;
      end = next;
    }
    return times;
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int at = 0;
    while (at < text.length()) {
      int entity = text.at(at) == '&' ? entityEnd(text, at) : at;
      int tag = text.at(at) == '<' ? tagEnd(text, at) : at;
      if (entity > at) {
        at = putEntity(text, at, undone);
      } else if (tag > at) {
        putTag(text, at, tag, undone);
        at = tag;
      } else {
        undone.copy(text, at, at + 1);
        at++;
      }
    }
    return undone.done();
  }

  /** Puts what an entity stands for; where it ends. */
  private int putEntity(PastedText text, int from, PastedText.Maker undone) {
    int code = '&';
    int behind = from + 1;
    for (int i = 0; i < times && code == '&'; i++) {
      int next = entityNameEnd(text, behind);
      if (next <= behind) {
        break;
      }
      code = code(text.words(behind, next - 1));
      behind = next;
    }
    undone.put(code, text.place(from));
    return behind;
  }

  private static void putTag(PastedText text, int from, int end, PastedText.Maker undone) {
    String name = tagName(text, from);
    boolean closes = text.at(from + 1) == '/' || name.equals("br");
    boolean atEnd = end == text.length() || text.at(end) == '\n' || text.at(end) == '\r';
    if (CELLS.contains(name) && closes) {
      undone.put(' ', text.place(from));
    } else if (LINES.contains(name) && closes && !atEnd && undone.last() != '\n') {
      undone.put('\n', text.place(from));
    }
  }

  private static int entityEnd(PastedText text, int from) {
    return entityNameEnd(text, from + 1);
  }

  /** The end of an entity whose name begins at an index; the index before if it is none. */
  private static int entityNameEnd(PastedText text, int from) {
    int at = from;
    while (at < text.length() && at < from + LONGEST_ENTITY && text.at(at) != ';') {
      at++;
    }
    boolean known =
        at < text.length()
            && text.at(at) == ';'
            && code(new String(text.bytes(), from, at - from, ISO_8859_1)) > 0;
    return known ? at + 1 : from - 1;
  }

  private static String name(PastedText text, int from, int end) {
    return new String(text.bytes(), from + 1, end - from - 2, ISO_8859_1);
  }

  private static int code(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return code == 0xA0 ? ' ' : code < 0x7f && code >= ' ' ? code : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String tagName(PastedText text, int from) {
    int first = from + 1 < text.length() && text.at(from + 1) == '/' ? from + 2 : from + 1;
    int at = first;
    while (at < text.length()
        && (Character.isLetter(text.at(at)) || (at > first && text.at(at) == ':'))) {
      at++;
    }
    return new String(text.bytes(), first, at - first, ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /** The end of a tag that begins at an index; the index if none does. */
  private static int tagEnd(PastedText text, int from) {
    if (text.startsWith(CDATA, from)) {
      return from + CDATA.length;
    }
    String name = tagName(text, from);
    if (!INLINE.contains(name) && !LINES.contains(name) && !CELLS.contains(name)) {
      return from;
    }
    for (int at = from + 1; at < Math.min(text.length(), from + LONGEST_TAG); at++) {
      if (text.at(at) == '>') {
        return at + 1;
      }
      if (text.at(at) == '\n' || text.at(at) == '<') {
        break;
      }
    }
    return from;
  }

  /** Whether no entity and no tag is left that is not known, and no empty line was filled. */
  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    for (int at = 0; at + 1 < pasted.length(); at++) {
      byte next = pasted.at(at + 1);
      boolean word = Character.isLetter(next) || next == '#' || next == '!' || next == '/';
      if (pasted.at(at) == '&' && word && entityEnd(pasted, at) <= at && isEntity(pasted, at)) {
        return false;
      }
      if (pasted.at(at) == '<' && word && tagEnd(pasted, at) <= at) {
        return false;
      }
    }
    return !undone.hasFilledLine(pasted);
  }

  /** Whether it may be an entity, though not one that is known. */
  private static boolean isEntity(PastedText text, int from) {
    int at = from + 1;
    while (at < text.length() && (Character.isLetterOrDigit(text.at(at)) || text.at(at) == '#')) {
      at++;
    }
    return at < text.length() && text.at(at) == ';';
  }

  @Override
  public String id() {
    return "html-text";
  }

  @Override
  public String says() {
    return "HTML";
  }

  @Override
  public String toString() {
    return "HtmlText" + times;
  }
}
