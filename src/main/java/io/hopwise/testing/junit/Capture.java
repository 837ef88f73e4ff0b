package io.hopwise.testing.junit;

import io.hopwise.testing.capture.PacketCapture;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides a test parameter of type {@link PacketCapture} from a file with tcpdump's text, pcap or
 * pcapng, optionally compressed with gzip.
 *
 * <pre>{@code
 * @Test
 * void firewallResetsSsh(@Capture("ssh.txt") PacketCapture capture) { … }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CaptureResolver.class)
public @interface Capture {
  /**
   * The file: the first that exists of a resource beside the test class, a resource at the root of
   * the class path, and a path relative to the working directory.
   */
  String value();
}
