package io.hopwise.oracle;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The snapshot length that a pcap file's header states. */
final class Snapshot {
  private static final int HEADER = 24;
  private static final int OFFSET = 16;
  private static final ImmutableSet<Integer> BIG_ENDIAN = ImmutableSet.of(0xa1b2c3d4, 0xa1b23c4d);
  private static final ImmutableSet<Integer> LITTLE_ENDIAN =
      ImmutableSet.of(0xd4c3b2a1, 0x4d3cb2a1);

  private Snapshot() {}

  /** In bytes; no limit where the file is no pcap file, or states none. */
  static long length(Path capture) throws IOException {
    byte[] header = new byte[HEADER];
    try (InputStream in = Files.newInputStream(capture)) {
      in.readNBytes(header, 0, HEADER);
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    int magic = fields.getInt(0);
    if (LITTLE_ENDIAN.contains(magic)) {
      fields.order(ByteOrder.LITTLE_ENDIAN);
    } else if (!BIG_ENDIAN.contains(magic)) {
      return Long.MAX_VALUE;
    }
    int length = fields.getInt(OFFSET);
    return length <= 0 ? Long.MAX_VALUE : length;
  }
}
