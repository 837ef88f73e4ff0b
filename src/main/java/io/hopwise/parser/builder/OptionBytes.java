package io.hopwise.parser.builder;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.TcpOption;

/** The length of TCP options on the wire. */
public final class OptionBytes {
  private OptionBytes() {}

  /** The length of all options in bytes, padded to a multiple of four. */
  public static int padded(ImmutableList<TcpOption> options) {
    int bytes = options.stream().mapToInt(TcpOption::wireBytes).sum();
    return (bytes + 3) / 4 * 4;
  }
}
