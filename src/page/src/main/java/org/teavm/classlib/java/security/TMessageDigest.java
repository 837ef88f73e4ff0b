package org.teavm.classlib.java.security;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Stands for {@code java.security.MessageDigest} in the browser: SHA-256 alone, of texts that fit
 * into memory.
 *
 * @see <a href="https://csrc.nist.gov/pubs/fips/180-4/upd1/final">FIPS 180-4, section 6.2</a>
 */
public class TMessageDigest {
  private static final int BLOCK = 64;
  private static final int ROUNDS = 64;

  /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
  private static final int[] CUBES = roots(ROUNDS, 3);

  /** The same of the square roots of the first 8. */
  private static final int[] SQUARES = roots(8, 2);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public static TMessageDigest getInstance(String algorithm) throws TNoSuchAlgorithmException {
    if (!algorithm.equals("SHA-256")) {
      throw new TNoSuchAlgorithmException(algorithm);
    }
    return new TMessageDigest();
  }

  public String getAlgorithm() {
    return "SHA-256";
  }

  public int getDigestLength() {
    return 32;
  }

  public void update(byte input) {
    bytes.write(input);
  }

  public void update(byte[] input, int offset, int length) {
    bytes.write(input, offset, length);
  }

  public void update(ByteBuffer input) {
    while (input.hasRemaining()) {
      bytes.write(input.get());
    }
  }

  public byte[] digest() {
    byte[] text = padded(bytes.toByteArray());
    bytes.reset();
    int[] hash = SQUARES.clone();
    for (int at = 0; at < text.length; at += BLOCK) {
      add(text, at, hash);
    }
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (hash[i / 4] >>> 24 - i % 4 * 8);
    }
    return digest;
  }

  private static byte[] padded(byte[] text) {
    byte[] padded = new byte[(text.length + 8) / BLOCK * BLOCK + BLOCK];
    System.arraycopy(text, 0, padded, 0, text.length);
    padded[text.length] = (byte) 0x80;
    long bits = 8L * text.length;
    for (int i = 0; i < 8; i++) {
      padded[padded.length - 1 - i] = (byte) (bits >>> 8 * i);
    }
    return padded;
  }

  private static void add(byte[] text, int at, int[] hash) {
    int[] words = words(text, at);
    int[] v = hash.clone();
    for (int i = 0; i < ROUNDS; i++) {
      int mixed = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25);
      int chosen = v[4] & v[5] ^ ~v[4] & v[6];
      int first = v[7] + mixed + chosen + CUBES[i] + words[i];
      int majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2];
      int second = (turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)) + majority;
      System.arraycopy(v, 0, v, 1, 7);
      v[4] += first;
      v[0] = first + second;
    }
    for (int i = 0; i < hash.length; i++) {
      hash[i] += v[i];
    }
  }

  private static int[] words(byte[] text, int at) {
    int[] words = new int[ROUNDS];
    for (int i = 0; i < BLOCK; i++) {
      words[i / 4] |= (text[at + i] & 0xff) << 24 - i % 4 * 8;
    }
    for (int i = 16; i < ROUNDS; i++) {
      int a = words[i - 15];
      int b = words[i - 2];
      words[i] =
          words[i - 16]
              + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3)
              + words[i - 7]
              + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10);
    }
    return words;
  }

  private static int turn(int word, int by) {
    return word >>> by | word << 32 - by;
  }

  private static int[] roots(int count, int degree) {
    int[] roots = new int[count];
    int found = 0;
    for (int number = 2; found < count; number++) {
      if (isPrime(number)) {
        double root = degree == 2 ? Math.sqrt(number) : Math.cbrt(number);
        roots[found++] = (int) (long) ((root - Math.floor(root)) * 0x1p32);
      }
    }
    return roots;
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
