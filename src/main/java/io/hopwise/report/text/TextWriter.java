package io.hopwise.report.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.packet.Entry;
import io.hopwise.render.TcpdumpRenderer;
import io.hopwise.report.EntryWriter;
import io.hopwise.text.SafeText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a capture as text of a current tcpdump, whatever release printed it, so that captures of
 * different releases can be compared. Unsafe characters are escaped.
 *
 * @since 0.1
 */
public final class TextWriter implements EntryWriter {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final TcpdumpRenderer renderer = TcpdumpRenderer.create();

  /** Writes to {@code out}, in UTF-8 and buffered. */
  public TextWriter(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFER);
  }

  @Override
  public void write(Entry entry) throws IOException {
    String text = renderer.render(entry).replace("\r\n", "\n");
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1) + "\n";
    }
    out.write(SafeText.block(text).getBytes(UTF_8));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
