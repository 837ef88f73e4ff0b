package io.hopwise.testing.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Collects what tcpdump writes to one of its output streams. */
final class TcpdumpOutput extends Thread {
  private final InputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long lastArrival = System.nanoTime();

  TcpdumpOutput(String name, InputStream in) {
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
    lastArrival = System.nanoTime();
  }

  synchronized boolean contains(String text) {
    return bytes.toString(UTF_8).contains(text);
  }

  /** The time since the last output, in nanoseconds. */
  synchronized long silence() {
    return System.nanoTime() - lastArrival;
  }

  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }

  /** All lines as one, for a message. */
  synchronized String sentence() {
    return String.join("; ", bytes.toString(UTF_8).lines().toList());
  }

  /**
   * Waits for the end of the output.
   *
   * @throws TcpdumpException if the output does not end in time
   */
  void finish(Duration patience) throws TcpdumpException {
    try {
      join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TcpdumpException("interrupted while reading from tcpdump");
    }
    if (isAlive()) {
      throw new TcpdumpException(
          getName() + " did not end within " + patience.toSeconds() + " s of its process");
    }
  }
}
