package io.hopwise.paste;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.packet.Packet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lines were read as when they were tried as one record. Looking for the width at which lines
 * were wrapped, the same lines are tried again for each width: of 4,320 records tried for one text
 * of 1,500 bytes, 229 were different.
 */
final class TriedRecords {
  /** So many bytes of records are kept at most; then all are forgotten. */
  private static final int MOST_BYTES = 1 << 17;

  private final Map<String, @Nullable Packet> tried = new HashMap<>();
  private int bytes;

  /** What tells a record from others. */
  static String key(byte[] record, int length) {
    return new String(record, 0, length, ISO_8859_1);
  }

  boolean has(String key) {
    return tried.containsKey(key);
  }

  /** The whole packet that a record is, null where it is none. */
  @Nullable Packet packet(String key) {
    return tried.get(key);
  }

  void put(String key, @Nullable Packet packet) {
    bytes += key.length();
    if (bytes > MOST_BYTES) {
      tried.clear();
      bytes = key.length();
    }
    tried.put(key, packet);
  }
}
