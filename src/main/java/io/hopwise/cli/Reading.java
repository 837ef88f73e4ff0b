package io.hopwise.cli;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/** Reads an input to its end, with everything counted and the progress shown. */
final class Reading {
  private static final int LOOK_EVERY = 1 << 10;
  private static final Duration SILENCE = Duration.ofMillis(200);

  private final Session session;
  private final Input input;
  private final Tally tally = new Tally();
  private final Progress progress;
  private volatile long packetsSoFar;

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
  Tally read(EntryPump.Sink<Entry> sink) throws IOException {
    return read(entry -> entry, sink);
  }

  /**
   * Hands to the sink what the reading thread makes of each entry.
   *
   * @throws IOException if the sink throws it
   */
  <T> Tally read(Function<Entry, T> prepare, EntryPump.Sink<T> sink) throws IOException {
    boolean live = input.live().isPresent();
    Function<Entry, T> counted =
        entry -> {
          tally.add(entry);
          if (tally.packets() % LOOK_EVERY == 0) {
            packetsSoFar = tally.packets();
          }
          return prepare.apply(entry);
        };
    EntryPump<T> pump = new EntryPump<>(reader(), counted, session.stop(), live);
    input.live().ifPresent(silence -> silence.onIdle(pump::handOver));
    try {
      pump.run(new Watched<>(sink));
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

  /** Shows how far reading is, on the way to the sink proper. */
  private final class Watched<T> implements EntryPump.Sink<T> {
    private final EntryPump.Sink<T> sink;
    private int sinceLook;

    Watched(EntryPump.Sink<T> sink) {
      this.sink = sink;
    }

    @Override
    public void accept(T entry) throws IOException {
      sink.accept(entry);
      sinceLook++;
      if (sinceLook == LOOK_EVERY) {
        sinceLook = 0;
        progress.at(packetsSoFar, input.stream().count(), input.size());
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
