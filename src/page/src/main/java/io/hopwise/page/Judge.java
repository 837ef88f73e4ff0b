package io.hopwise.page;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.report.html.HtmlReport;
import java.io.ByteArrayInputStream;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** What the worker of the page calls: text in, report out. */
public final class Judge {
  private Judge() {}

  /** Judges a capture. */
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

  /** Makes the function known to the worker. */
  public static void main(String[] args) {
    expose(Judge::report);
  }

  @JSBody(params = "judging", script = "self.hopwise = judging;")
  private static native void expose(Judging judging);

  @JSBody(params = "bytes", script = "if (self.progress) self.progress(bytes);")
  private static native void progress(int bytes);

  /** The same as the command's report of this text. */
  static String report(byte[] text, String name) {
    Report report = Hopwise.analyze(Hopwise.read(new Told(text)), Settings.STANDARD);
    return HtmlReport.of(report, name);
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
