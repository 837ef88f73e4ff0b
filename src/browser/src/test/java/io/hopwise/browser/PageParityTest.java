package io.hopwise.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.Lists;
import com.google.common.hash.Hashing;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.report.html.HtmlReport;
import io.hopwise.report.json.ReportJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page says of every capture of the project, byte by byte, what the library says. */
class PageParityTest {
  private static final int BATCH = 10;

  /** The only one with bytes that are not UTF-8: decoders replace them by more or fewer U+FFFD. */
  private static final String DAMAGED = "not-utf8.txt";

  /** One worker reads all, as it does for people. What comes back is the hash of each report. */
  private static final String JUDGE =
      """
      const [captures, done] = arguments, hashes = [];
      const hash = async text => [...new Uint8Array(await crypto.subtle.digest(
          'SHA-256', new TextEncoder().encode(text)))].map(b => b.toString(16).padStart(2, '0')).join('');
      (async () => {
        await begin();
        const ask = question => new Promise((resolve, reject) => {
          worker.onerror = event => reject(new Error(event.message));
          worker.onmessage = ({data}) => {
            if (data.error !== undefined) reject(new Error(data.error));
            else if (data.progress === undefined) resolve(data);
          };
          worker.postMessage(question);
        });
        for (const each of captures) {
          try {
            const {report} = await ask({bytes: new Int8Array(bytesOf(each).buffer), name: 'x'});
            const {json} = await ask({json: true});
            hashes.push(await hash(report) + ' ' + await hash(json));
          } catch (e) { hashes.push('ERROR ' + e.message); }
        }
        done(hashes.join('\\n'));
      })();
      """;

  @Test
  void thePageSaysWhatTheLibrarySays() throws IOException {
    assumeTrue(Files.exists(Page.FILE), "SKIPPED: the page is not built (src/page)");
    List<Path> captures;
    try (Stream<Path> files = Files.walk(Reports.ROOT.resolve("testdata"))) {
      captures =
          files
              .filter(file -> file.toString().endsWith(".txt") && !file.endsWith(DAMAGED))
              .sorted()
              .toList();
    }
    assertThat(captures).hasSizeGreaterThan(500);
    CompletableFuture<List<String>> wanted =
        CompletableFuture.supplyAsync(() -> captures.stream().map(PageParityTest::hashes).toList());
    List<String> made = new ArrayList<>();
    try (Browser browser = Browser.open(true)) {
      Page page = new Page(browser);
      page.open();
      browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
      for (List<Path> batch : Lists.partition(captures, BATCH)) {
        List<String> texts = new ArrayList<>();
        for (Path capture : batch) {
          texts.add(Base64.getEncoder().encodeToString(Files.readAllBytes(capture)));
        }
        made.addAll(
            List.of(browser.driver().executeAsyncScript(JUDGE, texts).toString().split("\n")));
      }
    }
    List<String> different = new ArrayList<>();
    for (int i = 0; i < captures.size(); i++) {
      if (!made.get(i).equals(wanted.join().get(i))) {
        different.add(captures.get(i) + ": " + made.get(i));
      }
    }
    assertThat(different).isEmpty();
  }

  private static String hashes(Path capture) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      ByteArrayInputStream text = new ByteArrayInputStream(Files.readAllBytes(capture));
      Report report = Hopwise.analyze(Hopwise.open(text), Settings.STANDARD);
      new ReportJson(json).document(report, false);
      return hash(HtmlReport.of(report, "x").getBytes(UTF_8)) + " " + hash(json.toByteArray());
    } catch (IOException e) {
      return "ERROR it cannot be read: " + e.getMessage();
    }
  }

  private static String hash(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }
}
