package io.hopwise.testing.junit;

import io.hopwise.testing.capture.PacketCapture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Finds and reads what {@link CaptureSource} describes. */
final class CapturesProvider implements ArgumentsProvider, AnnotationConsumer<CaptureSource> {
  String glob = "";

  CapturesProvider() {}

  @Override
  public void accept(CaptureSource source) {
    glob = source.glob();
  }

  @Override
  @SuppressWarnings("deprecation") // its successor is newer than the JUnit 5 that users may have
  public Stream<? extends Arguments> provideArguments(ExtensionContext context) throws IOException {
    return captures(context.getRequiredTestClass().getClassLoader());
  }

  /** What the pattern finds, for a test whose class path this loader knows. */
  Stream<Arguments> captures(ClassLoader loader) throws IOException {
    Path absolute = Path.of(fixedFolder()).getRoot();
    List<Path> roots = absolute == null ? roots(loader) : List.of(absolute);
    for (Path root : roots) {
      List<Path> files = find(root);
      if (!files.isEmpty()) {
        return files.stream().map(file -> Arguments.of(read(root, file)));
      }
    }
    throw new IOException("@CaptureSource(glob = \"" + glob + "\") finds nothing in " + roots);
  }

  private List<Path> find(Path root) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    Path start = root.resolve(fixedFolder());
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(start)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> matcher.matches(path(root, file)))
          .sorted()
          .toList();
    }
  }

  /** The folders before the first wildcard: nothing outside them can match. */
  private String fixedFolder() {
    int wildcard = 0;
    while (wildcard < glob.length() && "*?[{\\".indexOf(glob.charAt(wildcard)) < 0) {
      wildcard++;
    }
    int slash = glob.lastIndexOf('/', wildcard - 1);
    return slash < 0 ? "" : glob.substring(0, Math.max(1, slash));
  }

  private static List<Path> roots(ClassLoader loader) throws IOException {
    List<Path> roots = new ArrayList<>();
    roots.add(Path.of("").toAbsolutePath());
    for (URL url : Collections.list(loader.getResources(""))) {
      if (url.getProtocol().equals("file")) {
        roots.add(Path.of(uri(url)));
      }
    }
    return roots;
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** The path of a file as the pattern describes it. */
  private Path path(Path root, Path file) {
    return Path.of(fixedFolder()).isAbsolute() ? file : root.relativize(file);
  }

  private Named<PacketCapture> read(Path root, Path file) {
    String name = path(root, file).toString();
    try {
      return Named.of(name, PacketCapture.fromFile(name, Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
