package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.parser.RecordReader;
import io.hopwise.parser.TcpdumpLineKinds;
import io.hopwise.text.RecordText;

/**
 * Reads records that come one by one, such as rows of a table or messages of a queue. It gives what
 * {@link Hopwise#parse} gives; an IP packet at the cost of one in a stream, about 2 µs, anything
 * else for some hundred. Keep it and use it again, as it gets faster with what it reads.
 *
 * <p>Not thread-safe: each thread needs its own.
 *
 * @since 0.1
 */
public final class RecordParser {
  /** tcpdump -v prints addresses behind so many blanks. */
  private static final int ADDRESS_INDENT = 4;

  private final RecordReader records = new RecordReader(new TcpdumpLineKinds());

  /** A parser that has not read anything yet. */
  public RecordParser() {}

  /**
   * Reads one record: the lines tcpdump printed for one packet.
   *
   * @param record the text, with or without a last line end
   * @return as {@link Hopwise#parse}
   * @throws IllegalArgumentException if the text is empty, or holds more than one entry
   */
  public Entry parse(String record) {
    byte[] bytes = record.getBytes(UTF_8);
    if (!isPlain(bytes)) {
      return Hopwise.parse(record);
    }
    // What is one packet to the last word was not changed by pasting, and is no dump either.
    Entry entry = records.tryOutAlone(bytes, 0, bytes.length);
    boolean whole = entry instanceof Packet && !records.fellBack() && records.nextInside() == null;
    return whole
        ? ((Packet) entry).withText(RecordText.wrap(1, lines(bytes), bytes))
        : Hopwise.parse(record);
  }

  /** Whether it stands as tcpdump prints it, and each line but the first goes on with a record. */
  private static boolean isPlain(byte[] bytes) {
    int last = bytes.length - 1;
    boolean begins = last >= 0 && Character.isLetterOrDigit(bytes[0]) && !isBlank(bytes[last]);
    for (int i = 1; begins && i < bytes.length; i++) {
      boolean afterEnd = bytes[i - 1] == '\n';
      boolean trailing = bytes[i] == '\n' && bytes[i - 1] <= ' ';
      boolean set = bytes[i] < 0 || bytes[i] == '\r';
      if (set || trailing || (afterEnd && !goesOn(bytes, i))) {
        return false;
      }
    }
    return begins;
  }

  /**
   * Whether a line goes on with a record as tcpdump prints it: behind a tab, or four blanks and no
   * packet that ICMP quotes, whose tab may have become these.
   */
  private static boolean goesOn(byte[] bytes, int from) {
    int words = from;
    while (words < bytes.length && bytes[words] == ' ') {
      words++;
    }
    boolean quoted = words + 1 < bytes.length && bytes[words] == 'I' && bytes[words + 1] == 'P';
    return bytes[from] == '\t' || (words >= from + ADDRESS_INDENT && !quoted);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static int lines(byte[] bytes) {
    int lines = bytes[bytes.length - 1] == '\n' ? 0 : 1;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }
}
