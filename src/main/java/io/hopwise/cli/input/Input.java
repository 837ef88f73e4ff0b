package io.hopwise.cli.input;

import io.hopwise.cli.process.Reasons;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An input, opened: text as tcpdump prints it.
 *
 * @param name what to call it when talking to a person
 * @param stream the text
 * @param live the input that comes as it happens, where it does
 * @param size how many bytes the text has, where known
 * @param empty whether there is nothing in it at all
 * @param tcpdump the process that prints it, where it is a capture file
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

  /** After the end: why not everything was read, in a sentence; empty where everything was. */
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
              "%s became shorter while it was read: %,d bytes of %,d were left",
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
        : Optional.of("tcpdump stopped with exit code " + exit + "; what it printed was read");
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
