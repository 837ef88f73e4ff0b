package io.hopwise.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the place of the library's class of this name in the browser, which unpacks a file before
 * it is read: what is still packed then was packed twice.
 */
public final class GzipStream extends FilterInputStream {
  /**
   * Refuses the stream.
   *
   * @throws IOException always
   */
  public GzipStream(InputStream in) throws IOException {
    super(in);
    throw new IOException("it is compressed twice: unpack it first");
  }
}
