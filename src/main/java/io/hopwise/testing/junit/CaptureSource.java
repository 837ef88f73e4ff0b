package io.hopwise.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for each capture file that matches a pattern. The paths are the
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
   * Which files, as a glob of {@link java.nio.file.FileSystem#getPathMatcher}: {@code *} within a
   * folder, {@code **} across folders, {@code {txt,pcap}}. Files are searched in the working
   * directory or, if there are none, in the folders of the class path; those of an absolute path
   * where it says. The test fails if none is found.
   */
  String glob();
}
