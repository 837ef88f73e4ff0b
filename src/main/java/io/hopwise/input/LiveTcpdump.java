package io.hopwise.input;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A running tcpdump that captures on an interface. One thread reads what it prints, any other may
 * stop it. It never outlives {@link #close} or the JVM.
 */
public final class LiveTcpdump implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * tcpdump gets packets up to a second late: immediate mode, which would avoid that, loses bursts.
   */
  private static final Duration SILENCE = Duration.ofMillis(1200);

  private static final String BUFFER_KIB = "16384";
  private static final Pattern DROPPED =
      Pattern.compile("(\\d+) packets? dropped by (?:kernel|interface)");

  private final String what;
  private final Process process;
  private final Thread reaper;
  private final Printed printed;
  private final CollectedText messages;
  private final @Nullable LoopbackMarker marker;
  private volatile boolean stopping;

  private LiveTcpdump(String what, Process process, @Nullable LoopbackMarker marker) {
    this.what = what;
    this.process = process;
    this.marker = marker;
    this.reaper = new Thread(process::destroyForcibly);
    this.printed = new Printed(process.getInputStream());
    this.messages = new CollectedText("tcpdump messages", process.getErrorStream());
    Runtime.getRuntime().addShutdownHook(reaper);
    messages.start();
  }

  /** What tcpdump prints. It knows when something came last, and whether the marker has come. */
  private final class Printed extends FilterInputStream {
    private volatile long lastArrival = System.nanoTime();

    Printed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = super.read(bytes, offset, length);
      if (got < 0 && !stopping) {
        messages.finish(PATIENCE);
        throw new IOException(endedByItself());
      }
      lastArrival = System.nanoTime();
      if (marker != null && got > 0) {
        marker.lookIn(bytes, offset, got);
      }
      return got;
    }
  }

  /**
   * Starts capturing. Everything sent after this method returns is captured.
   *
   * @param networkInterface the interface, such as {@code lo} or {@code any}
   * @param filter a tcpdump filter expression; empty to capture everything
   * @throws IOException if tcpdump is missing, may not capture, or rejects the filter; the message
   *     says which
   */
  public static LiveTcpdump start(String networkInterface, String filter) throws IOException {
    String program =
        InstalledTcpdump.find()
            .orElseThrow(
                () -> new IOException("tcpdump is not installed: none on the PATH or in /usr/sbin"))
            .toString();
    boolean local = networkInterface.equals("lo") || networkInterface.equals("any");
    LoopbackMarker marker = local ? LoopbackMarker.open() : null;
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program, "-l", "-n", "-v", "-B", BUFFER_KIB));
    command.addAll(List.of("-i", networkInterface, "--"));
    if (!filter.isBlank()) {
      command.add(marker == null ? filter : "(" + filter + ") or (" + marker.filter() + ")");
    }
    String what = "tcpdump on " + networkInterface + (filter.isBlank() ? "" : ", " + filter);
    LiveTcpdump live = new LiveTcpdump(what, new ProcessBuilder(command).start(), marker);
    try {
      live.awaitStart();
      return live;
    } catch (IOException e) {
      live.close();
      throw e;
    }
  }

  /** The interface and the filter, in words. */
  public String what() {
    return what;
  }

  /** What it prints, for one thread. It fails at its end unless {@link #stop} was called. */
  public InputStream output() {
    return printed;
  }

  /** The datagram that marks the end, to be left out of what was captured; empty where none is. */
  public Optional<LoopbackMarker> marker() {
    return Optional.ofNullable(marker);
  }

  /** The process, even if it has ended. */
  public ProcessHandle child() {
    return process.toHandle();
  }

  /**
   * Stops capturing once everything sent so far has been read from {@link #output}, by another
   * thread: this takes about a second because tcpdump gets packets in blocks.
   *
   * @throws IOException if tcpdump ended early or does not deliver
   */
  public void stop() throws IOException {
    if (!process.isAlive()) {
      messages.finish(PATIENCE);
      throw new IOException(endedByItself());
    }
    awaitDelivery();
    stopping = true;
    // Not Process.destroy: that closes the streams, and with them what tcpdump says in the end.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(what + " did not end within " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + what, e);
    }
    messages.finish(PATIENCE);
  }

  /** What tcpdump says of the capture, its messages in one line. */
  String said() {
    return messages.sentence();
  }

  /** How many packets tcpdump says were lost; known once it has been stopped. */
  public long dropped() {
    long sum = 0;
    Matcher matcher = DROPPED.matcher(messages.sentence());
    while (matcher.find()) {
      sum += Long.parseLong(matcher.group(1));
    }
    return sum;
  }

  /** Ends the process, whatever its state. */
  @Override
  public void close() {
    stopping = true;
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (marker != null) {
      marker.close();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      // The JVM is shutting down, and the hook runs already.
    }
  }

  private String endedByItself() {
    return what + " ended by itself: " + messages.sentence();
  }

  private void awaitStart() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!messages.sentence().contains("listening on ")) {
      if (!process.isAlive()) {
        messages.finish(PATIENCE);
        throw new IOException("cannot capture: " + what + ": " + advice(reason()));
      }
      if (System.nanoTime() > end) {
        throw new IOException(what + " did not start within " + PATIENCE.toSeconds() + " s");
      }
      pause();
    }
  }

  /** Why it ended: what libpcap says twice, in parentheses the second time, is told once. */
  private String reason() {
    List<String> told = new ArrayList<>();
    for (String line : messages.lines()) {
      boolean again = line.startsWith("(") && line.endsWith(")") && !told.isEmpty();
      String last = told.isEmpty() ? "" : told.get(told.size() - 1);
      if (!again || !last.endsWith(line.substring(1, line.length() - 1))) {
        told.add(line);
      }
    }
    return String.join("; ", told);
  }

  private static String advice(String reason) {
    boolean rights = reason.contains("permission") || reason.contains("not permitted");
    return rights
        ? reason + " (run as root, or: setcap cap_net_raw+ep on the tcpdump program)"
        : reason;
  }

  /**
   * Waits until everything sent so far has been captured. On the loopback interface a datagram of
   * our own marks the end; elsewhere we wait for a short silence.
   */
  private void awaitDelivery() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    if (marker != null) {
      marker.send();
    }
    while (!isDelivered()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IOException(what + " did not deliver all packets: " + messages.sentence());
      }
      pause();
    }
  }

  private boolean isDelivered() {
    return marker == null
        ? System.nanoTime() - printed.lastArrival >= SILENCE.toNanos()
        : marker.isSeen();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for tcpdump", e);
    }
  }
}
