package io.hopwise.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import io.hopwise.cli.input.Input;
import io.hopwise.cli.input.InputOpener;
import io.hopwise.cli.output.ClosingMessages;
import io.hopwise.cli.pipeline.Anonymizing;
import io.hopwise.cli.pipeline.InputReading;
import io.hopwise.cli.pipeline.ReadCounts;
import io.hopwise.cli.pipeline.Writing;
import io.hopwise.cli.process.CommandFailure;
import io.hopwise.cli.process.Session;
import io.hopwise.packet.Detail;
import io.hopwise.render.Anonymizer;
import io.hopwise.render.TimeShift;
import io.hopwise.report.EntryWriter;
import io.hopwise.report.csv.CsvField;
import io.hopwise.report.csv.CsvWriter;
import io.hopwise.report.json.NdjsonWriter;
import io.hopwise.report.text.TextWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code hopwise parse}: writes a capture as data. */
final class ParseCommand extends ReadingCommand {
  private static final int SECRET_BYTES = 32;

  @Nullable EntryFormat format;

  @Nullable String fields;

  boolean anonymize;

  @Nullable String secret;

  @Nullable String shiftTime;

  /** The output format. */
  enum EntryFormat {
    NDJSON,
    CSV,
    TEXT;

    @Override
    public String toString() {
      return Names.option(this);
    }
  }

  ParseCommand() {
    super(
        "parse",
        "Turns what tcpdump printed into data: one JSON object a line, CSV, or the text in one"
            + " canonical form.");
  }

  @Override
  void addTo(Options options) {
    options.constant(
        "--format",
        "FORMAT",
        "ndjson (default), csv or text.",
        EntryFormat.class,
        given -> format = given);
    options.text(
        "--fields",
        "NAMES",
        new String[] {
          "Columns of the CSV: keys of the JSON such as ip.ttl, tcp.cksum.status or"
              + " icmp.quoted.ip.src, or short names. The default is",
          CsvField.STANDARD
        },
        given -> fields = given);
    options.flag(
        List.of("--anonymize"),
        "Replace addresses and names consistently, keeping common prefixes; leave out payloads,"
            + " dumps and checksums; mask keys, digests and all words but tcpdump's own."
            + " Not changed: protocols, ports, lengths, TTLs, flags, sequence numbers, IP ids, TCP"
            + " timestamps, VLANs, times, multicast addresses, and that an address is private.",
        given -> anonymize = given);
    options.text(
        "--secret",
        "TEXT",
        new String[] {
          "The secret for --anonymize: the same secret gives the same replacements. By default it"
              + " is random."
        },
        given -> secret = given);
    options.text(
        "--shift-time",
        "SECONDS",
        new String[] {
          "With --anonymize, add this many seconds to all times, or subtract them (-3600). random"
              + " moves times back by up to ten years, derived from the secret."
        },
        given -> shiftTime = given);
  }

  @Override
  public int run(Session session) throws IOException {
    session.messages().quiet(common.quiet);
    EntryFormat chosen = format();
    ImmutableList<CsvField> columns = chosen == EntryFormat.CSV ? columns() : ImmutableList.of();
    Writing.WriterFactory writers = out -> writer(chosen, columns, out);
    Optional<Anonymizer> anonymizer = secret().map(this::anonymizer);
    try (Input input = new InputOpener(session).open(file)) {
      if (chosen == EntryFormat.CSV) {
        new CsvWriter(session.out(), columns).flush();
      }
      InputReading reading = new InputReading(session, input, true);
      ReadCounts tally =
          anonymizer.isPresent()
              ? anonymized(reading, anonymizer.get(), writers.writer(session.out()))
              : written(reading, new Writing(writers, detail(chosen, columns), session.out()));
      return new ClosingMessages(session.messages(), input, tally).write(common.strict, false);
    }
  }

  private static ReadCounts written(InputReading reading, Writing writing) throws IOException {
    return reading.read(writing, writing);
  }

  private static Detail detail(EntryFormat format, ImmutableList<CsvField> columns) {
    return format == EntryFormat.CSV ? CsvField.detail(columns) : Detail.ALL;
  }

  private static ReadCounts anonymized(
      InputReading reading, Anonymizer anonymizer, EntryWriter writer) throws IOException {
    ReadCounts tally = reading.read(Anonymizing.WORKERS, new Anonymizing(anonymizer, writer));
    writer.flush();
    return tally;
  }

  private EntryFormat format() {
    if (fields != null && format != null && format != EntryFormat.CSV) {
      throw CommandFailure.usage("--fields is for --format csv, not for " + format);
    }
    if (format != null) {
      return format;
    }
    return fields == null ? EntryFormat.NDJSON : EntryFormat.CSV;
  }

  private ImmutableList<CsvField> columns() {
    try {
      return CsvField.all(fields == null ? CsvField.STANDARD : fields);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(Objects.requireNonNullElse(e.getMessage(), "no such field"));
    }
  }

  /** The secret for anonymising, if that is wanted. */
  private Optional<String> secret() {
    if (secret != null && !anonymize) {
      throw CommandFailure.usage("--secret is for --anonymize");
    }
    if (shiftTime != null && !anonymize) {
      throw CommandFailure.usage("--shift-time is for --anonymize");
    }
    return anonymize ? Optional.of(secret == null ? random() : secret) : Optional.empty();
  }

  private Anonymizer anonymizer(String given) {
    return new Anonymizer(given, shift(given));
  }

  private TimeShift shift(String given) {
    if (shiftTime == null) {
      return TimeShift.NONE;
    }
    return shiftTime.equals("random")
        ? TimeShift.of(given)
        : new TimeShift(Math.multiplyExact(seconds(shiftTime), 1_000_000_000L));
  }

  private static long seconds(String word) {
    if (!word.matches("[+-]?\\d{1,9}")) {
      throw CommandFailure.usage("--shift-time takes seconds or random, not " + word);
    }
    return Long.parseLong(word);
  }

  private static String random() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return BaseEncoding.base16().encode(random);
  }

  private static EntryWriter writer(
      EntryFormat format, ImmutableList<CsvField> columns, OutputStream out) throws IOException {
    return switch (format) {
      case NDJSON -> new NdjsonWriter(out);
      case CSV -> CsvWriter.withoutNames(out, columns);
      case TEXT -> new TextWriter(out);
    };
  }
}
