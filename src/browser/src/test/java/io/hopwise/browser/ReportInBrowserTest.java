package io.hopwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Reports as people get them: a file, opened from disk, in a browser that is offline. */
class ReportInBrowserTest {
  @Test
  void theAnswerIsSeenWithoutScrolling() throws Exception {
    try (Browser browser = Browser.open(true)) {
      browser.size(1280, 720);
      browser.show(Reports.founding());
      assertThat(browser.bottomOf("h1")).isLessThan(300);
      assertThat(browser.bottomOf("svg.wide")).as("the path").isLessThan(720);
      browser.keep("founding");
      browser.size(360, 740);
      assertThat(browser.bottomOf("svg.narrow")).as("the path on a phone").isLessThan(740);
      browser.keep("founding-phone");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void nothingIsLoaded() throws Exception {
    try (Browser browser = Browser.open(true)) {
      browser.show(Reports.founding());
      assertThat(browser.ask("return performance.getEntriesByType('resource').length"))
          .isEqualTo(0L);
    }
  }

  @Test
  void theSentenceToPassOnIsCopiedFromTheKeyboard() throws Exception {
    try (Browser browser = Browser.open(true)) {
      browser.show(Reports.founding());
      WebElement button = browser.driver().findElement(By.cssSelector("button[data-copy]"));
      for (int i = 0; i < 5 && !button.equals(focused(browser)); i++) {
        new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
      }
      assertThat(focused(browser)).isEqualTo(button);
      new Actions(browser.driver()).sendKeys(Keys.ENTER).perform();
      assertThat(button.getText()).isEqualTo("Copied");
    }
  }

  private static WebElement focused(Browser browser) {
    return browser.driver().switchTo().activeElement();
  }

  @Test
  void withoutScriptsNothingIsMissingButTheButton() throws Exception {
    try (Browser browser = Browser.open(false)) {
      browser.show(Reports.founding());
      assertThat(browser.driver().findElement(By.tagName("h1")).getText())
          .isEqualTo("192.168.40.129 probably did not send the 3 resets of port 22.");
      assertThat(browser.driver().findElement(By.tagName("blockquote")).isDisplayed()).isTrue();
      assertThat(browser.driver().findElement(By.tagName("button")).isDisplayed()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"360, 740", "768, 1024", "1280, 720", "3840, 2160"})
  void everyWidthIsUsedAndNoneOverflows(int width, int height) throws Exception {
    String names = Talks.reset(50, "client-of-a-long.department.example", "a-long-name.example.h");
    try (Browser browser = Browser.open(true)) {
      browser.size(width, height);
      for (Path page : List.of(Reports.founding(), Reports.onText(names))) {
        browser.show(page);
        assertThat(browser.overflows()).as(width + " pixels").isFalse();
      }
      browser.keep("fifty-" + width);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void axeFindsNothingWrong(boolean dark) throws Exception {
    List<Path> pages =
        List.of(
            Reports.founding(),
            Reports.onText(Talks.reset(20, "192.0.2.1", "198.51.100.")),
            Reports.onText(Talks.replies(1000)));
    try (Browser browser = Browser.open(true)) {
      browser.dark(dark);
      int number = 0;
      for (Path page : pages) {
        for (int width : new int[] {360, 1280}) {
          browser.size(width, 900);
          browser.show(page);
          browser.keep("page" + number + (dark ? "-dark-" : "-light-") + width);
          assertThat(browser.axe()).as("violations, " + width + " pixels").isEmpty();
        }
        number++;
      }
    }
  }

  @Test
  void darkIsDark() throws Exception {
    try (Browser browser = Browser.open(true)) {
      browser.show(Reports.founding());
      String ground = "return getComputedStyle(document.body).backgroundColor";
      browser.dark(false);
      Object light = browser.ask(ground);
      browser.dark(true);
      assertThat(browser.ask(ground)).isNotEqualTo(light);
    }
  }

  @Test
  void itPrintsOnFewPages() throws Exception {
    try (Browser browser = Browser.open(true)) {
      browser.dark(true);
      browser.show(Reports.founding());
      assertThat(browser.pages()).isBetween(1, 2);
    }
  }

  @Test
  void ofManyFindingsEachOpensOnDemand() throws Exception {
    try (Browser browser = Browser.open(true)) {
      browser.size(1280, 720);
      browser.show(Reports.onText(Talks.reset(50, "192.0.2.1", "198.51.100.")));
      List<WebElement> lines = browser.driver().findElements(By.cssSelector(".list > details"));
      assertThat(lines).hasSize(50);
      WebElement second = lines.get(1);
      assertThat(second.findElement(By.tagName("blockquote")).isDisplayed()).isFalse();
      second.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
      assertThat(second.findElement(By.tagName("blockquote")).isDisplayed()).isTrue();
      browser.keep("fifty-opened");
    }
  }

  @Test
  void hostileNamesStayText() throws Exception {
    for (String name :
        List.of(
            "<script>document.title='hit'</script>",
            "\"><img/src=x/onerror=document.title='hit'>",
            "</title><svg/onload=document.title='hit'>")) {
      try (Browser browser = Browser.open(true)) {
        String founding =
            Files.readString(Reports.ROOT.resolve("testdata/reset/who-sent-the-reset.txt"));
        browser.show(Reports.onText(founding.replace("192.168.40.129", name)));
        assertThat(browser.driver().getTitle()).startsWith("Hopwise: ");
        assertThat(browser.driver().findElements(By.cssSelector("img, iframe"))).isEmpty();
        assertThat(browser.complaints()).isEmpty();
      }
    }
  }

  @Test
  void twoHundredThousandPacketsMakeASmallFile() throws IOException, InterruptedException {
    Path many = Reports.onText(Talks.reset(40_000, "192.0.2.1", "198.51.100."));
    assertThat(Files.size(many)).isLessThan(1 << 20);
    Path sources = Reports.onText(Talks.replies(67_000));
    assertThat(Files.size(sources)).isLessThan(1 << 20);
  }
}
