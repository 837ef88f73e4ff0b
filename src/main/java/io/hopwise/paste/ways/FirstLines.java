package io.hopwise.paste.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopwise.packet.Packet;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * First lines of records alone, as grep leaves them of text with {@code -v}: times and TTLs, and no
 * addresses. They are kept as they stand; only the TTLs are told.
 */
final class FirstLines extends Remark {
  /** A second line that makes each of them a packet, so that the grammar tells its TTL. */
  private static final byte[] SECOND =
      "    192.0.2.1 > 192.0.2.2: ip-proto-253 0\n".getBytes(ISO_8859_1);

  /** So many TTLs are told. */
  private static final int MOST = 8;

  private final String ttls;

  private FirstLines(Set<Integer> ttls) {
    this.ttls = ttls.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
  }

  /**
   * Finds them.
   *
   * @param ttls those told before, to which more are added
   */
  static List<Way> find(PastedText sample, Trial trial, Set<Integer> ttls) {
    int enough = ttls.isEmpty() ? 2 : 1;
    int lines = 0;
    int first = 0;
    int end;
    for (int at = 0; at < sample.length(); at = end) {
      end = sample.lineEnd(at);
      lines += sample.isBlank(at, end) ? 0 : 1;
      boolean alone = end == sample.length() || sample.at(end) != ' ';
      boolean head = alone && isHead(sample, at, end, trial);
      Packet packet = head ? completed(sample, at, end, trial) : null;
      if (packet != null && packet.ip().ttl().isPresent()) {
        first++;
        ttls.add(packet.ip().ttl().getAsInt());
      }
    }
    return first >= enough && 5 * first >= 4 * lines ? List.of(new FirstLines(ttls)) : List.of();
  }

  private static boolean isHead(PastedText text, int from, int end, Trial trial) {
    int words = text.lastWordEnd(from, end);
    return words > from
        && text.at(words - 1) == ')'
        && LinePrefix.isHead(trial.kind(text.bytes(), from, end));
  }

  private static @Nullable Packet completed(PastedText text, int from, int end, Trial trial) {
    int words = text.lastWordEnd(from, end);
    byte[] record = new byte[words - from + 1 + SECOND.length];
    System.arraycopy(text.bytes(), from, record, 0, words - from);
    record[words - from] = '\n';
    System.arraycopy(SECOND, 0, record, words - from + 1, SECOND.length);
    return trial.wholePacket(record, record.length);
  }

  @Override
  public String id() {
    return "first-lines";
  }

  @Override
  public String says() {
    String told = ttls.isEmpty() ? "" : " (TTL " + ttls + ")";
    return "first lines of records"
        + told
        + " without the second ones behind them, which have the addresses";
  }

  @Override
  public String toString() {
    return "FirstLines" + ttls;
  }
}
