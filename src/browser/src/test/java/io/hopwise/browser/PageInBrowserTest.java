package io.hopwise.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page to paste into, opened from disk in a browser that is offline. */
class PageInBrowserTest {
  private static final Path FOUNDING =
      Reports.ROOT.resolve("testdata/reset/who-sent-the-reset.txt");
  private static final String ANSWER =
      "192.168.40.129 probably did not send the 3 resets of port 22.";

  private static Page page;

  @TempDir Path folder;

  @BeforeAll
  static void openBrowser() throws IOException {
    assumeTrue(Files.exists(Page.FILE), "SKIPPED: the page is not built (src/page)");
    page = new Page(Browser.open(true));
  }

  @AfterAll
  static void closeBrowser() throws IOException {
    if (page != null) {
      page.browser().close();
    }
  }

  @BeforeEach
  void open() {
    page.browser().dark(false);
    page.browser().size(1280, 800);
    page.open();
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static void press(CharSequence... keys) {
    new Actions(page.browser().driver()).sendKeys(String.join("", keys)).perform();
  }

  private static void chord(String letter) {
    new Actions(page.browser().driver())
        .keyDown(Keys.CONTROL)
        .sendKeys(letter)
        .keyUp(Keys.CONTROL)
        .perform();
  }

  private static void tabTo(String id) {
    WebElement wanted = page.at(id);
    for (int i = 0; i < 12 && !wanted.equals(focused()); i++) {
      press(Keys.TAB);
    }
    assertThat(focused()).as("reached with the Tab key").isEqualTo(wanted);
  }

  private static WebElement focused() {
    return page.browser().driver().switchTo().activeElement();
  }

  @Test
  void itIsUsedWithTheKeyboardAlone() throws Exception {
    page.browser().keep("page-empty");
    tabTo("file");
    tabTo("sample");
    press(Keys.ARROW_DOWN);
    assertThat(page.answer()).isEqualTo(ANSWER);
    page.browser().keep("page");
    assertThat(page.browser().ask("return performance.getEntriesByType('resource').length"))
        .as("what was loaded")
        .isEqualTo(0L);
    tabTo("clear");
    press(Keys.ENTER);
    assertThat(page.hasReport()).isFalse();
    assertThat(focused()).isEqualTo(page.at("text"));
    assertThat(page.browser().complaints()).isEmpty();
  }

  @Test
  void theReportFollowsTheText() throws Exception {
    page.at("text").sendKeys("hello");
    assertThat(page.answer()).isEqualTo("Cannot judge.");
    page.sample(1);
    assertThat(page.answer()).isEqualTo(ANSWER);
    page.at("text").click();
    chord("a");
    chord("x");
    page.waitFor("the report is gone", () -> !page.hasReport());
    chord("v");
    assertThat(page.answer()).isEqualTo(ANSWER);
    page.at("clear").click();
    page.browser().ask("document.activeElement.blur()");
    chord("v");
    assertThat(page.answer()).as("pasted anywhere").isEqualTo(ANSWER);
  }

  @Test
  void itIsReadInTheDarkAndOnAPhoneAndByAxe() throws Exception {
    assertThat(page.browser().axe()).isEmpty();
    page.sample(1);
    assertThat(page.answer()).isEqualTo(ANSWER);
    for (boolean dark : new boolean[] {false, true}) {
      page.browser().dark(dark);
      for (int width : new int[] {360, 1280, 3840}) {
        page.browser().size(width, width == 360 ? 740 : width * 9 / 16);
        assertThat(page.browser().overflows()).as(width + " pixels").isFalse();
        assertThat(page.browser().axe()).as(width + " pixels").isEmpty();
        page.browser().keep("page-" + (dark ? "dark-" : "light-") + width);
      }
    }
    assertThat(page.browser().pages()).isEqualTo(1);
  }

  @Test
  void theReportsOwnButtonCopies() throws Exception {
    page.sample(1);
    assertThat(page.answer()).isEqualTo(ANSWER);
    page.browser().driver().switchTo().frame(page.at("report"));
    WebElement copy = page.browser().driver().findElement(By.cssSelector("button[data-copy]"));
    copy.click();
    page.waitFor("it is copied", () -> copy.getText().equals("Copied"));
  }

  @Test
  void packedFilesAreRead() throws Exception {
    Path packed = folder.resolve("capture.txt.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(FOUNDING, gzip);
    }
    page.choose(packed);
    assertThat(page.answer()).isEqualTo(ANSWER);
    assertThat(page.at("text").getDomProperty("value")).contains("192.168.40.129");
    byte[] whole = Files.readAllBytes(packed);
    page.choose(file("cut.gz", java.util.Arrays.copyOf(whole, whole.length / 2)));
    assertThat(page.answer()).startsWith("This was not judged: it cannot be unpacked: ");
    assertThat(page.hasReport()).isFalse();
  }

  @Test
  void packedFilesThatWereJoinedAreReadToTheEnd() throws Exception {
    byte[] whole = Files.readAllBytes(FOUNDING);
    Path packed = folder.resolve("joined.txt.gz");
    try (OutputStream joined = Files.newOutputStream(packed)) {
      for (int from = 0; from < whole.length; from += 500) {
        GZIPOutputStream gzip = new GZIPOutputStream(joined);
        gzip.write(whole, from, Math.min(500, whole.length - from));
        gzip.finish();
      }
    }
    page.choose(packed);
    assertThat(page.answer()).isEqualTo(ANSWER);
    String last = Files.readAllLines(FOUNDING).get(Files.readAllLines(FOUNDING).size() - 1);
    assertThat(page.at("text").getDomProperty("value")).contains(last);
  }

  @Test
  void textInUtf16IsRead() throws Exception {
    page.choose(file("utf16", ("\ufeff" + Files.readString(FOUNDING)).getBytes(UTF_16LE)));
    assertThat(page.answer()).isEqualTo(ANSWER);
    assertThat(page.at("text").getDomProperty("value")).contains("192.168.40.129");
  }

  @Test
  void whatCannotBeReadSaysWhatToDo() throws Exception {
    String not = "This was not judged: it cannot be read: ";
    byte[] pcap = new byte[40];
    System.arraycopy(
        new byte[] {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1}, 0, pcap, 0, 4);
    page.choose(file("a.pcap", pcap));
    assertThat(page.answer())
        .isEqualTo(
            not
                + "a browser cannot read capture files (pcap, pcapng): print it with "
                + "tcpdump -n -v -r FILE, and paste that");
    page.choose(file("a.xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4}));
    assertThat(page.answer())
        .isEqualTo(not + "it is compressed with xz: unpack it first, with xz -dc");
    page.choose(FOUNDING);
    assertThat(page.answer()).isEqualTo(ANSWER);
  }

  @Test
  void filesAndTextAreDropped() throws Exception {
    String drop =
        """
        const data = new DataTransfer(), text = new TextDecoder().decode(bytesOf(arguments[0]));
        if (arguments[1]) data.setData('text/plain', text);
        else data.items.add(new File([text], 'dropped.txt'));
        document.body.dispatchEvent(
            new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
        """;
    String text = Base64.getEncoder().encodeToString(Files.readAllBytes(FOUNDING));
    for (boolean selection : new boolean[] {false, true}) {
      page.open();
      page.browser().ask(drop, text, selection);
      assertThat(page.answer()).isEqualTo(ANSWER);
    }
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String name =
        "\"><img/src=x/onerror=document.title='hit'></iframe><script>document.title=1</script>";
    String text = Files.readString(FOUNDING, ISO_8859_1).replace("192.168.40.129", name);
    page.choose(file("<b>capture.txt", text.getBytes(ISO_8859_1)));
    assertThat(page.answer()).isNotEmpty().doesNotStartWith("This was not judged");
    assertThat(page.browser().driver().getTitle()).startsWith("Hopwise");
    page.browser().driver().switchTo().frame(page.at("report"));
    assertThat(page.browser().driver().findElements(By.cssSelector("img, iframe, b"))).isEmpty();
    assertThat(page.browser().ask("return document.title").toString()).startsWith("Hopwise");
  }

  @Test
  void nothingCanBeSent() {
    Object refused =
        page.browser()
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[0], refused = new Set();
                const wanted = ['connect-src', 'img-src', 'frame-src', 'form-action', 'script-src-elem'];
                document.addEventListener('securitypolicyviolation', event => {
                  refused.add(event.effectiveDirective);
                  if (wanted.every(each => refused.has(each))) done('all');
                });
                const add = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
                fetch('https://192.0.2.1/').catch(() => {});
                add('img', {src: 'https://192.0.2.1/i'});
                add('iframe', {src: 'https://192.0.2.1/f'});
                add('script', {src: 'https://192.0.2.1/s'});
                const form = Object.assign(document.createElement('form'), {action: 'https://192.0.2.1/'});
                document.body.append(form);
                form.submit();
                setTimeout(() => done([...refused].join()), 30000);
                """);
    assertThat(refused).isEqualTo("all");
    page.browser().complaints();
  }

  @Test
  void aLinkHoldsTheText() throws Exception {
    page.sample(1);
    assertThat(page.answer()).isEqualTo(ANSWER);
    page.at("link").click();
    page.waitFor("the link is made", () -> page.status().startsWith("The link holds the text"));
    String link = page.browser().driver().getCurrentUrl();
    page.open();
    assertThat(page.hasReport()).isFalse();
    page.browser().ask("location.hash = arguments[0]", link.substring(link.indexOf('#')));
    assertThat(page.answer()).as("in the page that is open").isEqualTo(ANSWER);
    page.open(link);
    assertThat(page.answer()).as("in a new page").isEqualTo(ANSWER);
    page.open(link.substring(0, link.length() - 20));
    assertThat(page.answer()).isEqualTo("This was not judged: the link does not hold a text");
  }

  private static void takeFiftyMegabytes() {
    page.browser()
        .ask(
            """
            const b = new TextEncoder().encode(Object.values(samples)[0]), all = new Uint8Array(50e6);
            let end = 0;
            for (; end + b.length < all.length; end += b.length) all.set(b, end);
            take(new File([all.subarray(0, end)], 'fifty.txt'));
            """);
  }

  @Test
  void fiftyMegabytesAreJudged() {
    takeFiftyMegabytes();
    assertThat(page.answer(Duration.ofMinutes(10)))
        .matches("192.168.40.129 probably did not send the \\d{5} resets of port 22\\.");
  }

  @Test
  void fiftyMegabytesAreStopped() throws Exception {
    takeFiftyMegabytes();
    page.waitFor("it says how much was read", () -> page.progress() > 0.03);
    assertThat(page.progress()).isLessThan(1);
    assertThat(page.at("text").getDomProperty("readOnly")).isEqualTo("true");
    page.at("stop").click();
    assertThat(page.status()).isEqualTo("Stopped: nothing was judged.");
    assertThat(page.hasReport()).isFalse();
    page.sample(1);
    assertThat(page.answer()).isEqualTo(ANSWER);
    assertThat(page.at("text").getDomProperty("readOnly")).isEqualTo("false");
  }

  @Test
  void theReportIsSaved() throws Exception {
    page.browser()
        .ask(
            """
            window.saved = [];
            const make = URL.createObjectURL;
            URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return make(blob); };
            HTMLAnchorElement.prototype.click = function() { saved.push(this.download); };
            """);
    page.choose(FOUNDING);
    assertThat(page.answer()).isEqualTo(ANSWER);
    page.browser().ask("saved.length = 0");
    for (String id : List.of("save", "json")) {
      page.at(id).click();
      page.waitFor("it is saved", () -> page.saved().size() == 2);
      List<String> saved = page.saved();
      assertThat(saved.get(0)).isEqualTo("who-sent-the-reset.txt." + id.replace("save", "html"));
      assertThat(saved.get(1)).contains("192.168.40.129");
      page.browser().ask("saved.length = 0");
    }
  }

  @Test
  void whatFailsShowsAsItself() throws Exception {
    page.sample(1);
    assertThat(page.answer()).isEqualTo(ANSWER);
    page.browser().ask("worker.postMessage({turn, bytes: null, name: 'x'})");
    page.waitFor("an error is seen", () -> !page.error().isEmpty());
    assertThat(page.error())
        .isEqualTo("This was not judged: something failed: java.lang.NullPointerException");
    assertThat(page.hasReport()).isFalse();
    page.open();
    page.browser()
        .ask(
            "script = Promise.resolve(URL.createObjectURL(new Blob(['throw Error(\"broken\")'])))");
    page.sample(1);
    assertThat(page.answer()).contains("This was not judged: ").contains("broken");
    assertThat(page.hasReport()).isFalse();
  }
}
