package io.hopwise.packet;

import org.jspecify.annotations.Nullable;

/**
 * The flag bits of a TCP segment.
 *
 * @param bits the bits as on the wire, 0 to 511: FIN is 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32, ECE
 *     64, CWR 128, AE 256
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.1">RFC 9293 section 3.1</a>
 * @since 0.1
 */
public record TcpFlags(int bits) {
  /** No more data from the sender. */
  public static final int FIN = 1;

  /** Synchronise sequence numbers: opens a connection. */
  public static final int SYN = 1 << 1;

  /** Reset: refuses or ends a connection. */
  public static final int RST = 1 << 2;

  /** Push. */
  public static final int PSH = 1 << 3;

  /** The acknowledgement number is valid. */
  public static final int ACK = 1 << 4;

  /** The urgent pointer is valid. */
  public static final int URG = 1 << 5;

  /** ECN echo (RFC 3168). */
  public static final int ECE = 1 << 6;

  /** Congestion window reduced (RFC 3168). */
  public static final int CWR = 1 << 7;

  /** Accurate ECN (RFC 9768), printed by tcpdump 5.0 only. */
  public static final int AE = 1 << 8;

  private static final String LETTERS = "FSRP.UEWe";

  /** Texts already built, by flag bits. Threads may race here: each would store an equal text. */
  private static final @Nullable String[] KNOWN = new String[1 << LETTERS.length()];

  /**
   * Reads the letters a current tcpdump prints between the brackets of {@code Flags […]}.
   *
   * @param letters letters of {@code FSRP.UEWe}, or {@code none}
   * @throws IllegalArgumentException if there is any other letter
   */
  public static TcpFlags of(String letters) {
    if (letters.equals("none")) {
      return new TcpFlags(0);
    }
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      int bit = LETTERS.indexOf(letters.charAt(i));
      if (bit < 0) {
        throw new IllegalArgumentException("not a TCP flag: " + letters.charAt(i));
      }
      bits |= 1 << bit;
    }
    return new TcpFlags(bits);
  }

  /** Whether any of the given bits is set. */
  public boolean has(int mask) {
    return (bits & mask) != 0;
  }

  /** The letters a current tcpdump prints, such as {@code S.}; empty where no bit is set. */
  @Override
  public String toString() {
    if (bits < 0 || bits >= KNOWN.length) {
      return letters();
    }
    String known = KNOWN[bits];
    if (known == null) {
      known = letters();
      KNOWN[bits] = known;
    }
    return known;
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int bit = 0; bit < LETTERS.length(); bit++) {
      if (has(1 << bit)) {
        letters.append(LETTERS.charAt(bit));
      }
    }
    return letters.toString();
  }
}
