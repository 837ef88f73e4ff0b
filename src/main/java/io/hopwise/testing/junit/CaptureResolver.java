package io.hopwise.testing.junit;

import io.hopwise.testing.capture.PacketCapture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Finds and reads what {@link Capture} names. */
final class CaptureResolver implements ParameterResolver {
  CaptureResolver() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    if (!parameter.isAnnotated(Capture.class)) {
      return false;
    }
    Class<?> type = parameter.getParameter().getType();
    if (type != PacketCapture.class) {
      throw new ParameterResolutionException(
          "@Capture is for parameters of type PacketCapture, not " + type.getSimpleName());
    }
    return true;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String name = parameter.findAnnotation(Capture.class).map(Capture::value).orElseThrow();
    try {
      byte[] content = find(context.getRequiredTestClass(), name);
      return PacketCapture.fromFile(name, content);
    } catch (IOException e) {
      throw new ParameterResolutionException(
          "cannot read @Capture(\"" + name + "\"): " + e.getMessage(), e);
    }
  }

  private static byte[] find(Class<?> test, String name) throws IOException {
    try (InputStream beside = resource(test, name)) {
      if (beside != null) {
        return beside.readAllBytes();
      }
    }
    Path path = Path.of(name);
    if (Files.exists(path)) {
      return Files.readAllBytes(path);
    }
    throw new IOException(
        "no resource beside "
            + test.getSimpleName()
            + " or at the root of the class path, and no file "
            + path.toAbsolutePath());
  }

  private static @Nullable InputStream resource(Class<?> test, String name) {
    InputStream beside = test.getResourceAsStream(name);
    return beside != null || name.startsWith("/") ? beside : test.getResourceAsStream("/" + name);
  }
}
