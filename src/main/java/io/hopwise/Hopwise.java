package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.input.CaptureInput;
import io.hopwise.input.LiveTcpdump;
import io.hopwise.input.ReadAheadStream;
import io.hopwise.input.TellsAvailable;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Port;
import io.hopwise.parser.PortReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: reads the text tcpdump prints and says who really sent each packet.
 *
 * @since 0.1
 */
public final class Hopwise {
  private Hopwise() {}

  /**
   * Reads one record: the lines tcpdump printed for one packet.
   *
   * @param record the text, with or without a last line end
   * @return the typed record; a {@link io.hopwise.packet.Notice} for a message of tcpdump, an empty
   *     line or prose; a {@link io.hopwise.packet.Reject} for any other text that is no record
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
   * Reads a port as tcpdump prints it: {@code 443} or {@code https}, with its number where the name
   * is registered with IANA.
   */
  public static Port port(String word) {
    return PortReader.read(word);
  }

  /**
   * Reads many records, lazily.
   *
   * @param in the text, in UTF-8 or UTF-16 (entries then hold it as UTF-8); closed with the reader
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
   * Opens whatever a file is: text, a pcap or pcapng file, which the installed tcpdump prints with
   * {@code -n -v}, or either of them packed with gzip. Packed with xz, Zstandard or bzip2 it is
   * read where {@code org.tukaani:xz}, {@code com.github.luben:zstd-jni} or {@code
   * org.apache.commons:commons-compress} is on the class path; Hopwise does not bring them.
   *
   * @param file open until the reader is closed
   * @throws IOException if it is something else or cannot be opened, with what to do about it
   */
  public static CaptureReader open(Path file) throws IOException {
    return read(CaptureInput.open(file));
  }

  /**
   * Opens whatever a stream holds, as {@link #open(Path)} does. The first 4 bytes are waited for.
   *
   * @param in closed with the reader; a capture file is stored in a temporary file first
   * @throws IOException if it is something else or cannot be read, with what to do about it
   */
  public static CaptureReader open(InputStream in) throws IOException {
    return read(CaptureInput.open(in));
  }

  /**
   * Opens what a location has, as {@link #open(Path)} does.
   *
   * @param location a {@code file:} URI, or one whose protocol the JDK speaks, such as {@code
   *     https:}
   * @throws IOException if it is something else or cannot be read, with what to do about it
   */
  public static CaptureReader open(URI location) throws IOException {
    return "file".equals(location.getScheme())
        ? open(Path.of(location))
        : open(location.toURL().openStream());
  }

  /**
   * Reads many records from a tcpdump that is still running. A record is returned as soon as the
   * next one begins or the input has been silent for a while. The input is read ahead in a daemon
   * thread, which ends with it or with the reader.
   *
   * <p>To stop, close the reader from any thread: a thread that waits in {@link
   * CaptureReader#hasNext} is told that there is no more. To stop waiting, interrupt that thread:
   * it gets an {@link UncheckedIOException} of an {@link java.io.InterruptedIOException}, nothing
   * is lost, and it may read on once its interrupt is cleared.
   *
   * @param in the text; closed with the reader
   * @param silence how long to wait for more lines of a record, at least 1 ms; 100 ms is plenty for
   *     a local pipe
   * @throws IllegalArgumentException if the silence is shorter
   */
  public static CaptureReader readLive(InputStream in, Duration silence) {
    Duration checked = checked(silence);
    return new CaptureReader(readAhead(in), checked);
  }

  /**
   * Starts the installed tcpdump on an interface, with {@code -n -v}. Capturing needs rights: root,
   * or {@code setcap cap_net_raw+ep} on tcpdump. Everything sent after this method returns is
   * captured.
   *
   * @param networkInterface the interface, such as {@code eth0} or {@code any}
   * @param filter a tcpdump filter expression, such as {@code tcp port 443}; empty for everything
   * @throws IOException if tcpdump is missing, may not capture, or rejects the filter; the message
   *     says which
   */
  public static LiveCapture tcpdump(String networkInterface, String filter) throws IOException {
    return new LiveCapture(LiveTcpdump.start(networkInterface, filter));
  }

  /** Most streams do not tell whether a read would wait: a thread of ours finds out. */
  private static InputStream readAhead(InputStream in) {
    return in instanceof TellsAvailable ? in : new ReadAheadStream(in);
  }

  private static Duration checked(Duration silence) {
    if (silence.toMillis() < 1) {
      throw new IllegalArgumentException("a silence of at least 1 ms is needed, not " + silence);
    }
    return silence;
  }

  /**
   * Cuts a capture into frames, one for each record, so that several threads can read them.
   *
   * @param in the text; not closed, and read as far as asked only
   */
  public static CaptureFrames frames(InputStream in) {
    return new CaptureFrames(in, Duration.ZERO);
  }

  /**
   * Like {@link #frames}, for a tcpdump that is still running. The input is read ahead in a daemon
   * thread until it ends.
   *
   * @param in the text; not closed
   * @param silence as for {@link #readLive}
   */
  public static CaptureFrames framesLive(InputStream in, Duration silence) {
    Duration checked = checked(silence);
    return new CaptureFrames(readAhead(in), checked);
  }

  /**
   * Analyses a capture with all rules.
   *
   * @param file whatever {@link #open(Path)} opens
   * @throws IOException if it cannot be opened
   * @throws UncheckedIOException if it cannot be read to its end
   */
  public static Report analyze(Path file) throws IOException {
    return analyze(file, Settings.STANDARD);
  }

  /**
   * Analyses a capture with all rules. Packets of a capture file are cited by number, those of text
   * by line.
   *
   * @param file whatever {@link #open(Path)} opens
   * @param settings where the capture was taken, which port is in question, and thresholds
   * @throws IOException if it cannot be opened
   * @throws UncheckedIOException if it cannot be read to its end
   */
  public static Report analyze(Path file, Settings settings) throws IOException {
    try (CaptureReader capture = open(file)) {
      return analyze(capture, settings);
    } catch (UncheckedIOException e) {
      @Nullable IOException cause = e.getCause();
      if (cause == null) {
        throw e;
      }
      throw new UncheckedIOException(
          new IOException("cannot read " + file + " to its end: " + cause.getMessage(), cause));
    }
  }

  /**
   * Analyses the remaining entries of a capture with all rules.
   *
   * @param capture the entries; not closed
   * @param settings where the capture was taken, which port is in question, and thresholds
   */
  public static Report analyze(Iterator<Entry> capture, Settings settings) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), settings);
    if (capture instanceof CaptureReader reader && reader.isOfCaptureFile()) {
      analyzer.readFrom(settings.place().orElse(""), Citation.FRAME);
    }
    capture.forEachRemaining(analyzer::accept);
    Report report = analyzer.finish();
    return capture instanceof CaptureReader reader
        ? report.withPasted(reader.summary().pasted())
        : report;
  }
}
