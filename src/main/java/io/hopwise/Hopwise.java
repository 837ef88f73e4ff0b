package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;

/**
 * The front door: reads what tcpdump prints, and says who sent it.
 *
 * @since 0.1
 */
public final class Hopwise {
  private Hopwise() {}

  /**
   * Reads one record: the lines tcpdump printed for one packet.
   *
   * @param record the text, with or without a last line end
   * @return what it says; a {@link io.hopwise.packet.Reject} where it is no record of tcpdump's
   * @throws IllegalArgumentException if the text is empty, or holds more than one entry
   */
  public static Entry parse(String record) {
    CaptureReader reader = read(new ByteArrayInputStream(record.getBytes(UTF_8)));
    if (!reader.hasNext()) {
      throw new IllegalArgumentException("no record: the text is empty");
    }
    Entry entry = reader.next();
    if (reader.hasNext()) {
      throw new IllegalArgumentException(
          "more than one record: another begins on line " + reader.next().text().firstLine());
    }
    return entry;
  }

  /**
   * Reads many records, lazily.
   *
   * @param in the text; closed with the reader
   */
  public static CaptureReader read(InputStream in) {
    return new CaptureReader(in, Duration.ZERO);
  }

  /**
   * Reads many records from a file, lazily.
   *
   * @param file the text; open until the reader is closed
   * @throws IOException if it cannot be opened
   */
  public static CaptureReader read(Path file) throws IOException {
    return read(Files.newInputStream(file));
  }

  /**
   * Reads many records from a tcpdump that is still running. A record is given out as soon as the
   * next one begins or the input has been silent for a while.
   *
   * @param in the text; closed with the reader
   * @param silence how long to wait for a record to go on: 100 ms are plenty for a local pipe
   */
  public static CaptureReader readLive(InputStream in, Duration silence) {
    return new CaptureReader(in, silence);
  }

  /**
   * Cuts a capture into the frames of its records, to read them in several threads.
   *
   * @param in the text; not closed
   */
  public static CaptureFrames frames(InputStream in) {
    return new CaptureFrames(in, Duration.ZERO);
  }

  /**
   * As {@link #frames}, of a tcpdump that is still running.
   *
   * @param in the text; not closed
   * @param silence as for {@link #readLive}
   */
  public static CaptureFrames framesLive(InputStream in, Duration silence) {
    return new CaptureFrames(in, silence);
  }

  /**
   * Analyses a capture with all rules.
   *
   * @param file the text
   * @throws IOException if it cannot be opened
   * @throws java.io.UncheckedIOException if reading it fails later on
   */
  public static Report analyze(Path file) throws IOException {
    try (CaptureReader capture = read(file)) {
      return analyze(capture, Settings.STANDARD);
    }
  }

  /**
   * Analyses what is left of a capture with all rules.
   *
   * @param capture the entries; not closed
   * @param settings what is known of the capture, and thresholds
   */
  public static Report analyze(Iterator<Entry> capture, Settings settings) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), settings);
    capture.forEachRemaining(analyzer::accept);
    return analyzer.finish();
  }
}
