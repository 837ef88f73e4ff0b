package io.hopwise.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the dump of {@code tcpdump -A} ends. A dump is the packet's bytes, one character a
 * byte, line feeds as they are: it may hold lines that look like records, and only counting tells
 * them from records. Since 4.7 a carriage return before a line feed is left out, so that with each
 * line feed one byte more may have been there.
 */
final class AsciiDumps {
  /** Ethernet frames are filled up to this many bytes behind their header. */
  private static final int SHORTEST_FRAME = 46;

  /** Bytes before the network layer with {@code -AA}; more than any usual link layer has. */
  private static final int LONGEST_LINK = 64;

  /** So many bytes that look as they must are no accident. */
  private static final int ENOUGH = 8;

  private AsciiDumps() {}

  /** The text behind a record, read on as far as asked for. */
  interface Text {
    /** Whether there is a byte at an index, counted from the end of the record. */
    boolean has(int index) throws IOException;

    /** That byte. */
    byte at(int index);

    /** Whether a line that ends a dump begins at an index: a head, a message, the end. */
    boolean isBoundary(int index) throws IOException;

    /** Whether what begins at an index is not older than the record. */
    boolean isLater(int index);
  }

  /**
   * A dump.
   *
   * @param length its characters, the line feed that closes it included
   * @param sure false where the text alone does not tell where it ends
   * @param typical whether it shows that dumps stand behind all records
   */
  record Dump(int length, boolean sure, boolean typical) {}

  /** The dump behind a record, or null where there is none. */
  static @Nullable Dump find(Text text, DumpShape shape, boolean expected, boolean returnsAdded)
      throws IOException {
    if (shape.equals(DumpShape.NONE)) {
      return null;
    }
    if (shape.beginning().isEmpty()) {
      return ofAnotherProtocol(text, shape, returnsAdded);
    }
    int network = network(text, shape);
    if (network < 0) {
      return expected ? guess(text, 0) : null;
    }
    Dump counted = shape.hasLength() ? count(text, shape, network, returnsAdded) : null;
    if (counted != null) {
      return counted;
    }
    return expected || shape.known() >= ENOUGH ? guess(text, network) : null;
  }

  /** What is not IP has no header to know the dump by. */
  private static Dump ofAnotherProtocol(Text text, DumpShape shape, boolean returnsAdded)
      throws IOException {
    Dump dump = shape.hasLength() ? count(text, shape, 0, returnsAdded) : null;
    dump = dump == null ? guess(text, 0) : dump;
    return new Dump(dump.length(), dump.sure(), false);
  }

  /** Where the network layer begins in a dump, or -1. */
  private static int network(Text text, DumpShape shape) throws IOException {
    for (int at = 0; at < LONGEST_LINK && text.has(at); at++) {
      if (beginsAt(text, at, shape.beginning())) {
        return at;
      }
    }
    return -1;
  }

  private static boolean beginsAt(Text text, int from, String beginning) throws IOException {
    for (int i = 0; i < beginning.length(); i++) {
      char wanted = beginning.charAt(i);
      if (wanted != DumpShape.ANY && (!text.has(from + i) || text.at(from + i) != wanted)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Dump count(Text text, DumpShape shape, int network, boolean returnsAdded)
      throws IOException {
    int most = Math.max(shape.most(), SHORTEST_FRAME);
    int feeds = 0;
    int added = 0;
    boolean returnsKept = false;
    int found = 0;
    int end = -1;
    int at = network;
    // Padding is looked into only where nothing ends before it.
    for (; at - network - added <= (found == 0 ? most : shape.most()) && text.has(at); at++) {
      byte b = text.at(at);
      if (b == '\r') {
        boolean pair = text.has(at + 1) && text.at(at + 1) == '\n';
        added += returnsAdded && pair ? 1 : 0;
        returnsKept |= !(returnsAdded && pair);
      }
      if (b != '\n') {
        continue;
      }
      int fewest = shape.least() - (returnsKept ? 0 : feeds);
      if (at - network - added >= fewest && text.isBoundary(at + 1)) {
        found++;
        end = at + 1;
      }
      feeds++;
    }
    if (end < 0 && !text.has(at) && at - network - added >= shape.least() - feeds) {
      return new Dump(at, true, true);
    }
    return end < 0 ? null : new Dump(end, found == 1, true);
  }

  /** Up to the first line that could be the next record's head: a guess, and said to be one. */
  private static Dump guess(Text text, int from) throws IOException {
    int at = from;
    for (; text.has(at); at++) {
      if (text.at(at) == '\n' && text.isBoundary(at + 1) && text.isLater(at + 1)) {
        return new Dump(at + 1, false, true);
      }
    }
    return new Dump(at, false, true);
  }
}
