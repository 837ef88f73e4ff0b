package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;

/** A way that cannot be undone: the text is kept as it stands, and only what is missing is said. */
abstract class Remark implements Way {
  @Override
  public final PastedText undo(PastedText text) {
    return text;
  }

  @Override
  public final boolean isRemark() {
    return true;
  }
}
