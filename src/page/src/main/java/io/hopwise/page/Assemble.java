package io.hopwise.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import io.hopwise.Hopwise;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.report.html.HtmlReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Puts the page together as one file: template, style, scripts, samples, and the policy. */
public final class Assemble {
  /** The samples, by what they are called. */
  private static final ImmutableMap<String, String> SAMPLES =
      ImmutableMap.of(
          "A port refuses, and the host answers ping", "reset/who-sent-the-reset.txt",
          "A connection is reset from nearer than its server", "rules/forged-reset/fires.txt",
          "A SYN gets no answer", "rules/syn-unanswered/fires.txt");

  private static final String CAPTURE = "reset/who-sent-the-reset.txt";

  private Assemble() {}

  /**
   * Writes the page.
   *
   * @param args the project's folder, the folder of the captures, what TeaVM made, and the file to
   *     write
   */
  public static void main(String[] args) throws Exception {
    Path parts = Path.of(args[0], "src/main/page");
    Path captures = Path.of(args[1]);
    String style = Files.readString(parts.resolve("page.css"));
    String script = Files.readString(parts.resolve("page.js"));
    String worker =
        Files.readString(Path.of(args[2])) + "\n" + Files.readString(parts.resolve("worker.js"));
    String page =
        Files.readString(parts.resolve("page.html"))
            .replace("@policy@", policy(style, script, captures.resolve(CAPTURE)))
            .replace("@style@", style)
            .replace("@samples@", samples(captures))
            .replace("@judge@", packed(worker))
            .replace("@script@", script);
    Files.createDirectories(Path.of(args[3]).toAbsolutePath().getParent());
    Files.writeString(Path.of(args[3]), page);
  }

  /** No network at all; the only code is the page's own, the worker's, and the report's. */
  private static String policy(String style, String script, Path capture)
      throws IOException, NoSuchAlgorithmException {
    String report;
    try (InputStream in = Files.newInputStream(capture)) {
      report = HtmlReport.of(Hopwise.analyze(Hopwise.read(in), Settings.STANDARD), "");
    }
    return "default-src 'none'; style-src "
        + hash(style)
        + allowed(report, "style-src")
        + "; script-src blob: "
        + hash(script)
        + allowed(report, "script-src")
        + "; worker-src blob:; base-uri 'none'; form-action 'none'";
  }

  private static String allowed(String report, String directive) {
    Matcher found = Pattern.compile(directive + "( '[^']*')").matcher(report);
    if (!found.find()) {
      throw new IllegalStateException("the report has no " + directive);
    }
    return found.group(1);
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static String packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  private static String samples(Path captures) throws IOException {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
      String text = Files.readString(captures.resolve(sample.getValue()));
      all.add(json(sample.getKey()) + ":" + json(text));
    }
    return "{" + String.join(",", all) + "}";
  }

  private static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '&';
      json.append(plain ? "" + c : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return json.append('"').toString();
  }
}
