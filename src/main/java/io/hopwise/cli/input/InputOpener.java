package io.hopwise.cli.input;

import io.hopwise.cli.process.CommandFailure;
import io.hopwise.cli.process.RawArguments;
import io.hopwise.cli.process.Reasons;
import io.hopwise.cli.process.Session;
import io.hopwise.cli.process.Terminal;
import io.hopwise.input.FileKind;
import io.hopwise.input.GzipStream;
import io.hopwise.input.UnpackingLibrary;
import io.hopwise.input.Utf16Stream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens inputs: text or capture files, compressed or not, and pipes. */
public final class InputOpener {
  private static final String STDIN = "-";

  private final Session session;

  public InputOpener(Session session) {
    this.session = session;
  }

  /**
   * Opens a file, or standard input for {@code -}.
   *
   * @throws CommandFailure if it cannot be read; the message has the reason and what to do
   */
  public Input open(String file) {
    try {
      return file.equals(STDIN) ? openStdin() : openFile(file);
    } catch (IOException e) {
      throw CommandFailure.unreadable(
          "cannot read " + RawArguments.shown(file) + ": " + Reasons.of(e) + advice(file));
    }
  }

  private Input openStdin() throws IOException {
    if (session.terminal().stdin() == Terminal.StreamType.CLOSED) {
      throw CommandFailure.unreadable(
          "standard input is closed: name a file, or give the text on a pipe");
    }
    if (session.terminal().stdin() == Terminal.StreamType.FILE) {
      return sniff(new Raw("standard input", session.in(), Optional.empty(), Optional.empty()));
    }
    SilenceHint hint = new SilenceHint(session.messages(), session.terminal());
    LiveInput live = new LiveInput(session.in(), session.stop(), hint);
    return sniff(new Raw("standard input", live, Optional.of(live), Optional.empty()));
  }

  private Input openFile(String given) throws IOException {
    Path file = path(given);
    String name = RawArguments.shown(given);
    if (Files.isDirectory(file)) {
      throw CommandFailure.unreadable(name + " is a directory: name a file in it");
    }
    InputStream in = Files.newInputStream(file);
    if (Files.isRegularFile(file)) {
      return sniff(new Raw(name, in, Optional.empty(), Optional.of(file)));
    }
    LiveInput live = new LiveInput(in, session.stop(), millis -> {});
    return sniff(new Raw(name, live, Optional.of(live), Optional.empty()));
  }

  private static Path path(String name) {
    if (name.isEmpty()) {
      throw CommandFailure.unreadable("cannot read a file whose name is empty");
    }
    try {
      return RawArguments.path(name);
    } catch (InvalidPathException e) {
      throw CommandFailure.unreadable(
          "cannot read "
              + RawArguments.shown(name)
              + ": this cannot be a file name"
              + advice(name));
    }
  }

  /**
   * Advice for a file name with characters that the locale does not have, on systems that do not
   * tell the original bytes.
   */
  private static String advice(String name) {
    return name.indexOf('\ufffd') < 0
        ? ""
        : ". This locale has no characters for some bytes of the name: give the file on standard"
            + " input";
  }

  private Input sniff(Raw raw) throws IOException {
    PeekedStream in = PeekedStream.of(raw.stream);
    if (!in.kind().isPacked()) {
      return open(raw, in, in.kind(), raw.size());
    }
    PeekedStream unpacked = PeekedStream.of(unpacked(raw, in));
    Raw unpackedRaw = new Raw(raw.name, unpacked, raw.live, Optional.empty());
    if (unpacked.kind().isPacked()) {
      throw CommandFailure.unreadable(raw.name + " is compressed twice: decompress it first");
    }
    return open(unpackedRaw, unpacked, unpacked.kind(), OptionalLong.empty());
  }

  private static InputStream unpacked(Raw raw, PeekedStream in) throws IOException {
    Optional<UnpackingLibrary> library = UnpackingLibrary.of(in.kind());
    if (library.isEmpty()) {
      return new GzipStream(in);
    }
    return library
        .get()
        .unpack(in)
        .orElseThrow(() -> CommandFailure.unreadable(raw.name + " is " + library.get().advice()));
  }

  private Input open(Raw raw, InputStream in, FileKind kind, OptionalLong size) throws IOException {
    return switch (kind) {
      case PCAP, PCAPNG -> openCapture(raw, in, kind);
      case TEXT -> Input.text(raw.name, in, raw.live, size, false);
      case EMPTY -> Input.text(raw.name, in, raw.live, size, true);
      case UTF16 ->
          Input.text(raw.name, new Utf16Stream(in), raw.live, OptionalLong.empty(), false);
      case GZIP, XZ, ZSTD, BZIP2, BINARY ->
          throw CommandFailure.unreadable(
              raw.name + " is neither text that tcpdump printed nor a capture file (pcap, pcapng)");
    };
  }

  private Input openCapture(Raw raw, InputStream in, FileKind kind) throws IOException {
    Path program =
        TcpdumpProcess.find(session.terminal())
            .orElseThrow(() -> CommandFailure.unreadable(howToInstall(raw.name, kind)));
    TcpdumpProcess process = start(program, raw, in);
    session.stop().onStop(process::close);
    Optional<LiveInput> live =
        raw.live.map(l -> new LiveInput(process.output(), session.stop(), millis -> {}));
    InputStream text = live.isPresent() ? live.get() : process.output();
    return new Input(
        raw.name, new SourceStream(text), live, OptionalLong.empty(), false, Optional.of(process));
  }

  private TcpdumpProcess start(Path program, Raw raw, InputStream in) throws IOException {
    if (raw.file.isEmpty() || !hasNameForProcesses(raw.file.get())) {
      return TcpdumpProcess.onStream(program, in, raw.live.isPresent(), session);
    }
    in.close();
    return TcpdumpProcess.onFile(program, raw.file.get(), session);
  }

  /** Whether a file can be passed to a process: its name must be valid in the locale's encoding. */
  private static boolean hasNameForProcesses(Path file) {
    try {
      return file.toFile().toPath().equals(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  static String howToInstall(String name, FileKind kind) {
    return name
        + " is a "
        + kind
        + " file. Reading it needs tcpdump, which is not installed. Install it (Debian, Ubuntu:"
        + " apt install tcpdump; Fedora, RHEL: dnf install tcpdump; Alpine: apk add tcpdump), or"
        + " run, where it is installed, tcpdump -nn -v -r FILE and give its output to hopwise";
  }

  /** An input of unknown kind. */
  private record Raw(
      String name, InputStream stream, Optional<LiveInput> live, Optional<Path> file) {
    OptionalLong size() throws IOException {
      return file.isPresent() ? OptionalLong.of(Files.size(file.get())) : OptionalLong.empty();
    }
  }
}
