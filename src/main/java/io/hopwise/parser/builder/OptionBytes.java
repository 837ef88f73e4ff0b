package io.hopwise.parser.builder;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.TcpOption;

/** The length of TCP options on the wire. */
public final class OptionBytes {
  private OptionBytes() {}

  /**
   * The length of all options in bytes, padded to a multiple of four; without those whose length
   * the text does not tell.
   */
  public static int padded(ImmutableList<TcpOption> options) {
    int bytes = 0;
    for (TcpOption option : options) {
      bytes += option.wireBytes().orElse(0);
    }
    return (bytes + 3) / 4 * 4;
  }
}
