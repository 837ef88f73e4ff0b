package io.hopwise.paste;

import java.util.List;

/** Looks for one way to paste. */
public interface WayFinder {
  /** What may have been done to a text, the likeliest first; nothing where nothing shows it. */
  List<Way> find(PastedText sample);
}
