package io.hopwise.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** A headless Chromium that is offline, with what tests ask of a page. */
final class Browser implements AutoCloseable {
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;
  private final Path profile;

  private Browser(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
  }

  /** A browser; a test that asks for one is skipped where there is none. */
  static Browser open(boolean scripts) throws IOException {
    Path binary = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(DRIVER);
    boolean installed = !binary.equals(DRIVER) && Files.isExecutable(DRIVER);
    assumeTrue(installed, "SKIPPED: no Chromium and chromedriver are installed");
    Path profile = Files.createTempDirectory("hopwise-browser");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary.toString());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    if (!scripts) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    Browser browser = new Browser(new ChromeDriver(service, options), profile);
    browser.goOffline();
    return browser;
  }

  ChromeDriver driver() {
    return driver;
  }

  private void goOffline() {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
  }

  void show(Path page) {
    driver.get(page.toUri().toString());
  }

  /** Sets the size of the window in CSS pixels; smaller than windows can be, too. */
  void size(int width, int height) {
    Map<String, Object> metrics = new HashMap<>();
    metrics.put("width", width);
    metrics.put("height", height);
    metrics.put("deviceScaleFactor", 1);
    metrics.put("mobile", false);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
  }

  void dark(boolean dark) {
    Map<String, Object> feature =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** What a script returns. */
  Object ask(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The lower edge of an element in CSS pixels from the top of the page. */
  long bottomOf(String selector) {
    return ((Number)
            ask(
                "return Math.ceil(document.querySelector(arguments[0])"
                    + ".getBoundingClientRect().bottom)",
                selector))
        .longValue();
  }

  boolean overflows() {
    return (Boolean) ask("return document.documentElement.scrollWidth > window.innerWidth");
  }

  /** What axe finds wrong, a line each; everything that opens is opened first. */
  String axe() throws IOException {
    try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
      ask(new String(axe.readAllBytes(), UTF_8));
    }
    // A report of a thousand rows takes it a while on a busy machine.
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
    return (String)
        driver.executeAsyncScript(
            """
            const done = arguments[0];
            for (const d of document.querySelectorAll('details')) d.open = true;
            axe.run(document).then(r => done(r.violations.map(
                v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')).join('\\n')),
                e => done('axe failed: ' + e));
            """);
  }

  /** What the browser complains of. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .collect(Collectors.toList());
  }

  /** The number of pages on paper. */
  int pages() {
    byte[] pdf = Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
    String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.split("/Type ?/Page\\b(?!s)", -1).length - 1;
  }

  /** Keeps what the screen shows as a picture to look at. */
  void keep(String name) throws IOException {
    Path folder = Path.of(System.getProperty("hopwise.root", "."), "target", "screens");
    Files.createDirectories(folder);
    byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
    assertThat(picture.length).as("screenshot " + name).isGreaterThan(1000);
    Files.write(folder.resolve(name + ".png"), picture);
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
