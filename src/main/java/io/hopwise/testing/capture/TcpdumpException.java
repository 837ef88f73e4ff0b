package io.hopwise.testing.capture;

import java.io.IOException;

/**
 * tcpdump is missing or failed; the message says why and what to do.
 *
 * @since 0.1
 */
public final class TcpdumpException extends IOException {
  private static final long serialVersionUID = 1L;

  TcpdumpException(String message) {
    super(message);
  }
}
