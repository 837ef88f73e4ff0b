package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.collect.ImmutableList;
import com.networknt.schema.InputFormat;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.LaterFragment;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.Reject;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import io.hopwise.text.ParseError;
import io.hopwise.text.RecordText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class NdjsonWriterTest {
  private static final String HEAD = "{\"type\":\"packet\",\"line\":7,\"lines\":2,";
  private static final String PLAIN_IP =
      "\"ip\":{\"version\":4,\"src\":\"192.0.2.1\",\"dst\":\"192.0.2.9\"}";

  @Test
  void aSegmentOverIpv4HasAKeyForAllThatWasPrinted() throws IOException {
    LinkLayer link =
        new LinkLayer(
            Optional.of("eth0"),
            Optional.of(LinkLayer.Direction.IN),
            Optional.of("02:00:5e:10:00:01"),
            Optional.of("02:00:5e:10:00:02"),
            OptionalInt.of(2048),
            ImmutableList.of(10),
            "eth0  In  ifindex 4 …");
    IpHeader ip =
        new Ipv4Header(
            new Host("127.0.0.1"),
            new Host("127.0.0.2"),
            OptionalInt.of(0),
            OptionalInt.of(64),
            OptionalInt.of(7016),
            OptionalInt.of(8),
            Optional.of(new Ipv4Flags(true, true, true)),
            OptionalInt.of(6),
            OptionalInt.of(60),
            new Checksum.Incorrect(OptionalInt.of(0), OptionalInt.of(10302)),
            "RR 192.0.2.1,",
            "[was 0, presumed TSO]");
    TcpSegment tcp =
        new TcpSegment(
            Port.of(55920),
            new Port(OptionalInt.of(80), Optional.of("http")),
            Optional.of(TcpFlags.of("S.")),
            OptionalLong.of(928549246),
            OptionalLong.of(928549250),
            OptionalLong.of(4294967295L),
            OptionalInt.of(32767),
            OptionalInt.of(3),
            new Checksum.Correct(OptionalInt.of(5153)),
            ImmutableList.of(
                new TcpOption.Mss(16396),
                TcpOption.Flag.SACK_OK,
                new TcpOption.Timestamps(1, 0),
                TcpOption.Flag.NOP,
                new TcpOption.WindowScale(2),
                new TcpOption.Sack(ImmutableList.of(new TcpOption.Sack.Block(1, 9))),
                new TcpOption.Other("unknown-201", "0x01"),
                new TcpOption.Other("md5", "")),
            OptionalInt.of(4),
            "HTTP, length: 202");
    Packet packet =
        new Packet(
            RecordText.wrap(7, 2, "…".getBytes(UTF_8)),
            OptionalLong.of(4),
            Optional.of(new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 14255938066000L, 6)),
            link,
            ip,
            ImmutableList.of(),
            tcp,
            "\t0x0000:  4500\n");

    assertThat(lines(packet))
        .isEqualTo(
            HEAD
                + "\"number\":4,\"time\":\"03:57:35.938066\",\"interface\":\"eth0\",\"direction\":\"In\","
                + "\"link\":{\"src\":\"02:00:5e:10:00:01\",\"dst\":\"02:00:5e:10:00:02\","
                + "\"ethertype\":2048,\"vlan\":[10],\"text\":\"eth0  In  ifindex 4 …\"},"
                + "\"ip\":{\"version\":4,\"src\":\"127.0.0.1\",\"dst\":\"127.0.0.2\",\"tos\":0,"
                + "\"ttl\":64,\"id\":7016,\"offset\":8,\"flags\":[\"DF\",\"MF\",\"RSVD\"],"
                + "\"proto\":6,\"length\":60,"
                + "\"cksum\":{\"status\":\"incorrect\",\"found\":0,\"expected\":10302},"
                + "\"options\":\"RR 192.0.2.1,\",\"note\":\"[was 0, presumed TSO]\"},"
                + "\"tcp\":{\"srcPort\":55920,\"dstPort\":80,\"dstService\":\"http\","
                + "\"flags\":\"S.\",\"seq\":928549246,\"seqEnd\":928549250,\"ack\":4294967295,"
                + "\"win\":32767,\"urg\":3,\"cksum\":{\"status\":\"correct\",\"found\":5153},"
                + "\"options\":[{\"kind\":\"mss\",\"value\":16396},{\"kind\":\"sackOK\"},"
                + "{\"kind\":\"TS\",\"val\":1,\"ecr\":0},{\"kind\":\"nop\"},"
                + "{\"kind\":\"wscale\",\"value\":2},{\"kind\":\"sack\",\"blocks\":[[1,9]]},"
                + "{\"kind\":\"unknown-201\",\"text\":\"0x01\"},{\"kind\":\"md5\"}],"
                + "\"length\":4},\"payload\":\"HTTP, length: 202\","
                + "\"dump\":\"\\t0x0000:  4500\\n\"}\n");
  }

  @Test
  void anAmbiguousRecordSaysSo() throws IOException {
    RecordText text = RecordText.wrapAmbiguous(7, 2, new byte[0]);
    String packet = lines(packet(new LaterFragment("")).withText(text));
    assertThat(packet).isEqualTo(HEAD + "\"ambiguous\":true," + PLAIN_IP + "}\n");
    Reject reject = new Reject(text, new ParseError(7, 3, "a packet", "x", 0));
    assertThat(lines(reject)).contains(",\"lines\":2,\"ambiguous\":true,\"expected\"");
    for (String line : new String[] {packet, lines(reject)}) {
      assertThat(NdjsonSchemaTest.SCHEMA.validate(line, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void whatWasNotPrintedIsLeftOut() throws IOException {
    assertThat(lines(packet(new LaterFragment("")))).isEqualTo(HEAD + PLAIN_IP + "}\n");
  }

  @Test
  void noTcpFlagSetIsAnEmptyTextAndNoIpFlagSetAnEmptyArray() throws IOException {
    TcpSegment tcp =
        new TcpSegment(
            Port.of(1),
            Port.of(2),
            Optional.of(new TcpFlags(0)),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Checksum.NOT_PRINTED,
            ImmutableList.of(),
            OptionalInt.empty(),
            "");
    assertThat(lines(packet(ipv4(Optional.of(Ipv4Flags.NONE)), tcp)))
        .isEqualTo(
            HEAD
                + "\"ip\":{\"version\":4,\"src\":\"192.0.2.1\",\"dst\":\"192.0.2.9\",\"flags\":[]},"
                + "\"tcp\":{\"srcPort\":1,\"dstPort\":2,\"flags\":\"\"}}\n");
  }

  @Test
  void anIpv6PacketHasItsExtensionHeadersAndUdp() throws IOException {
    IpHeader ip =
        new Ipv6Header(
            new Host("2001:db8::1"),
            new Host("2001:db8::2"),
            OptionalInt.of(1),
            OptionalInt.of(703),
            OptionalInt.of(61),
            OptionalInt.of(0),
            OptionalInt.of(40),
            "");
    UdpDatagram udp =
        new UdpDatagram(
            new Port(OptionalInt.empty(), Optional.of("my-service")),
            Port.of(53),
            OptionalInt.of(32),
            new Checksum.Correct(OptionalInt.empty()),
            "12+ A? example.org.",
            Optional.empty());
    Packet packet =
        new Packet(
            RecordText.wrap(7, 2, "…".getBytes(UTF_8)),
            OptionalLong.empty(),
            Optional.empty(),
            LinkLayer.NONE,
            ip,
            ImmutableList.of(new ExtensionHeader("HBH", "HBH (rtalert: 0x0000)")),
            udp,
            "");
    assertThat(lines(packet))
        .isEqualTo(
            HEAD
                + "\"ip\":{\"version\":6,\"src\":\"2001:db8::1\",\"dst\":\"2001:db8::2\",\"class\":1,"
                + "\"flowlabel\":703,\"ttl\":61,\"proto\":0,\"length\":40},"
                + "\"extensions\":[{\"name\":\"HBH\",\"text\":\"HBH (rtalert: 0x0000)\"}],"
                + "\"udp\":{\"srcService\":\"my-service\",\"dstPort\":53,\"length\":32,"
                + "\"cksum\":{\"status\":\"correct\"}},\"payload\":\"12+ A? example.org.\"}\n");
  }

  @Test
  void anIcmpErrorHoldsThePacketItQuotes() throws IOException {
    UdpDatagram udp =
        new UdpDatagram(
            Port.of(9), Port.of(33434), OptionalInt.of(12), Checksum.ABSENT, "", Optional.empty());
    InnerPacket quoted = new InnerPacket(ipv4(Optional.empty()), ImmutableList.of(), udp);
    IcmpMessage icmp =
        icmp(IcmpMessage.Family.ICMP, "host unreachable", Optional.of(quoted), OptionalInt.of(1));
    assertThat(lines(packet(icmp)))
        .isEqualTo(
            HEAD
                + PLAIN_IP
                + ",\"icmp\":{\"type\":3,\"code\":1,\"id\":5,\"seq\":6,\"length\":48,"
                + "\"text\":\"host unreachable\",\"host\":\"192.0.2.7\",\"port\":33434,"
                + "\"portProto\":17,\"gateway\":\"192.0.2.8\",\"mtu\":1400,\"quoted\":{"
                + PLAIN_IP
                + ",\"udp\":{\"srcPort\":9,\"dstPort\":33434,\"length\":12,"
                + "\"cksum\":{\"status\":\"absent\"}}}}}\n");
  }

  @Test
  void icmp6HasAKeyOfItsOwn() throws IOException {
    IcmpMessage icmp =
        icmp(IcmpMessage.Family.ICMP6, "echo", Optional.empty(), OptionalInt.empty());
    assertThat(lines(packet(icmp))).contains(",\"icmp6\":{\"type\":3,\"id\":5,");
  }

  @Test
  void aTunnelledPacketStandsUnderInner() throws IOException {
    InnerPacket inner =
        new InnerPacket(
            ipv4(Optional.empty()),
            ImmutableList.of(),
            new OpaquePayload(Optional.of(Port.of(1)), Optional.of(Port.of(2)), "sctp"));
    assertThat(lines(packet(new Tunnel("GREv0, length 45", inner))))
        .isEqualTo(
            HEAD
                + PLAIN_IP
                + ",\"payload\":\"GREv0, length 45\",\"inner\":{"
                + PLAIN_IP
                + ",\"ports\":{\"srcPort\":1,\"dstPort\":2},\"payload\":\"sctp\"}}\n");
  }

  @Test
  void aRecordOfAnotherProtocolHasItsText() throws IOException {
    OtherRecord arp =
        new OtherRecord(
            RecordText.wrap(3, 1, "…\n".getBytes(UTF_8)),
            OptionalLong.empty(),
            Optional.of(new PrintedTime(PrintedTime.Form.EPOCH, 1_700_000_000_123_456_789L, 9)),
            LinkLayer.NONE,
            "ARP, Request who-has 192.0.2.1 tell 192.0.2.2, length 28");
    assertThat(lines(arp))
        .isEqualTo(
            "{\"type\":\"other\",\"line\":3,\"lines\":1,\"time\":\"1700000000.123456789\","
                + "\"text\":\"ARP, Request who-has 192.0.2.1 tell 192.0.2.2, length 28\"}\n");
  }

  @Test
  void aNoticeHasItsKindAndCount() throws IOException {
    Notice notice =
        new Notice(
            RecordText.wrap(9, 1, "5 packets captured\r\n".getBytes(UTF_8)),
            Notice.Kind.PACKETS_CAPTURED,
            OptionalLong.of(5),
            Optional.of("eth0"),
            Optional.of("EN10MB"),
            OptionalLong.of(262144));
    assertThat(lines(notice))
        .isEqualTo(
            "{\"type\":\"notice\",\"line\":9,\"lines\":1,\"kind\":\"packets-captured\",\"count\":5,"
                + "\"subject\":\"eth0\",\"linkType\":\"EN10MB\",\"snapshotLength\":262144,"
                + "\"text\":\"5 packets captured\"}\n");
  }

  @Test
  void aRejectSaysWhatWasExpected() throws IOException {
    Reject reject =
        new Reject(
            RecordText.wrap(8, 1, "IP (tos\n".getBytes(UTF_8)),
            new ParseError(8, 8, "a number", "IP (tos", 8));
    assertThat(lines(reject))
        .isEqualTo(
            "{\"type\":\"reject\",\"line\":8,\"column\":8,\"lines\":1,"
                + "\"expected\":\"a number\",\"text\":\"IP (tos\"}\n");
  }

  @Test
  void bytesThatAreNotUtf8AndUnsafeCharactersDoNotReachTheOutput() throws IOException {
    byte[] hostile = "\u001b]0;x\u0007 \u202e \u009b \u007f \ud83d\ude00".getBytes(UTF_8);
    byte[] record = new byte[hostile.length + 1];
    System.arraycopy(hostile, 0, record, 1, hostile.length);
    record[0] = (byte) 0xff;
    Reject reject =
        new Reject(RecordText.wrap(1, 1, record), new ParseError(1, 1, "a record", "", 1));
    assertThat(lines(reject))
        .contains(
            "\"text\":\"\ufffd\\u001B]0;x\\u0007 \\u202e \\u009b \\u007F \\ud83d\\ude00\"}\n");
  }

  @Test
  void closingAgainDoesNothingAndAFailureClosesTheStreamToo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NdjsonWriter writer = new NdjsonWriter(new GZIPOutputStream(out));
    writer.write(packet(new OpaquePayload(Optional.empty(), Optional.empty(), "x")));
    writer.close();
    int size = out.size();
    writer.close();
    assertThat(out.size()).isEqualTo(size);

    AtomicBoolean closed = new AtomicBoolean();
    NdjsonWriter failing =
        new NdjsonWriter(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException("full");
              }

              @Override
              public void close() {
                closed.set(true);
              }
            });
    failing.write(packet(new OpaquePayload(Optional.empty(), Optional.empty(), "x")));
    assertThatIOException().isThrownBy(failing::close);
    assertThat(closed).isTrue();
  }

  private static String lines(Entry... entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NdjsonWriter writer = new NdjsonWriter(out)) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
    }
    return out.toString(UTF_8);
  }

  private static Packet packet(Payload payload) {
    return packet(ipv4(Optional.empty()), payload);
  }

  private static Packet packet(IpHeader ip, Payload payload) {
    return new Packet(
        RecordText.wrap(7, 2, "…".getBytes(UTF_8)),
        OptionalLong.empty(),
        Optional.empty(),
        LinkLayer.NONE,
        ip,
        ImmutableList.of(),
        payload,
        "");
  }

  private static Ipv4Header ipv4(Optional<Ipv4Flags> flags) {
    return new Ipv4Header(
        new Host("192.0.2.1"),
        new Host("192.0.2.9"),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        flags,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Checksum.NOT_PRINTED,
        "",
        "");
  }

  private static IcmpMessage icmp(
      IcmpMessage.Family family, String text, Optional<InnerPacket> quoted, OptionalInt code) {
    return new IcmpMessage(
        family,
        OptionalInt.of(3),
        code,
        OptionalInt.of(5),
        OptionalInt.of(6),
        OptionalInt.of(48),
        Checksum.NOT_PRINTED,
        text,
        Optional.of(new Host("192.0.2.7")),
        OptionalInt.of(33434),
        OptionalInt.of(17),
        Optional.of(new Host("192.0.2.8")),
        OptionalLong.of(1400),
        quoted);
  }
}
