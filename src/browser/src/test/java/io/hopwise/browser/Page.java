package io.hopwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page to paste into, in a browser, with what tests ask of it. */
final class Page {
  static final Path FILE = Reports.ROOT.resolve("target/page/hopwise.html");

  /** Far more than anything takes. It is only waited for where something is broken. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Browser browser;

  Page(Browser browser) {
    this.browser = browser;
    browser.driver().manage().timeouts().scriptTimeout(LONG);
  }

  Browser browser() {
    return browser;
  }

  /** Opens the page anew. */
  void open() {
    open(FILE.toUri().toString());
  }

  void open(String address) {
    browser.driver().get("about:blank");
    browser.driver().get(address);
  }

  WebElement at(String id) {
    browser.driver().switchTo().defaultContent();
    return browser.driver().findElement(By.id(id));
  }

  /** Chooses one of the samples, of which the first is 1. */
  void sample(int number) {
    Object before = turn();
    at("sample").sendKeys(Keys.HOME + Keys.ARROW_DOWN.toString().repeat(number));
    waitFor("the sample is taken", () -> !turn().equals(before));
  }

  void choose(Path file) {
    Object before = turn();
    at("file").sendKeys(file.toString());
    waitFor("the file is taken", () -> !turn().equals(before));
  }

  /** Which of the page's questions is the latest. */
  private Object turn() {
    return browser.ask("return turn");
  }

  String status() {
    return at("status").getText();
  }

  String error() {
    return at("error").getText();
  }

  boolean hasReport() {
    return at("report").isDisplayed();
  }

  /** How much was read, 0 to 1. */
  double progress() {
    return ((Number) browser.ask("return document.getElementById('progress').value")).doubleValue();
  }

  /** What the page offered to save, as a test arranged it. */
  @SuppressWarnings("unchecked")
  List<String> saved() {
    return (List<String>) browser.ask("return saved");
  }

  /** The headline of the report on what was given last, or the error. */
  String answer() {
    return answer(LONG);
  }

  /** The same, which may take so long. */
  String answer(Duration atMost) {
    String[] answer = {""};
    waitFor(
        "an answer",
        atMost,
        () -> {
          answer[0] = error();
          boolean reading = (Boolean) browser.ask("return !stop.disabled");
          return !reading && (!answer[0].isEmpty() || hasReport());
        });
    if (answer[0].isEmpty()) {
      browser.driver().switchTo().frame(at("report"));
      answer[0] = browser.driver().findElement(By.tagName("h1")).getText();
      browser.driver().switchTo().defaultContent();
    }
    return answer[0];
  }

  void waitFor(String what, BooleanSupplier condition) {
    waitFor(what, LONG, condition);
  }

  private void waitFor(String what, Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
