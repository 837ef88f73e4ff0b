package io.hopwise.render;

/**
 * The spellings of tcpdump's 4.99 series. They differ only in the IPv6 header.
 *
 * @since 0.1
 */
public enum TcpdumpRelease {
  /**
   * 4.99.0 to 4.99.5: {@code next-header UDP (17) payload length: 21}, as most distributions ship.
   */
  V4_99_3,
  /** 4.99.6 and later: {@code next-header UDP (17), payload length 21}. */
  V4_99_6
}
