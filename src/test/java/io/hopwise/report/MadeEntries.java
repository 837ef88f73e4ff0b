package io.hopwise.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/** Makes entries of every kind from a seed, with hostile text wherever text can stand. */
public final class MadeEntries {
  private static final String[] PIECES = {
    "GET /",
    "a",
    " ",
    "\"",
    "\\",
    ",",
    "\n",
    "\t",
    "\r",
    "\u0000",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "\u200b",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ud83d\ude00",
    "\ud800",
    "\udc00",
    "\udb40\udc41",
    "é",
    "接続",
    "=cmd()",
    "+1",
    "-1",
    "@x",
    "</script>",
    "\ufffd",
    "\uffff"
  };

  private final Random random;

  public MadeEntries(long seed) {
    random = new Random(seed);
  }

  public Entry entry() {
    return switch (random.nextInt(8)) {
      case 0 -> new OtherRecord(record(), number(), time(), link(), text());
      case 1 -> notice();
      case 2 -> new Reject(record(), new ParseError(1 + random.nextInt(9), 1, text(), text(), 1));
      default -> packet();
    };
  }

  public Packet packet() {
    return new Packet(
        record(), number(), time(), link(), ip(), extensions(), payload(2), maybe(this::text, ""));
  }

  private Notice notice() {
    Notice.Kind[] kinds = Notice.Kind.values();
    return new Notice(
        record(),
        kinds[random.nextInt(kinds.length)],
        number(),
        maybe(this::text),
        maybe(this::text),
        number());
  }

  private RecordText record() {
    return RecordText.wrap(
        random.nextInt(1 << 20), 1 + random.nextInt(3), (text() + "\n").getBytes(UTF_8));
  }

  private LinkLayer link() {
    if (random.nextBoolean()) {
      return LinkLayer.NONE;
    }
    LinkLayer.Direction[] directions = LinkLayer.Direction.values();
    return new LinkLayer(
        maybe(this::text),
        maybe(() -> directions[random.nextInt(directions.length)]),
        maybe(this::text),
        maybe(this::text),
        upTo(0xffff),
        random.nextBoolean() ? ImmutableList.of() : ImmutableList.of(random.nextInt(4096), 0),
        maybe(this::text, ""));
  }

  private IpHeader ip() {
    return random.nextBoolean()
        ? new Ipv4Header(
            host(),
            host(),
            upTo(255),
            upTo(255),
            upTo(0xffff),
            upTo(65528),
            maybe(
                () ->
                    new Ipv4Flags(
                        random.nextBoolean(), random.nextBoolean(), random.nextBoolean())),
            upTo(255),
            upTo(0xffff),
            checksum(),
            maybe(this::text, ""),
            maybe(this::text, ""))
        : new Ipv6Header(
            host(),
            host(),
            upTo(255),
            upTo(0xfffff),
            upTo(255),
            upTo(255),
            upTo(0xffff),
            maybe(this::text, ""));
  }

  private ImmutableList<ExtensionHeader> extensions() {
    return random.nextInt(4) > 0
        ? ImmutableList.of()
        : ImmutableList.of(new ExtensionHeader("HBH", text()));
  }

  private Payload payload(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> tcp();
      case 1 ->
          new UdpDatagram(
              port(), port(), upTo(65527), checksum(), maybe(this::text, ""), Optional.empty());
      case 2 -> new LaterFragment(text());
      case 3 -> new OpaquePayload(maybe(this::port), maybe(this::port), text());
      case 4 -> new Tunnel(maybe(this::text, ""), inner(depth));
      default -> icmp(depth);
    };
  }

  private InnerPacket inner(int depth) {
    return new InnerPacket(ip(), extensions(), payload(depth - 1));
  }

  private IcmpMessage icmp(int depth) {
    return new IcmpMessage(
        random.nextBoolean() ? IcmpMessage.Family.ICMP : IcmpMessage.Family.ICMP6,
        upTo(255),
        upTo(255),
        upTo(0xffff),
        upTo(0xffff),
        upTo(0xffff),
        checksum(),
        text(),
        maybe(this::host),
        upTo(0xffff),
        upTo(255),
        maybe(this::host),
        upToLong(0xffffffffL),
        maybe(() -> inner(depth)));
  }

  private TcpSegment tcp() {
    return new TcpSegment(
        port(),
        port(),
        maybe(() -> new TcpFlags(random.nextInt(512))),
        upToLong(0xffffffffL),
        upToLong(0xffffffffL),
        upToLong(0xffffffffL),
        upTo(0xffff),
        upTo(0xffff),
        checksum(),
        options(),
        upTo(0xffff),
        maybe(this::text, ""));
  }

  private ImmutableList<TcpOption> options() {
    return switch (random.nextInt(3)) {
      case 0 -> ImmutableList.of();
      case 1 ->
          ImmutableList.of(
              new TcpOption.Mss(random.nextInt(1 << 16)),
              TcpOption.Flag.SACK_OK,
              new TcpOption.Timestamps(0xffffffffL, 0),
              TcpOption.Flag.NOP,
              new TcpOption.WindowScale(random.nextInt(256)));
      default ->
          ImmutableList.of(
              new TcpOption.Sack(ImmutableList.of(new TcpOption.Sack.Block(1, 0xffffffffL))),
              new TcpOption.Other("unknown-201", maybe(this::text, "")),
              TcpOption.Flag.EOL);
    };
  }

  private Checksum checksum() {
    return switch (random.nextInt(4)) {
      case 0 -> Checksum.NOT_PRINTED;
      case 1 -> Checksum.ABSENT;
      case 2 -> new Checksum.Correct(upTo(0xffff));
      default -> new Checksum.Incorrect(upTo(0xffff), upTo(0xffff));
    };
  }

  private Host host() {
    return new Host(random.nextInt(4) == 0 ? text() : "192.0.2." + random.nextInt(256));
  }

  private Port port() {
    int number = random.nextInt(1 << 16);
    return random.nextBoolean()
        ? Port.of(number)
        : new Port(
            random.nextBoolean() ? OptionalInt.of(number) : OptionalInt.empty(),
            Optional.of(text()));
  }

  private Optional<PrintedTime> time() {
    PrintedTime.Form[] forms = PrintedTime.Form.values();
    return maybe(() -> time(forms[random.nextInt(forms.length)]));
  }

  private PrintedTime time(PrintedTime.Form form) {
    return form == PrintedTime.Form.ODD
        ? PrintedTime.odd("[Error converting time]")
        : new PrintedTime(form, (long) (random.nextDouble() * 2e18), random.nextBoolean() ? 6 : 9);
  }

  private OptionalLong number() {
    return upToLong(Long.MAX_VALUE - 1);
  }

  private OptionalInt upTo(int max) {
    return random.nextInt(4) == 0
        ? OptionalInt.empty()
        : OptionalInt.of(random.nextBoolean() ? max : random.nextInt(max + 1));
  }

  private OptionalLong upToLong(long max) {
    return random.nextInt(4) == 0
        ? OptionalLong.empty()
        : OptionalLong.of(random.nextBoolean() ? max : random.nextLong(max));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private <T> Optional<T> maybe(Supplier<T> made) {
    return random.nextBoolean() ? Optional.of(made.get()) : Optional.empty();
  }

  private String maybe(Supplier<String> made, String otherwise) {
    return random.nextBoolean() ? made.get() : otherwise;
  }
}
