package io.hopwise.cli.pipeline;

import io.hopwise.CaptureFrames;
import io.hopwise.Hopwise;
import io.hopwise.cli.input.Input;
import io.hopwise.cli.process.Session;
import io.hopwise.cli.process.Terminal;
import java.io.IOException;
import java.time.Duration;

/** Reads an input to its end, counts everything, and shows the progress. */
public final class InputReading {
  private static final Duration SILENCE = Duration.ofMillis(200);

  private final Session session;
  private final Input input;
  private final ReadCounts tally = new ReadCounts();
  private final Progress progress;
  private final QuietLine quiet;

  /**
   * Prepares to read.
   *
   * @param streams whether output appears on standard output during reading
   */
  public InputReading(Session session, Input input, boolean streams) {
    this.session = session;
    this.input = input;
    Terminal terminal = session.terminal();
    boolean inTheWay = streams && terminal.stdout() == Terminal.StreamType.TERMINAL;
    boolean watched = terminal.stderr() == Terminal.StreamType.TERMINAL;
    progress = new Progress(session.messages(), watched && !inTheWay && input.live().isEmpty());
    quiet = new QuietLine(session.messages(), watched && input.live().isPresent());
  }

  /**
   * Lets the workers process all entries and passes the results to the sink, in order.
   *
   * @throws IOException if the sink or a worker throws it
   */
  public <T> ReadCounts read(WorkerPool.Workers<T> workers, EntryPipeline.Sink<T> sink)
      throws IOException {
    boolean live = input.live().isPresent();
    CaptureFrames frames = frames();
    EntryPipeline<T> pump =
        new EntryPipeline<>(frames::nextReused, workers, new Watched<>(sink), session.stop(), live);
    input.live().ifPresent(silence -> silence.onIdle(pump::handOver));
    try {
      pump.run(tally);
    } finally {
      progress.end();
      quiet.end();
      tally.pasted(frames.pasted());
    }
    return tally;
  }

  private CaptureFrames frames() {
    return input.live().isPresent()
        ? Hopwise.framesLive(input.stream(), SILENCE)
        : Hopwise.frames(input.stream());
  }

  /** Shows the progress, and passes everything to the real sink. */
  private final class Watched<T> implements EntryPipeline.Sink<T> {
    private final EntryPipeline.Sink<T> sink;

    Watched(EntryPipeline.Sink<T> sink) {
      this.sink = sink;
    }

    @Override
    public void accept(T made) throws IOException {
      quiet.end();
      sink.accept(made);
      progress.at(tally.packets(), input.stream().count(), input.size());
    }

    @Override
    public boolean takesACore() {
      return sink.takesACore();
    }

    @Override
    public void idle() throws IOException {
      sink.idle();
    }

    @Override
    public void resting() throws IOException {
      sink.resting();
    }

    @Override
    public void waiting() {
      quiet.waiting(tally.packets());
    }
  }
}
