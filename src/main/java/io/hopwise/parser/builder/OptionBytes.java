package io.hopwise.parser.builder;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.TcpOption;

/** The length of TCP options on the wire. */
public final class OptionBytes {
  private OptionBytes() {}

  /** The length of all options in bytes, padded to a multiple of four. */
  public static int padded(ImmutableList<TcpOption> options) {
    int bytes = 0;
    for (TcpOption option : options) {
      bytes += of(option);
    }
    return (bytes + 3) / 4 * 4;
  }

  private static int of(TcpOption option) {
    if (option instanceof TcpOption.Flag flag) {
      return flag == TcpOption.Flag.SACK_OK ? 2 : 1;
    }
    if (option instanceof TcpOption.Mss) {
      return 4;
    }
    if (option instanceof TcpOption.WindowScale) {
      return 3;
    }
    if (option instanceof TcpOption.Timestamps) {
      return 10;
    }
    if (option instanceof TcpOption.Sack sack) {
      return 2 + 8 * sack.blocks().size();
    }
    return ofRarer(option);
  }

  private static int ofRarer(TcpOption option) {
    if (option instanceof TcpOption.Value) {
      return 6;
    }
    if (option instanceof TcpOption.Md5) {
      return 18;
    }
    if (option instanceof TcpOption.UserTimeout) {
      return 4;
    }
    if (option instanceof TcpOption.Authentication ao) {
      return 4 + ao.mac().length() / 2;
    }
    if (option instanceof TcpOption.FastOpen tfo) {
      return (tfo.experimental() ? 4 : 2) + tfo.cookie().length() / 2;
    }
    if (option instanceof TcpOption.Multipath mptcp) {
      return mptcp.length().orElse(0);
    }
    return option instanceof TcpOption.Unknown unknown ? 2 + unknown.data().length() / 2 : 0;
  }
}
