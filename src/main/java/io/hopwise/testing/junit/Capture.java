package io.hopwise.testing.junit;

import io.hopwise.testing.PacketCapture;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fills a test's parameter of type {@link PacketCapture} from a file: tcpdump's text, pcap or
 * pcapng, any of them compressed with gzip.
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
   * The file: a resource beside the test class, a resource from the class path's root, or a path
   * from the working directory; the first that exists.
   */
  String value();
}
