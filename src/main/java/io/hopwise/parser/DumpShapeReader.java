package io.hopwise.parser;

import io.hopwise.framing.DumpShape;
import io.hopwise.framing.DumpShapes;
import io.hopwise.framing.Frame;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.parser.builder.FrameLength;
import io.hopwise.parser.builder.OptionBytes;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from a record how long the dump of {@code tcpdump -A} after it is and how it begins, by the
 * lengths in the record and the bytes of its IP header.
 */
public final class DumpShapeReader implements DumpShapes {
  private static final int IPV4 = 20;
  private static final int IPV6 = 40;
  private static final int TCP = 20;
  private static final int UDP = 8;
  private static final int TCP_OPTIONS = 40;
  private static final Pattern LENGTH =
      Pattern.compile("\\blength ?:? (\\d{1,5})\\b|^ip-proto-\\d+ (\\d{1,5})$");
  private static final Pattern EAPOL =
      Pattern.compile("^EAP(?:OL)? [^\\n,]* v\\d+, len (\\d{1,5})\\b");

  /** A record of no bytes, or of bytes that tcpdump does not look at. */
  private static final String NO_BYTES = "[Invalid header: ";

  private static final int EAPOL_HEADER = 4;
  private static final int LONGEST = (1 << 16) - 1;
  private static final Pattern DNS_LENGTH = Pattern.compile("\\((\\d{1,5})\\)$");
  private static final int DNS = 53;
  private static final int MULTICAST_DNS = 5353;
  private static final Pattern MISSING = Pattern.compile("- (\\d{1,5}) bytes missing");
  private static final Pattern PRESENT = Pattern.compile("> length (\\d{1,5})\\]");

  private final RecordReader records;
  private long snapshot = Long.MAX_VALUE;

  /** A reader for one input. */
  public DumpShapeReader(TcpdumpLineKinds kinds) {
    records = new RecordReader(kinds);
  }

  /** Takes note of the most bytes captured of a packet. */
  @Override
  public void observe(Frame frame) {
    Entry entry = records.read(frame);
    if (!(entry instanceof Notice notice)) {
      return;
    }
    if (notice.kind() == Notice.Kind.COMMAND) {
      snapshot = Long.MAX_VALUE; // another capture begins, and its snapshot length is not known yet
    }
    OptionalLong length = notice.snapshotLength();
    if (length.isPresent()) {
      int link = linkLength(notice.linkType().orElse(""));
      snapshot = link < 0 ? Long.MAX_VALUE : length.getAsLong() - link;
    }
  }

  @Override
  public boolean isSnapshotLengthKnown() {
    return snapshot != Long.MAX_VALUE;
  }

  private static int linkLength(String linkType) {
    return switch (linkType) {
      case "EN10MB" -> 14;
      case "LINUX_SLL" -> 16;
      case "LINUX_SLL2" -> 20;
      case "NULL", "LOOP", "PPP" -> 4;
      case "RAW", "IPV4", "IPV6" -> 0;
      default -> -1;
    };
  }

  @Override
  public DumpShape shape(byte[] bytes, int from, int to) {
    Entry entry = records.readAlone(bytes, from, to);
    if (entry instanceof Packet packet) {
      return shape(packet);
    }
    return entry instanceof OtherRecord other ? shape(other) : DumpShape.NONE;
  }

  /** {@code ARP, …, length 28}: no header tells how the dump begins. */
  private DumpShape shape(OtherRecord other) {
    if (other.description().startsWith(NO_BYTES)) {
      return known(0, "");
    }
    OptionalInt frame = FrameLength.afterLink(other.link());
    OptionalInt length = lengthOf(other.description());
    if (frame.isPresent()) {
      return DumpShape.ofFrame(cut(frame.getAsInt()), "");
    }
    return length.isEmpty() ? new DumpShape(-1, cut(LONGEST), "") : known(length.getAsInt(), "");
  }

  private DumpShape known(int length, String beginning) {
    return new DumpShape(cut(length), cut(length), beginning);
  }

  private static OptionalInt lengthOf(String description) {
    Matcher eapol = EAPOL.matcher(description);
    return eapol.find()
        ? OptionalInt.of(EAPOL_HEADER + Integer.parseInt(eapol.group(1)))
        : onlyLength(description);
  }

