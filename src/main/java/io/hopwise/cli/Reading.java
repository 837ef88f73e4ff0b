package io.hopwise.cli;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import java.io.IOException;
import java.time.Duration;

/** Reads an input to its end, with the progress shown and everything counted. */
final class Reading {
  private static final Duration SILENCE = Duration.ofMillis(200);

  private final Session session;
  private final Input input;
  private final Tally tally = new Tally();
  private final Progress progress;

  /**
   * Prepares to read.
   *
   * @param streams whether output appears on standard output all the while
   */
  Reading(Session session, Input input, boolean streams) {
    this.session = session;
    this.input = input;
    Terminal terminal = session.terminal();
    boolean inTheWay = streams && terminal.stdout() == Terminal.Connection.TERMINAL;
    boolean watched = terminal.stderr() == Terminal.Connection.TERMINAL;
    progress = new Progress(session.messages(), watched && !inTheWay && input.live().isEmpty());
  }

  /**
   * Hands all entries to the sink.
   *
   * @throws IOException if the sink throws it
   */
  Tally read(EntryPump.Sink sink) throws IOException {
    EntryPump pump = new EntryPump(reader(), session.stop(), input.live().isPresent());
    input.live().ifPresent(live -> live.onIdle(pump::handOver));
    try {
      pump.run(new Counted(sink));
    } finally {
      progress.end();
    }
    return tally;
  }

  private CaptureReader reader() {
    return input.live().isPresent()
        ? Hopwise.readLive(input.stream(), SILENCE)
        : Hopwise.read(input.stream());
  }

  /** Counts on the way to the sink proper. */
  private final class Counted implements EntryPump.Sink {
    private static final int LOOK_EVERY = 1 << 10;

    private final EntryPump.Sink sink;
    private int sinceLook;

    Counted(EntryPump.Sink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(Entry entry) throws IOException {
      tally.add(entry);
      sink.accept(entry);
      sinceLook++;
      if (sinceLook == LOOK_EVERY) {
        sinceLook = 0;
        progress.at(tally.packets(), input.stream().count(), input.size());
      }
    }

    @Override
    public void idle() throws IOException {
      sink.idle();
    }

    @Override
    public void resting() throws IOException {
      sink.resting();
    }
  }
}
