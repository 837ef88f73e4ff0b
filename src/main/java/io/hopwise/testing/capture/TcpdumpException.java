package io.hopwise.testing.capture;

import io.hopwise.text.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * tcpdump is missing or failed; the message says why and what to do, and shows the last lines that
 * were captured, if any were.
 *
 * @since 0.1
 */
public final class TcpdumpException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LINES_SHOWN = 20;

  private final transient @Nullable PacketCapture capture;

  TcpdumpException(String message) {
    super(message);
    this.capture = null;
  }

  TcpdumpException(IOException cause) {
    super(cause.getMessage(), cause);
    this.capture = null;
  }

  TcpdumpException(IOException cause, PacketCapture capture) {
    super(cause.getMessage() + lastLines(capture), cause);
    this.capture = capture;
  }

  /** What had been captured; empty if capturing had not begun. */
  public Optional<PacketCapture> capture() {
    return Optional.ofNullable(capture);
  }

  private static String lastLines(PacketCapture capture) {
    List<String> lines = capture.text().lines().toList();
    if (lines.isEmpty()) {
      return "";
    }
    int from = Math.max(0, lines.size() - LINES_SHOWN);
    String last = String.join("\n", lines.subList(from, lines.size()));
    return "\n\nThe last lines captured, of " + lines.size() + ":\n" + SafeText.block(last);
  }
}