  /**
   * The length in a line, if the line has only one: of two, one may come from the packet's own
   * text.
   */
  private static OptionalInt onlyLength(String text) {
    int lineEnd = text.indexOf('\n');
    Matcher lengths = LENGTH.matcher((lineEnd < 0 ? text : text.substring(0, lineEnd)).strip());
    if (!lengths.find()) {
      return OptionalInt.empty();
    }
    String length = lengths.group(1) == null ? lengths.group(2) : lengths.group(1);
    return lengths.find() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(length));
  }

  private DumpShape shape(Packet packet) {
    IpHeader ip = packet.ip();
    OptionalInt frame = FrameLength.afterLink(packet.link());
    if (frame.isPresent()) {
      return DumpShape.ofFrame(cut(frame.getAsInt()), beginning(ip));
    }
    int header = ip.version() == 4 ? IPV4 : IPV6;
    if (ip.length().isPresent()) {
      int bytes = ip.length().getAsInt() + (header == IPV4 ? 0 : IPV6);
      return known(captured(ip, bytes), beginning(ip));
    }
    OptionalInt payload = payloadLength(packet.payload());
    if (payload.isEmpty() || !packet.extensions().isEmpty()) {
      return new DumpShape(-1, longest(packet), beginning(ip));
    }
    int bytes = header + payload.getAsInt();
    int spare = hasUnknownOptions(packet.payload()) ? TCP_OPTIONS : 0;
    return new DumpShape(cut(bytes), cut(bytes + spare), beginning(ip), header == IPV4, false);
  }

  /** The longest packet. Jumbograms and TCP segments merged by the kernel exceed 16 bits. */
  private int longest(Packet packet) {
    boolean bounded = packet.extensions().isEmpty() && !(packet.payload() instanceof TcpSegment);
    return bounded ? cut(LONGEST + (packet.ip().version() == 4 ? 0 : IPV6)) : -1;
  }

  /** The bytes after the IP header, from text printed without {@code -v}. */
  private static OptionalInt payloadLength(Payload payload) {
    if (payload instanceof TcpSegment tcp && tcp.length().isPresent()) {
      return OptionalInt.of(TCP + OptionBytes.padded(tcp.options()) + tcp.length().getAsInt());
    }
    if (payload instanceof UdpDatagram udp) {
      OptionalInt length = udp.length().isPresent() ? udp.length() : applicationLength(udp);
      return length.isEmpty() ? length : OptionalInt.of(UDP + length.getAsInt());
    }
    if (payload instanceof Tunnel) {
      return OptionalInt.empty();
    }
    return payload instanceof IcmpMessage icmp ? icmp.length() : onlyLength(payload.text());
  }

  /** {@code tcp 52}, printed with {@code -q}, which prints no options. */
  private static boolean hasUnknownOptions(Payload payload) {
    return payload instanceof TcpSegment tcp && tcp.flags().isEmpty();
  }

  /** The length printed by an application printer: that of DNS prints it at the end. */
  private static OptionalInt applicationLength(UdpDatagram udp) {
    if (udp.inner().isPresent()) {
      return OptionalInt.empty();
    }
    Matcher last = DNS_LENGTH.matcher(udp.text());
    boolean dns = isDns(udp.srcPort()) || isDns(udp.dstPort());
    return dns && last.find()
        ? OptionalInt.of(Integer.parseInt(last.group(1)))
        : onlyLength(udp.text());
  }

  private static boolean isDns(Port port) {
    int number = port.number().orElse(0);
    return number == DNS || number == MULTICAST_DNS;
  }

  private int cut(int bytes) {
    return (int) Math.min(bytes, snapshot);
  }

  /** {@code [total length 1000 > length 41]}: fewer bytes were there than the header claims. */
  private static int captured(IpHeader ip, int bytes) {
    String note = ip instanceof Ipv4Header v4 ? v4.note() : "";
    Matcher missing = MISSING.matcher(note);
    if (missing.find()) {
      return bytes - Integer.parseInt(missing.group(1));
    }
    Matcher present = PRESENT.matcher(note);
    return present.find() ? Integer.parseInt(present.group(1)) : bytes;
  }

  private static String beginning(IpHeader ip) {
    char[] expected = new char[ip.version() == 4 ? IPV4 : IPV6];
    if (ip instanceof Ipv4Header v4) {
      boolean whole = v4.length().isPresent() && v4.options().isEmpty();
      expected[0] = whole ? 'E' : DumpShape.HEADER_LENGTH;
      put(expected, 1, 1, v4.tos());
      put(expected, 2, 2, v4.note().startsWith("[was 0") ? OptionalInt.empty() : v4.length());
      put(expected, 4, 2, v4.id());
      put(expected, 8, 1, v4.ttl());
      put(expected, 9, 1, v4.protocol());
      put(expected, 12, v4.src());
      put(expected, 16, v4.dst());
      return new String(expected);
    }
    put(expected, 4, 2, ip.length());
    put(expected, 6, 1, ip.protocol());
    put(expected, 7, 1, ip.ttl());
    put(expected, 8, ip.src());
    put(expected, 24, ip.dst());
    return new String(expected);
  }

  private static void put(char[] expected, int at, int size, OptionalInt value) {
    if (value.isPresent()) {
      for (int i = 0; i < size; i++) {
        expected[at + i] = printed(value.getAsInt() >> (8 * (size - 1 - i)));
      }
    }
  }

  private static void put(char[] expected, int at, Host host) {
    byte[] address = host.addressBytes();
    if (at + address.length <= expected.length) {
      for (int i = 0; i < address.length; i++) {
        expected[at + i] = printed(address[i]);
      }
    }
  }

  /**
   * How {@code -A} prints a byte; unknown for a carriage return, which releases print differently.
   */
  private static char printed(int value) {
    int b = value & 0xFF;
    if (b == '\r') {
      return DumpShape.ANY;
    }
    return (char) (b == '\t' || b == '\n' || (b >= ' ' && b <= '~') ? b : '.');
  }
}
