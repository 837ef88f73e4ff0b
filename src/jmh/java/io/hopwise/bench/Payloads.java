package io.hopwise.bench;

import java.nio.ByteBuffer;
import java.util.Random;

/** Sizes and bytes of payloads. */
final class Payloads {
  static final int FULL_SEGMENT = 1448;

  private final Random random;
  private final int most;

  Payloads(Random random, int most) {
    this.random = random;
    this.most = most;
  }

  int size() {
    int dice = random.nextInt(10);
    int size = FULL_SEGMENT;
    if (dice >= 7) {
      size = 1 + random.nextInt(300);
    } else if (dice >= 5) {
      size = 100 + random.nextInt(1300);
    }
    return size > most ? 1 + size % most : size;
  }

  /** Fills the rest with bytes that no application printer decodes. */
  void fill(ByteBuffer buffer) {
    int value = random.nextInt();
    while (buffer.hasRemaining()) {
      int shift = 8 * (buffer.position() & 3);
      buffer.put((byte) (((value >> shift) ^ buffer.position()) | 0x80));
    }
  }
}
