package io.hopwise.report.csv;

import com.google.common.collect.ImmutableList;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Side;
import io.hopwise.connections.ConnectionTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes what became of connections as CSV, under one line of names: those of the JSON keys. Times
 * are in nanoseconds. Not for use by several threads at once.
 *
 * @since 0.1
 */
public final class ConnectionsCsv {
  private static final int BUFFER = 1 << 14;

  private static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "protocol",
          "client",
          "clientPort",
          "clientService",
          "server",
          "serverPort",
          "serverService",
          "capture",
          "record",
          "line",
          "start",
          "durationNanos",
          "tries",
          "handshakeNanos",
          "outcome",
          "outcomeBy",
          "outcomeByHost",
          "outcomeByRouters",
          "reason",
          "end",
          "endBy",
          "endByHost",
          "endByRouters",
          "clientPackets",
          "serverPackets",
          "clientBytes",
          "serverBytes",
          "clientRetransmissions",
          "serverRetransmissions",
          "clientRouters",
          "serverRouters",
          "forgotten");

  private final OutputStream out;
  private final CsvLine line = new CsvLine(BUFFER);

  /** Writes to {@code out}, in UTF-8, through a buffer; the names are in it at once. */
  public ConnectionsCsv(OutputStream out) {
    this.out = out;
    NAMES.forEach(
        name -> {
          line.cell();
          line.word(name);
        });
    line.end();
  }

  /**
   * Writes a row.
   *
   * @throws IOException if the stream beneath fails
   */
  public void write(ConnectionSummary connection) throws IOException {
    text(connection.protocol().word());
    end(connection.client());
    end(connection.server());
    number(connection.capture());
    number(connection.record());
    number(connection.line());
    line.cell();
    connection.start().ifPresent(line::time);
    line.cell();
    line.printed(connection.nanos());
    number(connection.tries());
    line.cell();
    line.printed(connection.handshakeNanos());
    text(connection.outcome().word());
    actor(connection.outcomeBy());
    line.cell();
    connection.outcomeBy().map(Actor::reason).ifPresent(this::put);
    line.cell();
    connection.end().ifPresent(end -> line.text(end.word()));
    actor(connection.endBy());
    number(connection.client().packets());
    number(connection.server().packets());
    number(connection.client().bytes());
    number(connection.server().bytes());
    number(connection.client().retransmissions());
    number(connection.server().retransmissions());
    line.cell();
    line.printed(connection.client().routers());
    line.cell();
    line.printed(connection.server().routers());
    line.cell();
    line.word(Boolean.toString(connection.forgotten()));
    line.end();
    if (line.size() > BUFFER / 2) {
      line.drainTo(out);
    }
  }

  /**
   * Writes a row for each connection, and makes all visible.
   *
   * @throws IOException if the stream beneath fails
   */
  public void rows(ConnectionTable table) throws IOException {
    for (ConnectionSummary connection : table.connections()) {
      write(connection);
    }
    flush();
  }

  private void end(Side side) {
    text(side.host());
    line.cell();
    side.port().ifPresent(port -> line.printed(port.number()));
    line.cell();
    side.port().ifPresent(port -> line.printed(port.service()));
  }

  private void actor(Optional<Actor> actor) {
    line.cell();
    actor.ifPresent(who -> line.text(who.role().word()));
    line.cell();
    actor.ifPresent(who -> line.text(who.host()));
    line.cell();
    actor.ifPresent(who -> line.printed(who.routers()));
  }

  private void text(String text) {
    line.cell();
    put(text);
  }

  private void put(String text) {
    if (!text.isEmpty()) {
      line.text(text);
    }
  }

  private void number(long number) {
    line.cell();
    line.number(number);
  }

  /**
   * Makes all that was written so far visible to the reader of the stream.
   *
   * @throws IOException if the stream beneath fails
   */
  public void flush() throws IOException {
    line.drainTo(out);
    out.flush();
  }
}
