package io.hopwise.input;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out what an input is, and gives the text of it: text as it is, a capture file printed by
 * the installed tcpdump, either packed with gzip, or with xz, Zstandard or bzip2 where a library
 * for it is there. Text in UTF-16 is left to {@link DecodedText}.
 */
public final class CaptureInput {
  private CaptureInput() {}

  /**
   * The text of a file.
   *
   * @throws IOException if it cannot be read, with what to do about it
   */
  public static InputStream open(Path file) throws IOException {
    PushbackInputStream in = peekable(Files.newInputStream(file));
    try {
      if (kind(in).isCapture() && Files.isRegularFile(file)) {
        in.close();
        return PrintedCapture.of(file);
      }
      return text(in, true);
    } catch (IOException e) {
      in.close();
      throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The text of a stream, which is closed with it.
   *
   * @throws IOException if it cannot be read, with what to do about it
   */
  public static InputStream open(InputStream in) throws IOException {
    return text(peekable(in), true);
  }

  /** Whether a text opened here is what tcpdump prints of a capture file. */
  public static boolean isPrinted(InputStream text) {
    return text instanceof PrintedCapture;
  }

  private static InputStream text(PushbackInputStream in, boolean mayBePacked) throws IOException {
    FileKind kind = kind(in);
    return switch (kind) {
      case TEXT, EMPTY, UTF16 -> in; // who reads the text decodes it
      case PCAP, PCAPNG -> PrintedCapture.of(in);
      case GZIP, XZ, ZSTD, BZIP2 -> {
        if (!mayBePacked) {
          throw new IOException("it is compressed twice: unpack it first");
        }
        yield text(peekable(unpacked(in, kind)), false);
      }
      case BINARY ->
          throw new IOException(
              "it is neither text nor a capture file (pcap, pcapng): unpack it first if it is an"
                  + " archive, or give the text that tcpdump -n -v prints");
    };
  }

  private static InputStream unpacked(InputStream in, FileKind kind) throws IOException {
    Optional<UnpackingLibrary> library = UnpackingLibrary.of(kind);
    if (library.isEmpty()) {
      return new GzipStream(in);
    }
    return library
        .get()
        .unpack(in)
        .orElseThrow(() -> new IOException("it is " + library.get().advice()));
  }

  private static PushbackInputStream peekable(InputStream in) {
    return new PushbackInputStream(in, FileKind.HEAD);
  }

  /** Looks at the first bytes, as many as tell, and puts them back. */
  private static FileKind kind(PushbackInputStream in) throws IOException {
    byte[] head = new byte[FileKind.HEAD];
    int length = ByteStreams.read(in, head, 0, FileKind.FEWEST);
    if (length == FileKind.FEWEST && in.available() > 0) {
      // Only what is there already: a pipe may be silent for long.
      int more = in.read(head, length, Math.min(in.available(), head.length - length));
      length += Math.max(0, more);
    }
    in.unread(head, 0, length);
    return FileKind.of(head, length);
  }
}
