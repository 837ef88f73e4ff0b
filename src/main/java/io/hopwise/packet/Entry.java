package io.hopwise.packet;

import io.hopwise.text.RecordText;
import java.util.function.Function;

/**
 * One piece of a capture's text. Every byte of the input belongs to exactly one entry; the raw
 * texts of all entries, joined, are the input again.
 *
 * @since 0.1
 */
public sealed interface Entry permits Packet, OtherRecord, Notice, Reject {
  /** The lines the entry was read from. */
  RecordText text();

  /**
   * What one of four functions makes of this entry, by its kind: for code that must not forget one.
   *
   * @param packet for an IP packet
   * @param other for a record of another kind
   * @param notice for what was said of the capture
   * @param reject for text that could not be read
   */
  default <T> T match(
      Function<? super Packet, ? extends T> packet,
      Function<? super OtherRecord, ? extends T> other,
      Function<? super Notice, ? extends T> notice,
      Function<? super Reject, ? extends T> reject) {
    if (this instanceof Packet it) {
      return packet.apply(it);
    }
    if (this instanceof OtherRecord it) {
      return other.apply(it);
    }
    return this instanceof Notice it ? notice.apply(it) : reject.apply((Reject) this);
  }
}
