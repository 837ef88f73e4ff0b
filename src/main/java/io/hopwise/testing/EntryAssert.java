package io.hopwise.testing;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on any entry of a capture, {@linkplain HopwiseAssertions#assertThat(Entry) created
 * here}.
 *
 * @since 0.1
 */
public class EntryAssert extends HopwiseAssert<EntryAssert, Entry> {
  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
  public EntryAssert(@Nullable Entry actual) {
    super(actual, EntryAssert.class, actual == null ? Context.NOWHERE : Context.lone(actual));
  }

  /** It is an IP packet; continues with that. */
  public PacketAssert isPacket() {
    isNotNull();
    Packet packet = actual instanceof Packet it ? it : null;
    if (packet == null) {
      missing("Expecting a packet, but found " + kind());
    }
    return part(PacketAssert.class, Packet.class, packet, PacketAssert::new, where());
  }

  /** It is a record that is not an IP packet, such as ARP. */
  public EntryAssert isOther() {
    return expect(actual instanceof OtherRecord, "Expecting another record, but found " + kind());
  }

  /** It is a notice of this kind. */
  public EntryAssert isNotice(Notice.Kind kind) {
    boolean holds = actual instanceof Notice notice && notice.kind() == kind;
    return expect(holds, "Expecting a notice " + kind + ", but found " + kind());
  }

  /** It is text that could not be read. */
  public EntryAssert isReject() {
    return expect(actual instanceof Reject, "Expecting a reject, but found " + kind());
  }

  /** It starts on this line of the capture, 1 or more. */
  public EntryAssert isOnLine(long line) {
    isNotNull();
    return expect("line", line, actual.text().firstLine());
  }

  /** Its text contains this text. */
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
