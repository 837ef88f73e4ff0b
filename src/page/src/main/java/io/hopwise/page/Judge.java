package io.hopwise.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.report.html.HtmlReport;
import io.hopwise.report.json.ReportJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** What the worker of the page calls: text in, report out. */
public final class Judge {
  private @Nullable Report judged;

  private Judge() {}

  /** Judges a capture. What fails is thrown as an error of JavaScript that says so. */
  @JSFunctor
  public interface Judging extends JSObject {
    /**
     * The HTML report on a capture.
     *
     * @param text the bytes of the text
     * @param name what the capture is called
     */
    String report(byte[] text, String name);
  }

  /** Tells what was judged last. */
  @JSFunctor
  public interface Telling extends JSObject {
    /** The same document as the command's {@code --format json}. */
    String json();
  }

  /** Makes the functions known to the worker. */
  public static void main(String[] args) {
    Judge judge = new Judge();
    expose(judge::report, judge::json);
  }

  @JSBody(
      params = {"judging", "telling"},
      script = "self.hopwise = judging; self.hopwiseJson = telling;")
  private static native void expose(Judging judging, Telling telling);

  @JSBody(params = "bytes", script = "if (self.progress) self.progress(bytes);")
  private static native void progress(int bytes);

  @JSBody(params = "words", script = "throw new Error(words);")
  private static native void fail(String words);

  private String report(byte[] text, String name) {
    judged = null;
    try {
      Report report = Hopwise.analyze(Hopwise.open(new Told(text)), Settings.STANDARD);
      String html = HtmlReport.of(report, name);
      judged = report;
      return html;
    } catch (IOException e) {
      fail("it cannot be read: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      fail("something failed: " + e);
    }
    return "";
  }

  private String json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new ReportJson(bytes).document(Objects.requireNonNull(judged), false);
    } catch (IOException | RuntimeException | Error e) {
      fail("something failed: " + e);
    }
    return new String(bytes.toByteArray(), UTF_8);
  }

  /** A text that tells how much of it has been read. */
  private static final class Told extends ByteArrayInputStream {
    private static final int STEP = 1 << 20;

    private int told;

    Told(byte[] text) {
      super(text);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      int read = super.read(into, offset, length);
      if (pos - told >= STEP) {
        told = pos;
        progress(pos);
      }
      return read;
    }
  }
}
