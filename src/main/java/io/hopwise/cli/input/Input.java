package io.hopwise.cli.input;

import io.hopwise.cli.process.Reasons;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An open input: text as tcpdump prints it.
 *
 * @param name the name to show to people
 * @param stream the text
 * @param live the same input as a live input, if it is one
 * @param size the size of the text in bytes, if known
 * @param empty whether it has no bytes at all
 * @param tcpdump the process that prints it, if it is a capture file
 */
public record Input(
    String name,
    SourceStream stream,
    Optional<LiveInput> live,
    OptionalLong size,
    boolean empty,
    Optional<TcpdumpProcess> tcpdump)
    implements Closeable {

  public static Input text(
      String name, InputStream text, Optional<LiveInput> live, OptionalLong size, boolean empty) {
    return new Input(name, new SourceStream(text), live, size, empty, Optional.empty());
  }

  /** After the end: why not everything was read, as a sentence; empty if everything was. */
  public Optional<String> failure() {
    if (empty) {
      return Optional.of(name + " is empty: there is nothing to read");
    }
    if (tcpdump.isPresent() && tcpdump.get().isClosed()) {
      return Optional.empty();
    }
    if (stream.failure().isPresent()) {
      return failed(stream.failure().get());
    }
    if (stream.hasEnded() && stream.count() < size.orElse(0)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s was truncated while it was read: only %,d of %,d bytes were left",
              name,
              stream.count(),
              size.getAsLong()));
    }
    return tcpdump.flatMap(this::failure);
  }

  private Optional<String> failure(TcpdumpProcess process) {
    int exit = process.awaitEnd();
    Optional<IOException> fed = process.failure();
    if (fed.isPresent()) {
      return failed(fed.get());
    }
    return exit == 0 || process.isInterrupted()
        ? Optional.empty()
        : Optional.of("tcpdump exited with code " + exit + "; its output up to there was read");
  }

  private Optional<String> failed(IOException failure) {
    return Optional.of("reading " + name + " failed: " + Reasons.of(failure));
  }

  @Override
  public void close() throws IOException {
    if (tcpdump.isPresent()) {
      tcpdump.get().close();
    }
    stream.close();
  }
}
