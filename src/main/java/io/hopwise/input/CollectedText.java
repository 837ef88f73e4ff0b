package io.hopwise.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/** Collects what a process writes to one of its output streams, in a daemon thread. */
public final class CollectedText extends Thread {
  private final InputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Prepares to collect; {@link #start} begins. */
  public CollectedText(String name, InputStream in) {
    super(name);
    this.in = in;
    setDaemon(true);
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        add(buffer, n);
      }
    } catch (IOException e) {
      // The process and its pipe are gone: there is no more output.
    }
  }

  private synchronized void add(byte[] buffer, int n) {
    bytes.write(buffer, 0, n);
  }

  /** What has come so far. */
  public synchronized byte[] bytes() {
    return bytes.toByteArray();
  }

  /** All lines as one, for a message. */
  public String sentence() {
    return String.join("; ", lines());
  }

  /** The lines that have come so far. */
  public synchronized List<String> lines() {
    return bytes.toString(UTF_8).lines().toList();
  }

  /**
   * Waits for the end of the output.
   *
   * @throws IOException if the output does not end in time
   */
  public void finish(Duration patience) throws IOException {
    try {
      join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading from " + getName(), e);
    }
    if (isAlive()) {
      throw new IOException(
          getName() + " did not end within " + patience.toSeconds() + " s of its process");
    }
  }
}
