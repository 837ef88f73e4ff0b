package io.hopwise;

import io.hopwise.packet.Entry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader's entries come from if it does not read them itself. Whoever does not ask for
 * threads is compiled without them, for browsers, too.
 */
interface EntrySource {
  /** The next entry, or null at the end. */
  @Nullable Entry next() throws IOException;

  /** Stops reading. */
  void close();
}
