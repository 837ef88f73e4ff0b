package io.hopwise.testing.capture;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.Rule;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.input.FileKind;
import io.hopwise.input.GzipStream;
import io.hopwise.input.Utf16Stream;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.render.TcpdumpRenderer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole capture in memory, for tests. Immutable.
 *
 * <pre>{@code
 * PacketCapture capture = PacketCapture.of("""
 *     22:13:20.000000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto ICMP (1), length 84)
 *         192.0.2.10 > 198.51.100.20: ICMP echo request, id 1, seq 1, length 64
 *     """);
 * }</pre>
 *
 * @see Hopwise#read(Path) for captures too large for memory
 * @since 0.1
 */
public final class PacketCapture {
  private final String name;
  private final ImmutableList<Entry> entries;
  private final ImmutableList<Packet> packets;

  private PacketCapture(String name, ImmutableList<Entry> entries) {
    this.name = name;
    this.entries = entries;
    this.packets = all(Packet.class).collect(toImmutableList());
  }

  /** A capture from what tcpdump printed, usually a text block. */
  public static PacketCapture of(String text) {
    return read("inline capture", text.getBytes(UTF_8));
  }

  /** A capture of made packets, printed as {@code tcpdump -n -v} prints them. */
  public static PacketCapture of(List<Packet> packets) {
    TcpdumpRenderer renderer = TcpdumpRenderer.create();
    StringBuilder text = new StringBuilder();
    packets.forEach(packet -> text.append(renderer.render(packet)));
    return read("made capture", text.toString().getBytes(UTF_8));
  }

  /**
   * A capture from a file: tcpdump's text, or a pcap or pcapng file, which the installed tcpdump
   * prints with {@code -n -v} in UTC; either may be compressed with gzip. Text may be UTF-16.
   *
   * @throws TcpdumpException if the file needs tcpdump, and that is not installed or fails
   * @throws IOException if the file cannot be read
   */
  public static PacketCapture read(Path file) throws IOException {
    return read(file.getFileName().toString(), content(Files.readAllBytes(file)));
  }

  /** Like {@link #read(Path)}, for content already in memory. */
  public static PacketCapture fromFile(String name, byte[] file) throws IOException {
    return read(name, content(file));
  }

  private static byte[] content(byte[] file) throws IOException {
    byte[] plain = isGzip(file) ? new GzipStream(stream(file)).readAllBytes() : file;
    if (FileKind.of(plain, Math.min(plain.length, FileKind.HEAD)) == FileKind.UTF16) {
      return new Utf16Stream(stream(plain)).readAllBytes();
    }
    return Tcpdump.isPcap(plain) ? Tcpdump.installed().print(plain) : plain;
  }

  static PacketCapture read(String name, byte[] text) {
    try (CaptureReader reader = Hopwise.read(stream(text))) {
      return new PacketCapture(name, ImmutableList.copyOf(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static boolean isGzip(byte[] file) {
    return file.length > 2 && (file[0] & 0xff) == 0x1f && (file[1] & 0xff) == 0x8b;
  }

  /** All entries, in order. */
  public ImmutableList<Entry> entries() {
    return entries;
  }

  /** The IP packets among the entries. */
  public ImmutableList<Packet> packets() {
    return packets;
  }

  /** The notices among the entries. */
  public ImmutableList<Notice> notices() {
    return all(Notice.class).collect(toImmutableList());
  }

  /** The entries that could not be read. */
  public ImmutableList<Reject> rejects() {
    return all(Reject.class).collect(toImmutableList());
  }

  /** The report of the standard rules about this capture. */
  public Report report() {
    return report(Settings.STANDARD);
  }

  /**
   * The report of the standard rules and more.
   *
   * @param more rules of your own, asked after the standard ones; a standard one is asked once
   */
  public Report report(Rule... more) {
    ImmutableList.Builder<Rule> rules = ImmutableList.builder();
    rules.addAll(StandardRules.all());
    Stream.of(more).filter(rule -> !StandardRules.all().contains(rule)).forEach(rules::add);
    return report(rules.build(), Settings.STANDARD);
  }

  /** The report of the standard rules, with settings of your own. */
  public Report report(Settings settings) {
    return report(StandardRules.all(), settings);
  }

  private Report report(List<Rule> rules, Settings settings) {
    Analyzer analyzer = new Analyzer(rules, settings);
    entries.forEach(analyzer::accept);
    return analyzer.finish();
  }

  /** The text from which it was read. */
  public String text() {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(entry.text()));
    return text.toString();
  }

  /** The same capture without some of its packets. */
  PacketCapture without(List<Packet> some) {
    return new PacketCapture(
        name,
        entries.stream()
            .filter(entry -> some.stream().noneMatch(packet -> packet == entry))
            .collect(toImmutableList()));
  }

  /** The file's name, or another description. */
  @Override
  public String toString() {
    return name;
  }

  private <T extends Entry> Stream<T> all(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }
}
