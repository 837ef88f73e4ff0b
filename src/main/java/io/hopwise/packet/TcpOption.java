package io.hopwise.packet;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/**
 * A TCP option.
 *
 * @see <a href="https://www.iana.org/assignments/tcp-parameters/tcp-parameters.xhtml">IANA's
 *     list</a>
 * @since 0.1
 */
public sealed interface TcpOption {
  /** The option's name in tcpdump's words, such as {@code mss}; also its {@code kind} in JSON. */
  String kind();

  /**
   * What a current tcpdump prints after the name; often empty. The whole option is {@code kind()}
   * and, if this is not empty, a space and this text.
   */
  String text();

  /** The option's length on the wire in bytes, 1 to 255, if tcpdump's text tells it. */
  OptionalInt wireBytes();

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
    public OptionalInt wireBytes() {
      return OptionalInt.of(this == SACK_OK ? 2 : 1);
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public String text() {
      return "";
    }
  }

  /**
   * Maximum segment size, kind 2.
   *
   * @param value bytes, 0 to 65535
   */
  record Mss(int value) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(4);
    }

    @Override
    public String kind() {
      return "mss";
    }

    @Override
    public String text() {
      return Integer.toString(value);
    }
  }

  /**
   * Window scale, kind 3 (RFC 7323).
   *
   * @param value the shift, 0 to 255 (above 14 is not valid)
   */
  record WindowScale(int value) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(3);
    }

    @Override
    public String kind() {
      return "wscale";
    }

    @Override
    public String text() {
      return Integer.toString(value);
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
     * @param right the sequence number after the last byte, as printed
     */
    public record Block(long left, long right) {}

    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(2 + 8 * blocks.size());
    }

    @Override
    public String kind() {
      return "sack";
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder().append(blocks.size()).append(' ');
      for (Block block : blocks) {
        text.append('{').append(block.left()).append(':').append(block.right()).append('}');
      }
      return text.toString();
    }
  }

  /**
   * Timestamps, kind 8 (RFC 7323).
   *
   * @param val the sender's clock, 0 to 4294967295
   * @param ecr the echoed clock of the other side, 0 to 4294967295
   */
  record Timestamps(long val, long ecr) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(10);
    }

    @Override
    public String kind() {
      return "TS";
    }

    @Override
    public String text() {
      return "val " + val + " ecr " + ecr;
    }
  }

  /**
   * An option with one number: {@code echo} and {@code echoreply} (kinds 6 and 7, RFC 1072), {@code
   * cc}, {@code ccnew} and {@code ccecho} (kinds 11 to 13, RFC 1644).
   *
   * @param kind tcpdump's word
   * @param value 0 to 4294967295
   */
  record Value(String kind, long value) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(6);
    }

    @Override
    public String text() {
      return Long.toString(value);
    }
  }

  /**
   * MD5 signature, kind 19 (RFC 2385).
   *
   * @param text the digest as 32 hexadecimal digits where printed; otherwise {@code valid} or
   *     {@code invalid}, as tcpdump found with {@code -M}; without {@code -M}, current releases
   *     print a remark before the digest: {@code shared secret not supplied with -M, can't check -
   *     0001…}
   */
  record Md5(String text) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(18);
    }

    @Override
    public String kind() {
      return "md5";
    }
  }

  /**
   * User time-out, kind 28 (RFC 5482).
   *
   * @param raw the field, 0 to 65535: the highest bit says minutes, the rest is the number
   * @param seconds the time-out in seconds
   */
  record UserTimeout(int raw, long seconds) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(4);
    }

    @Override
    public String kind() {
      return "uto";
    }

    @Override
    public String text() {
      return "0x" + Integer.toHexString(raw) + " " + seconds;
    }
  }

  /**
   * Authentication, kind 29 (RFC 5925).
   *
   * @param keyId the key used, 0 to 255
   * @param nextKeyId the key the sender asks the receiver to use, 0 to 255
   * @param mac the authentication code in hexadecimal digits
   */
  record Authentication(int keyId, int nextKeyId, String mac) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(4 + mac.length() / 2);
    }

    @Override
    public String kind() {
      return "tcp-ao";
    }

    @Override
    public String text() {
      return "keyid " + keyId + " rnextkeyid " + nextKeyId + " mac 0x" + mac;
    }
  }

  /**
   * Fast open, kind 34 (RFC 7413), or its experimental form in kind 254.
   *
   * @param experimental whether it is the experimental form
   * @param cookie the cookie in hexadecimal digits, empty for a request for one
   */
  record FastOpen(boolean experimental, String cookie) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of((experimental ? 4 : 2) + cookie.length() / 2);
    }

    @Override
    public String kind() {
      return experimental ? "exp-tfo" : "tfo";
    }

    @Override
    public String text() {
      String words = cookie.isEmpty() ? "cookiereq" : "cookie " + cookie;
      return experimental ? words : " " + words;
    }
  }

  /**
   * Multipath TCP, kind 30 (RFC 8684).
   *
   * @param subtype what the option is for
   * @param length the option's length in bytes, if printed (since 4.99)
   * @param details what was printed after the subtype, such as {@code id 2 token 0x1}; often empty
   */
  record Multipath(Subtype subtype, OptionalInt length, String details) implements TcpOption {
    /** What a multipath option is for. */
    public enum Subtype {
      /** Opens a connection. */
      CAPABLE("capable"),
      /** Joins a connection. */
      JOIN("join"),
      /** Maps data and acknowledges it. */
      DSS("dss"),
      /** Announces an address. */
      ADD_ADDRESS("add-addr"),
      /** Withdraws an address. */
      REMOVE_ADDRESS("rem-addr"),
      /** Changes a subflow's priority. */
      PRIORITY("prio"),
      /** Falls back to plain TCP. */
      FAIL("fail"),
      /** Closes the connection at once. */
      FAST_CLOSE("fast-close"),
      /** Resets a subflow. */
      RESET("tcprst"),
      /** A subtype unknown to tcpdump. */
      UNKNOWN("unknown");

      private final String word;

      Subtype(String word) {
        this.word = word;
      }

      /** The word tcpdump prints. */
      public String word() {
        return word;
      }
    }

    @Override
    public OptionalInt wireBytes() {
      return length;
    }

    @Override
    public String kind() {
      return "mptcp";
    }

    @Override
    public String text() {
      String size = length.isPresent() ? length.getAsInt() + " " : "";
      return size + subtype.word() + (details.isEmpty() ? "" : " " + details);
    }
  }

  /**
   * An option unknown to the release of tcpdump that printed it.
   *
   * @param number its kind, 0 to 255
   * @param data its bytes after the length, in hexadecimal digits; often empty
   */
  record Unknown(int number, String data) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.of(2 + data.length() / 2);
    }

    @Override
    public String kind() {
      return "unknown-" + number;
    }

    @Override
    public String text() {
      return data.isEmpty() ? "" : "0x" + data;
    }
  }

  /**
   * Any other option, or one that tcpdump marks as damaged.
   *
   * @param kind tcpdump's word, such as {@code scps}
   * @param text what was printed after the word; may be empty
   */
  record Other(String kind, String text) implements TcpOption {
    @Override
    public OptionalInt wireBytes() {
      return OptionalInt.empty();
    }
  }
}
