package io.hopwise.packet;

import com.google.common.collect.ImmutableList;

/**
 * A TCP option.
 *
 * @see <a href="https://www.iana.org/assignments/tcp-parameters/tcp-parameters.xhtml">IANA's
 *     list</a>
 */
public sealed interface TcpOption {
  /** The option's name in tcpdump's words, such as {@code mss}; also its {@code kind} in JSON. */
  String kind();

  /** Options without a value: {@code eol}, {@code nop}, {@code sackOK}. */
  enum Flag implements TcpOption {
    /** End of options, kind 0. */
    EOL("eol"),
    /** Padding, kind 1. */
    NOP("nop"),
    /** Selective acknowledgement permitted, kind 4 (RFC 2018). */
    SACK_OK("sackOK");

    private final String kind;

    Flag(String kind) {
      this.kind = kind;
    }

    @Override
    public String kind() {
      return kind;
    }
  }

  /**
   * Maximum segment size, kind 2.
   *
   * @param value bytes, 0 to 65535
   */
  record Mss(int value) implements TcpOption {
    @Override
    public String kind() {
      return "mss";
    }
  }

  /**
   * Window scale, kind 3 (RFC 7323).
   *
   * @param value the shift, 0 to 255 (above 14 is not valid)
   */
  record WindowScale(int value) implements TcpOption {
    @Override
    public String kind() {
      return "wscale";
    }
  }

  /**
   * Selective acknowledgement, kind 5 (RFC 2018).
   *
   * @param blocks the blocks in their order on the wire
   */
  record Sack(ImmutableList<Block> blocks) implements TcpOption {
    /**
     * A block of received bytes.
     *
     * @param left the first sequence number, as printed
     * @param right the sequence number behind the last byte, as printed
     */
    public record Block(long left, long right) {}

    @Override
    public String kind() {
      return "sack";
    }
  }

  /**
   * Timestamps, kind 8 (RFC 7323).
   *
   * @param val the sender's clock, 0 to 4294967295
   * @param ecr the other side's clock echoed, 0 to 4294967295
   */
  record Timestamps(long val, long ecr) implements TcpOption {
    @Override
    public String kind() {
      return "TS";
    }
  }

  /**
   * Any other option, or one that tcpdump marks as damaged.
   *
   * @param kind tcpdump's word, such as {@code md5}, {@code mptcp}, {@code tfo}, {@code
   *     unknown-201}
   * @param text what stood behind the word, empty where nothing
   */
  record Other(String kind, String text) implements TcpOption {}
}
