package io.hopwise.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Takes the place of the library's class of this name where no tcpdump can be run. */
final class PrintedCapture extends InputStream {
  private PrintedCapture() {}

  static PrintedCapture of(InputStream in) throws IOException {
    throw new IOException(
        "a browser cannot read capture files (pcap, pcapng): print it with "
            + "tcpdump -n -v -r FILE, and paste that");
  }

  static PrintedCapture of(Path file) throws IOException {
    throw new IOException("a browser cannot read files: " + file);
  }

  @Override
  public int read() {
    return -1;
  }
}
