package io.hopwise.testing;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an assertion is about, so that its failure can show it.
 *
 * @param entries all that may be shown around it
 * @param entry the entry itself; null where it is about all of them
 */
record Where(List<? extends Entry> entries, @Nullable Entry entry) {
  static final Where NOWHERE = new Where(ImmutableList.of(), null);

  static Where lone(Entry entry) {
    return new Where(ImmutableList.of(entry), entry);
  }

  /** The lines, marked, behind an empty line; nothing where there is nothing to show. */
  String excerpt() {
    if (entry == null) {
      return "";
    }
    return "\n\n" + Excerpt.of(entries, Set.of(entry));
  }
}
