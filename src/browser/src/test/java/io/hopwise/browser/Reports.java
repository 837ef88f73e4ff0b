package io.hopwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Hopwise as a command. */
final class Reports {
  static final Path ROOT =
      Path.of(System.getProperty("hopwise.root", ".")).toAbsolutePath().normalize();

  private static Path founding;

  private Reports() {}

  /** The HTML report on a capture. */
  static Path of(Path capture) throws IOException, InterruptedException {
    Path report = Files.createTempFile("report", ".html");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("hopwise.java").split(" ")));
    command.addAll(List.of("analyze", capture.toString(), "--quiet", "--format", "html"));
    Process hopwise =
        new ProcessBuilder(command)
            .redirectOutput(report.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(hopwise.waitFor()).as(String.join(" ", command)).isIn(0, 4);
    return report;
  }

  /** The report on the founding case, made once. */
  static synchronized Path founding() throws IOException, InterruptedException {
    if (founding == null) {
      founding = of(ROOT.resolve("testdata/reset/who-sent-the-reset.txt"));
    }
    return founding;
  }

  /** The report on text. */
  static Path onText(String text) throws IOException, InterruptedException {
    Path capture = Files.createTempFile("capture", ".txt");
    Files.writeString(capture, text);
    try {
      return of(capture);
    } finally {
      Files.delete(capture);
    }
  }
}
