package io.hopwise.packet;

import io.hopwise.text.RecordText;

/**
 * One piece of a capture's text. Every byte of the input belongs to exactly one entry; the raw
 * texts of all entries, joined, are the input again.
 *
 * @since 0.1
 */
public sealed interface Entry permits Packet, OtherRecord, Notice, Reject {
  /** The lines the entry was read from. */
  RecordText text();
}
