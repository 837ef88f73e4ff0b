package io.hopwise.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.packet.Entry;
import io.hopwise.render.TcpdumpRenderer;
import io.hopwise.text.RecordText;
import io.hopwise.text.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines of a capture around some entries, with line numbers. */
final class Excerpt {
  private static final int AROUND = 1;
  private static final int MAX_LINES = 6;
  private static final int MAX_WIDTH = 240;

  private Excerpt() {}

  /** The lines of the marked entries, and of the entries just before and after each. */
  static String of(List<? extends Entry> entries, Set<? extends Entry> marked) {
    StringBuilder out = new StringBuilder();
    int lastShown = -1;
    for (int i = 0; i < entries.size(); i++) {
      if (!isNear(entries, marked, i)) {
        continue;
      }
      if (lastShown >= 0 && i > lastShown + 1) {
        out.append("      …\n");
      }
      append(out, entries.get(i), isMarked(marked, entries.get(i)));
      lastShown = i;
    }
    return out.toString();
  }

  private static boolean isNear(
      List<? extends Entry> entries, Set<? extends Entry> marked, int index) {
    int from = Math.max(0, index - AROUND);
    int to = Math.min(entries.size(), index + AROUND + 1);
    return entries.subList(from, to).stream().anyMatch(entry -> isMarked(marked, entry));
  }

  /** Compares by identity: two entries of a capture may be equal, but only one is meant. */
  private static boolean isMarked(Set<? extends Entry> marked, Entry entry) {
    return marked.stream().anyMatch(other -> other == entry);
  }

  /** The lines of a single record, marked. */
  static String marked(RecordText text) {
    StringBuilder out = new StringBuilder();
    append(out, text, true);
    return out.toString();
  }

  private static void append(StringBuilder out, Entry entry, boolean marked) {
    if (entry.text().length() > 0) {
      append(out, entry.text(), marked);
      return;
    }
    byte[] made = TcpdumpRenderer.create().render(entry).getBytes(UTF_8);
    append(out, RecordText.wrap(0, 0, made), marked);
  }

  private static void append(StringBuilder out, RecordText text, boolean marked) {
    List<String> lines = text.toString().lines().toList();
    for (int i = 0; i < Math.min(lines.size(), MAX_LINES); i++) {
      out.append(marked ? "> " : "  ");
      if (text.firstLine() > 0) {
        out.append(String.format(Locale.ROOT, "%4d  ", text.firstLine() + i));
      }
      out.append(printable(lines.get(i))).append('\n');
    }
    if (lines.size() > MAX_LINES) {
      out.append("      … ").append(lines.size() - MAX_LINES).append(" more lines\n");
    }
  }

  /** Text from the wire must not control the terminal. */
  private static String printable(String line) {
    StringBuilder safe = new StringBuilder();
    line.codePoints()
        .limit(MAX_WIDTH)
        .forEach(
            c -> {
              if (c == '\t') {
                safe.append("        ");
              } else {
                safe.appendCodePoint(SafeText.isUnsafe(c) ? '.' : c);
              }
            });
    return line.length() > MAX_WIDTH ? safe + "…" : safe.toString();
  }
}
