package io.hopwise.testing;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on any entry of a capture, {@linkplain HopwiseAssertions#assertThat(Entry) made here}.
 *
 * @since 0.1
 */
public class EntryAssert extends HopwiseAssert<EntryAssert, Entry> {
  /** For AssertJ; use {@link HopwiseAssertions}. */
  public EntryAssert(@Nullable Entry actual) {
    super(actual, EntryAssert.class, actual == null ? Where.NOWHERE : Where.lone(actual));
  }

  /** An IP packet; leads on to it. */
  public PacketAssert isPacket() {
    isNotNull();
    Packet packet = actual instanceof Packet it ? it : null;
    if (packet == null) {
      missing("Expecting a packet, but found " + kind());
    }
    return part(PacketAssert.class, Packet.class, packet, PacketAssert::new, where());
  }

  /** A record that is not an IP packet, such as ARP. */
  public EntryAssert isOther() {
    return expect(actual instanceof OtherRecord, "Expecting another record, but found " + kind());
  }

  /** Something tcpdump says of itself. */
  public EntryAssert isNotice(Notice.Kind kind) {
    boolean holds = actual instanceof Notice notice && notice.kind() == kind;
    return expect(holds, "Expecting a notice " + kind + ", but found " + kind());
  }

  /** Text that could not be read. */
  public EntryAssert isReject() {
    return expect(actual instanceof Reject, "Expecting a reject, but found " + kind());
  }

  /** The line of the capture it starts on, 1 or more. */
  public EntryAssert isOnLine(long line) {
    isNotNull();
    return expect("line", line, actual.text().firstLine());
  }

  /** Its text contains this. */
  public EntryAssert saysText(String part) {
    isNotNull();
    return expect(
        actual.text().toString().contains(part), "Expecting an entry with \"" + part + "\"");
  }

  private String kind() {
    if (actual instanceof Notice notice) {
      return "a notice " + notice.kind();
    }
    if (actual instanceof Reject reject) {
      return "a reject (" + reject.error().message() + ")";
    }
    return actual instanceof Packet ? "a packet" : "another record";
  }
}
