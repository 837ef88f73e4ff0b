package io.hopwise.testing;

import java.io.IOException;

/**
 * No tcpdump, or one that does not do what is asked; the message says why and what to do.
 *
 * @since 0.1
 */
public final class TcpdumpException extends IOException {
  private static final long serialVersionUID = 1L;

  TcpdumpException(String message) {
    super(message);
  }
}
