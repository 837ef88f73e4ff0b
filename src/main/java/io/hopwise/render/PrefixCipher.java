package io.hopwise.render;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Maps addresses one to one so that two of them share as many leading bits afterwards as before:
 * Crypto-PAn (Xu, Fan, Ammar, Moon: "Prefix-Preserving IP Address Anonymization", ICNP 2002), with
 * blocks that map to themselves, so that private addresses stay private and unicast never becomes
 * multicast.
 */
final class PrefixCipher {
  private static final int BLOCK = 16;

  /** A block of addresses: those that share the first {@code bits} bits of {@code start}. */
  static final class Prefix {
    private final byte[] start;
    private final int bits;

    Prefix(byte[] start, int bits) {
      this.start = start.clone();
      this.bits = bits;
    }

    boolean contains(byte[] address) {
      return address.length == start.length && sharedBits(address) >= bits;
    }

    /** How many leading bits an address shares with this block, at most the block's length. */
    int sharedBits(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        if (bit(address, bit) != bit(start, bit)) {
          return bit;
        }
      }
      return bits;
    }
  }

  private final Cipher aes;
  private final byte[] pad;
  private final List<Prefix> kept;

  /**
   * @param key 32 bytes: an AES key and the seed of the padding
   * @param kept blocks that map to themselves
   */
  PrefixCipher(byte[] key, List<Prefix> kept) {
    this.kept = kept;
    try {
      // As in the paper, single blocks serve as a keyed random function, so no mode is needed.
      aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, 0, BLOCK, "AES"));
      pad = aes.doFinal(key, BLOCK, BLOCK);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES", e);
    }
  }

  /** The replacement of an address. */
  byte[] map(byte[] address) {
    int keptBits = keptBits(address);
    byte[] mapped = address.clone();
    for (int bit = 0; bit < address.length * 8; bit++) {
      // Bits that decide whether the address is in a kept block do not change.
      if (bit >= keptBits && flips(address, bit)) {
        mapped[bit / 8] ^= (byte) (0x80 >> (bit % 8));
      }
    }
    return mapped;
  }

  /**
   * How many leading bits must not change: up to and including the bit that leaves the last kept
   * block.
   */
  private int keptBits(byte[] address) {
    int most = 0;
    for (Prefix block : kept) {
      if (block.start.length == address.length) {
        most = Math.max(most, Math.min(block.bits, block.sharedBits(address) + 1));
      }
    }
    return most;
  }

  private boolean flips(byte[] address, int bits) {
    byte[] input = pad.clone();
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      int value = bit(address, bit) ? mask : 0;
      input[bit / 8] = (byte) ((input[bit / 8] & ~mask) | value);
    }
    try {
      return (aes.doFinal(input)[0] & 0x80) != 0;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a whole block was given: " + Arrays.toString(input), e);
    }
  }

  private static boolean bit(byte[] bytes, int index) {
    return (bytes[index / 8] & (0x80 >> (index % 8))) != 0;
  }
}
