package io.hopwise.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hopwise.Hopwise;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.report.html.HtmlReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page to paste into, opened from disk in a browser that is offline. */
class PageInBrowserTest {
  private static final Path PAGE = Reports.ROOT.resolve("target/page/hopwise.html");
  private static final Path FOUNDING =
      Reports.ROOT.resolve("testdata/reset/who-sent-the-reset.txt");
  private static final String ANSWER =
      "192.168.40.129 probably did not send the 3 resets of port 22.";
  private static final int TRIES = 600;

  private Browser browser;

  @BeforeEach
  void open() throws IOException {
    assumeTrue(Files.exists(PAGE), "SKIPPED: the page is not built (src/page)");
    browser = Browser.open(true);
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
    browser.size(1280, 800);
    browser.show(PAGE);
  }

  @AfterEach
  void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private WebElement at(String id) {
    return browser.driver().findElement(By.id(id));
  }

  private String answer() throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      browser.driver().switchTo().frame(at("report"));
      List<WebElement> found = browser.driver().findElements(By.tagName("h1"));
      String answer = found.isEmpty() ? "" : found.get(0).getText();
      browser.driver().switchTo().defaultContent();
      String error = at("error").getText();
      if (!answer.isEmpty() || !error.isEmpty()) {
        return answer + error;
      }
      Thread.sleep(100);
    }
    return "";
  }

  @Test
  void aSampleIsChosenFromTheKeyboardAndAnswered() throws Exception {
    at("sample").sendKeys(Keys.ARROW_DOWN);
    assertThat(answer()).isEqualTo(ANSWER);
    browser.keep("page");
    assertThat(browser.ask("return performance.getEntriesByType('resource').length"))
        .as("what was loaded")
        .isEqualTo(0L);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.axe()).isEmpty();
  }

  @Test
  void theReportFollowsTheText() throws Exception {
    at("text").sendKeys("hello");
    assertThat(answer()).isEqualTo("Cannot judge.");
  }

  @Test
  void aPackedFileIsRead() throws Exception {
    Path packed = Files.createTempFile("capture", ".txt.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(FOUNDING, gzip);
    }
    at("file").sendKeys(packed.toString());
    assertThat(answer()).isEqualTo(ANSWER);
    Files.write(packed, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    browser.show(PAGE);
    at("file").sendKeys(packed.toString());
    assertThat(answer()).contains("something failed: the file is packed, and is damaged");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String name = "\"><img/src=x/onerror=document.title='hit'>";
    String text = Files.readString(FOUNDING, ISO_8859_1).replace("192.168.40.129", name);
    Path capture = Files.createTempFile("capture", ".txt");
    Files.writeString(capture, text);
    at("file").sendKeys(capture.toString());
    assertThat(answer()).isNotEmpty();
    assertThat(browser.driver().getTitle()).startsWith("Hopwise");
    browser.driver().switchTo().frame(at("report"));
    assertThat(browser.driver().findElements(By.tagName("img"))).isEmpty();
  }

  @Test
  void aLinkHoldsTheText() throws Exception {
    at("sample").sendKeys(Keys.ARROW_DOWN);
    answer();
    at("link").click();
    for (int i = 0; i < TRIES && !browser.driver().getCurrentUrl().contains("#"); i++) {
      Thread.sleep(100);
    }
    String link = browser.driver().getCurrentUrl();
    browser.driver().get("about:blank");
    browser.driver().get(link);
    assertThat(answer()).isEqualTo(ANSWER);
  }

  @Test
  void fiftyMegabytesAreStopped() throws Exception {
    browser.ask(
        "const b = new TextEncoder().encode(JSON.parse(document.getElementById('samples')"
            + ".textContent)['reset/who-sent-the-reset.txt']);"
            + "const all = new Uint8Array(50e6);"
            + "for (let i = 0; i + b.length < all.length; i += b.length) all.set(b, i);"
            + "judge(all);");
    Thread.sleep(3000);
    at("stop").click();
    assertThat(at("status").getText()).isEqualTo("Stopped.");
    at("sample").sendKeys(Keys.ARROW_DOWN);
    assertThat(answer()).isEqualTo(ANSWER);
  }

  /** Every capture of the project: the same bytes as the library makes. */
  @Test
  void thePageSaysWhatTheLibrarySays() throws Exception {
    List<Path> captures;
    try (Stream<Path> files = Files.walk(Reports.ROOT.resolve("testdata"))) {
      captures = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    List<String> different = new ArrayList<>();
    for (Path capture : captures) {
      byte[] text = Files.readAllBytes(capture);
      String wanted =
          HtmlReport.of(
              Hopwise.analyze(Hopwise.read(new ByteArrayInputStream(text)), Settings.STANDARD),
              "x");
      Object made =
          browser
              .driver()
              .executeAsyncScript(
                  """
                  const [base64, done] = arguments;
                  begin().then(() => {
                    worker.onmessage = event => {
                      const said = event.data;
                      if (said.ready || said.progress !== undefined) return;
                      done(said.error === undefined ? said.report : 'ERROR ' + said.error);
                    };
                    worker.postMessage({bytes: new Int8Array(bytesOf(base64).buffer), name: 'x'});
                  });
                  """,
                  Base64.getEncoder().encodeToString(text));
      // Decoders differ in how many replacement characters they put for damaged bytes.
      if (!of(wanted).equals(of(made.toString()))) {
        different.add(capture + ": " + new String(made.toString().getBytes(UTF_8), UTF_8).length());
      }
    }
    assertThat(captures).hasSizeGreaterThan(500);
    assertThat(different).isEmpty();
  }

  private static String of(String report) {
    return report.replaceAll("\ufffd[\ufffd\\w]*", "\ufffd");
  }
}
