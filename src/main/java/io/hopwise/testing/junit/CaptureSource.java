package io.hopwise.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for every capture that a pattern finds; the files' paths are the
 * display names.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @CaptureSource(glob = "captures/*.txt")
 * void nothingIsLost(PacketCapture capture) { … }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(CapturesProvider.class)
public @interface CaptureSource {
  /**
   * Which files, as {@link java.nio.file.FileSystem#getPathMatcher} reads it: {@code *} within a
   * folder, {@code **} across folders, {@code {txt,pcap}}. Looked for from the working directory,
   * and if that has none, from the folders of the class path. Finding none fails the test.
   */
  String glob();
}
