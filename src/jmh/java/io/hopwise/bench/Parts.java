package io.hopwise.bench;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Entry;
import io.hopwise.report.json.NdjsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Measures the parts of a command separately, warm and in one thread; an operation is a whole
 * capture. Each part runs in its own JVM, because type profiles of one would slow down another.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-Xmn32m", "-Xmx1g", "-XX:FreqInlineSize=100"})
public class Parts {
  /** A text that tcpdump printed. */
  @Param("target/bench.txt")
  public String text = "";

  private byte[] bytes = {};

  /** Reads the text into memory. */
  @Setup
  public void load() throws IOException {
    bytes = Files.readAllBytes(Path.of(text));
  }

  /** Text to records. */
  @Benchmark
  public void parse(Blackhole hole) {
    CaptureReader reader = reader();
    while (reader.hasNext()) {
      hole.consume(reader.next());
    }
  }

  /** Text to records to JSON. */
  @Benchmark
  public void json() throws IOException {
    CaptureReader reader = reader();
    NdjsonWriter writer = new NdjsonWriter(OutputStream.nullOutputStream());
    while (reader.hasNext()) {
      writer.write(reader.next());
    }
    writer.flush();
  }

  /** Text to records to findings. */
  @Benchmark
  public Report analysis() {
    CaptureReader reader = reader();
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    while (reader.hasNext()) {
      Entry entry = reader.next();
      analyzer.accept(entry);
    }
    return analyzer.finish();
  }

  private CaptureReader reader() {
    return Hopwise.read(new ByteArrayInputStream(bytes));
  }
}
