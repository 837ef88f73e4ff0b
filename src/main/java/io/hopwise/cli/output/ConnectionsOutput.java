package io.hopwise.cli.output;

import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.tracking.ConnectionLog;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of connections, as it is written: each as soon as it is over, or all in the end. */
public final class ConnectionsOutput {
  private final ConnectionFilter filter;
  private final @Nullable Writer<ConnectionSummary> each;
  private final Writer<ConnectionTable> rest;
  private Optional<IOException> failure = Optional.empty();

  /** Writes something. */
  @FunctionalInterface
  public interface Writer<T> {
    /** Writes it. */
    void write(T what) throws IOException;
  }

  private ConnectionsOutput(
      ConnectionFilter filter,
      @Nullable Writer<ConnectionSummary> each,
      Writer<ConnectionTable> rest) {
    this.filter = filter;
    this.each = each;
    this.rest = rest;
  }

  /** All in the end. */
  public static ConnectionsOutput atOnce(ConnectionFilter filter, Writer<ConnectionTable> all) {
    return new ConnectionsOutput(filter, null, all);
  }

  /** Each as soon as it is over, and the others in the end. */
  public static ConnectionsOutput oneByOne(
      ConnectionFilter filter, Writer<ConnectionSummary> each, Writer<ConnectionTable> rest) {
    return new ConnectionsOutput(filter, each, rest);
  }

  /** Begins to listen. */
  public void listenTo(ConnectionLog log) {
    log.ask(filter);
    Writer<ConnectionSummary> writer = each;
    if (writer != null) {
      log.onEnd(connection -> write(writer, connection));
    }
  }

  private void write(Writer<ConnectionSummary> writer, ConnectionSummary connection) {
    if (!filter.matches(connection) || failure.isPresent()) {
      return;
    }
    try {
      writer.write(connection);
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  /** Throws what writing failed with since. */
  public void check() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** Writes what is left. */
  public void end(ConnectionTable table) throws IOException {
    check();
    rest.write(table.only(filter));
  }
}
