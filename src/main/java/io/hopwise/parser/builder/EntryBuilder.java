package io.hopwise.parser.builder;

import static io.hopwise.parser.builder.RecordSource.number;

import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.device.DeviceNote;
import io.hopwise.parser.grammar.TcpdumpParser.FrameContext;
import io.hopwise.parser.grammar.TcpdumpParser.RecordContext;
import io.hopwise.text.RecordText;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns the labelled contexts of a whole record into a packet or another record. */
public final class EntryBuilder {
  private final RecordSource source;
  private final IpPacketBuilder packets;
  private final Detail detail;

  public EntryBuilder(RecordSource source, Detail detail) {
    this.source = source;
    this.packets = new IpPacketBuilder(source, detail);
    this.detail = detail;
  }

  public Entry build(RecordContext record, RecordText text, String asciiDump) {
    OptionalLong number =
        record.number == null ? OptionalLong.empty() : OptionalLong.of(number(record.number));
    Optional<PrintedTime> time = TimeBuilder.time(record.time);
    source.begin(record.link);
    if (record.objectsHead != null) {
      source.endTextBefore(record.objectsHead);
    }
    InnerPacket ip = record.f == null ? null : packet(record.f);
    if (ip == null) {
      LinkLayer link = LinkBuilder.link(record.time, record.link, source);
      return new OtherRecord(
          text, number, time, link, source.textFrom(record.f == null ? record.odd : record.f));
    }
    if (detail == Detail.ESSENTIALS) {
      return new Packet(
          text, number, time, LinkLayer.NONE, ip.ip(), ip.extensions(), ip.payload(), "");
    }
    LinkLayer link = LinkBuilder.link(record.time, record.link, source);
    Payload payload = withObjects(ip.payload(), record);
    Optional<DeviceNote> trailer = DeviceNotes.trailer(payload);
    if (trailer.isPresent()) {
      link = link.withDevice(trailer.get());
    }
    String dump = detail == Detail.ALL || mayHide(payload) ? dump(asciiDump) : "";
    return new Packet(text, number, time, link, ip.ip(), ip.extensions(), payload, dump);
  }

  /** Whether it is a datagram whose content is not printed, but may be dumped. */
  private static boolean mayHide(Payload payload) {
    return payload instanceof UdpDatagram datagram && datagram.inner().isEmpty();
  }

  private String dump(String ascii) {
    return ascii.isEmpty() ? source.dump() : ascii;
  }

  private @Nullable InnerPacket packet(FrameContext frame) {
    if (frame.ip == null) {
      return null;
    }
    return packets.packet(frame.ip, frame.wrong == null ? frame.note : frame.wrong);
  }

  /**
   * Extension objects are printed after the quoted packet, but belong to the error that quotes it.
   */
  private Payload withObjects(Payload payload, RecordContext record) {
    if (record.objectsHead == null || !(payload instanceof IcmpMessage icmp)) {
      return payload;
    }
    String text = icmp.text() + source.textBetween(record.objectsHead, record.objects);
    return icmp.withText(text);
  }
}
