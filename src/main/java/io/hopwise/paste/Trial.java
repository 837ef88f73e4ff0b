package io.hopwise.paste;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import io.hopwise.framing.Frame;
import io.hopwise.framing.LineKind;
import io.hopwise.framing.RecordFramer;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Reject;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Host;
import io.hopwise.parser.DumpShapeReader;
import io.hopwise.parser.RecordReader;
import io.hopwise.parser.TcpdumpLineKinds;
import io.hopwise.paste.ways.JoinedRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a text to see what the grammar makes of it, as the input is read later on. */
public final class Trial {
  /** What reading costs beside the bytes, in bytes. */
  private static final int RECORD_COST = 64;

  /** Words of an IP packet: with other words before them it is no record of another protocol. */
  private static final Pattern IP_INSIDE =
      Pattern.compile(
          "^IP6? |^\\(tos 0x|IP6? \\((tos|hlim|class|flowlabel)|: Flags \\[|\\d > \\S+: ");

  /** How many words a time has, with a number and a date before it. */
  private static final int LONGEST_TIME = 4;

  /** Addresses of the link layer, and no length behind them. */
  private static final Pattern CUT_LINK =
      Pattern.compile("(:[0-9a-f]{2} > |ifindex \\d+ )(?!.*length \\d+: ?.)");

  /** Marks right behind the length that a line ends with, or words behind it. */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?m)(?:, length \\d+(?:[^\\d\\s:,;()\\[\\]a-z-].*| +[^\\s\\[(].*)"
              + "|\\btcp \\d+[\"'\\\\].*"
              + "|[)\\]>\\d][ \\t]*(?:[|*+`\\\\]|\u00e2\u0094[\u0082\u0083]))[ \\t]*$");

  /** The end of a record's line, as it is printed before a dump. */
  private static final Pattern REST = Pattern.compile("\\blength \\d+(?:: [A-Z].*)?\\s*$");

  /** How UTF-8 begins blanks of other widths and characters of none, each byte as a character. */
  private static final String INVISIBLE = "\u00e2\u0080";

  /** A colour that begins and ends in a name, as where a pattern was found. */
  private static final Pattern COLOURED =
      Pattern.compile("\u001b\\[[\\d;]*[mK].*\u001b\\[[\\d;]*[mK]");

  /** A line end without the indentation of what goes on with a record. */
  private static final Pattern UNINDENTED = Pattern.compile("\n[^ \\t\\r\\n]");

  private final TcpdumpLineKinds kinds = new TcpdumpLineKinds();
  private final RecordReader records = new RecordReader(kinds);
  private final DumpShapeReader shapes = new DumpShapeReader(kinds);
  private final TriedRecords tried = new TriedRecords();

  /** So far from a line's beginning another record may begin. */
  private static final int FARTHEST_RECORD = 64;

  /** How often a text may be looked at ahead while it is read once. */
  private static final int LOOKS_AHEAD = 8;

  /** Whether another program's text was met. */
  private boolean foreign;

  /** Whether the last entry was a packet. */
  private boolean isPacket;

  /** Whether it was one without words of what it carried. */
  private boolean isBare;

  /** Whether it was one of a protocol whose length is always printed, and it was not. */
  private boolean isShort;

  /** How many bytes were read. */
  private long spent;

  /** How many bytes were read so far. */
  long spent() {
    return spent;
  }

  /** What a text begins with at an index. */
  public LineKind kind(byte[] bytes, int from, int to) {
    return kinds.kind(bytes, from, to);
  }

  /** The one packet that lines are, understood to the last word; null where they are not. */
  public @Nullable Packet wholePacket(byte[] record, int length) {
    if (length == 0) {
      return null;
    }
    String key = TriedRecords.key(record, length);
    if (tried.has(key)) {
      spent += RECORD_COST;
      return tried.packet(key);
    }
    spent += length + RECORD_COST;
    // The caller goes on to write into its array.
    Entry entry = records.tryOutAlone(Arrays.copyOf(record, length), 0, length);
    boolean whole =
        entry instanceof Packet read && !records.fellBack() && !isCut(read) && !lacksLength(read);
    @Nullable Packet packet = whole ? (Packet) entry : null;
    tried.put(key, packet);
    return packet;
  }

  /** What it is read as. */
  Reading read(PastedText text) {
    return read(text, true);
  }

  /** The same where nothing matters but what of it are records. */
  Reading tryOut(PastedText text) {
    return read(text, false);
  }

  private Reading read(PastedText text, boolean thoroughly) {
    RecordFramer framer =
        new RecordFramer(new ByteArrayInputStream(text.bytes()), kinds, shapes, 0);
    framer.limitLookAhead((long) LOOKS_AHEAD * text.length());
    ImmutableList.Builder<Reading.Piece> pieces = ImmutableList.builder();
    spent += text.length() + RECORD_COST;
    boolean hasDump = false;
    boolean mayHaveDump = false;
    boolean hasLost = false;
    boolean hasRest = false;
    foreign = false;
    int at = 0;
    try {
      for (Frame frame = framer.next(); frame != null; frame = framer.next()) {
        int length = frame.to() - frame.from();
        boolean isRecord = frame.content() == Frame.Content.RECORD;
        boolean dumped = frame.dumpFrom() < length;
        Reading.Grade grade = grade(frame, thoroughly);
        if (isPacket && length == text.length() && JoinedRecords.areIn(text, this)) {
          grade = Reading.Grade.LOST;
        }
        hasDump |= dumped && isPacket && grade != Reading.Grade.LOST;
        mayHaveDump |= dumped && !isPacket && grade != Reading.Grade.LOST;
        hasRest |= dumped && isShort && beginsWithRest(frame);
        hasLost |= dumped && grade == Reading.Grade.LOST;
        pieces.add(new Reading.Piece(at, at + length, grade, isRecord, isBare && !dumped));
        at += length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    spent += framer.lookedAhead();
    // Behind a record that is not IP's, the rest of wrapped lines is taken for a dump.
    return new Reading(pieces.build(), hasDump || (mayHaveDump && !hasLost), hasRest, foreign);
  }

  private Reading.Grade grade(Frame frame, boolean thoroughly) {
    Entry entry = thoroughly ? records.read(frame) : records.tryOut(frame);
    isPacket = entry instanceof Packet;
    isShort = entry instanceof Packet packet && lacksAnyLength(packet);
    isBare = entry instanceof Packet packet && packet.payload().text().isBlank();
    boolean fellBack = records.fellBack();
    while (records.nextInside() != null) {
      // Belongs to the entry.
    }
    if (entry instanceof Reject reject) {
      foreign |= reject.program().isPresent();
      return reject.program().isPresent() ? Reading.Grade.SAID : Reading.Grade.LOST;
    }
    if (entry instanceof Notice notice) {
      return hidesRecord(notice, frame) ? Reading.Grade.LOST : Reading.Grade.SAID;
    }
    if (entry instanceof OtherRecord other) {
      return isOtherProtocol(other, frame) ? Reading.Grade.PART : Reading.Grade.LOST;
    }
    if (entry instanceof Packet packet && ((fellBack && isWrapped(packet)) || isCut(packet))) {
      return Reading.Grade.LOST;
    }
    boolean coloured =
        entry instanceof Packet packet && (isColoured(packet.payload()) || isMarked(packet, frame));
    return fellBack || coloured ? Reading.Grade.PART : Reading.Grade.WHOLE;
  }

  /** Whether words that fit no rule stand on lines that are not indented. */
  private static boolean isWrapped(Packet packet) {
    return UNINDENTED.matcher(packet.payload().text()).find();
  }

  /** Whether a record begins amid what a shell seems to have said, or tcpdump counted. */
  private boolean hidesRecord(Notice notice, Frame frame) {
    byte[] bytes = frame.text();
    boolean listening = notice.kind() == Notice.Kind.LISTENING;
    boolean said = notice.kind() == Notice.Kind.CHATTER || notice.kind() == Notice.Kind.GOT;
    if (!listening && !said && !isWrittenOver(bytes)) {
      return false;
    }
    int farthest = listening ? bytes.length : FARTHEST_RECORD;
    for (int at = 1; at < Math.min(bytes.length, farthest); at++) {
      byte before = bytes[at - 1];
      if (before == ' ' || before == '\r' || before == '>' || before == 'K') {
        LineKind kind = kinds.kind(bytes, at, bytes.length);
        if (kind == LineKind.TIME_OF_DAY
            || kind == LineKind.DATE_TIME
            || kind == LineKind.UNTIMED) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a line goes on behind a carriage return, so that a terminal showed what follows. */
  private static boolean isWrittenOver(byte[] bytes) {
    for (int at = 0; at + 1 < Math.min(bytes.length, FARTHEST_RECORD); at++) {
      if (bytes[at] == '\r' && bytes[at + 1] != '\n' && bytes[at + 1] != '\r') {
        return true;
      }
    }
    return false;
  }

  /** Whether a line of a segment ends before its length, which stands behind that. */
  private static boolean isCut(Packet packet) {
    if (!(packet.payload() instanceof TcpSegment tcp) || tcp.length().isPresent()) {
      return false;
    }
    int end = tcp.text().indexOf('\n');
    if (end == 0 && tcp.flags().isEmpty()) {
      return true;
    }
    return end >= 0 && tcp.text().indexOf("length ", end) > 0;
  }

  /** Whether a segment's length is hidden among words that were not understood. */
  private static boolean lacksLength(Packet packet) {
    return packet.payload() instanceof TcpSegment tcp
        && tcp.length().isEmpty()
        && tcp.text().contains("length ");
  }

  private static boolean lacksAnyLength(Packet packet) {
    return (packet.payload() instanceof TcpSegment tcp && tcp.length().isEmpty())
        || (packet.payload() instanceof UdpDatagram udp && udp.length().isEmpty());
  }

  /** Whether a dump begins with a length: all of IP begin with its version. */
  private static boolean beginsWithRest(Frame frame) {
    byte[] bytes = frame.text();
    int from = frame.dumpFrom();
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    return to > from
        && bytes[from] != 'E'
        && bytes[from] != '`'
        && REST.matcher(new String(bytes, from, to - from, ISO_8859_1)).find();
  }

  /** Whether marks of Markdown stand in an address, or a blank that only word processors set. */
  private static boolean isMarked(Host host) {
    String name = host.text();
    return name.indexOf('*') >= 0
        || name.indexOf('`') >= 0
        || name.startsWith("[")
        || COLOURED.matcher(name).find()
        || name.indexOf('\u00a0') >= 0
        || name.contains(INVISIBLE);
  }

  /** Whether marks stand behind a length that no program prints there, or hide the flags. */
  private static boolean isMarked(Packet packet, Frame frame) {
    if (isMarked(packet.ip().src()) || isMarked(packet.ip().dst())) {
      return true;
    }
    if (packet.link().device().isPresent()) {
      return false; // F5 prints its trailer there.
    }
    if (packet.payload() instanceof TcpSegment segment
        && segment.flags().isEmpty()
        && segment.text().contains("Flags ")) {
      return true;
    }
    String words = packet.payload().text();
    if (endsInBlanks(words) || words.contains("Flags [")) {
      return true;
    }
    byte[] bytes = frame.text();
    int end = Math.min(frame.dumpFrom(), bytes.length);
    while (end > 0 && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
      end--;
    }
    // Nearly all records end so, and need no closer look.
    return end > 0
        && !isUsualEnd(bytes[end - 1])
        && GLUED.matcher(new String(bytes, 0, end, ISO_8859_1)).find();
  }

  /** A tab alone is a line that tcpdump prints for an empty one, such as behind HTTP's headers. */
  private static boolean endsInBlanks(String words) {
    return words.endsWith("  ") || (words.endsWith("\t") && !words.endsWith("\n\t"));
  }

  private static boolean isUsualEnd(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || b == ')' || b == ']' || b == '>';
  }

  /** Whether what a payload is could not be told for colours amid its words. */
  private static boolean isColoured(Payload payload) {
    if (payload instanceof TcpSegment segment) {
      return segment.flags().isEmpty() && hasTerminalSequence(segment.text());
    }
    if (payload instanceof UdpDatagram datagram) {
      return datagram.length().isEmpty() && hasTerminalSequence(datagram.text());
    }
    if (payload instanceof IcmpMessage message) {
      return message.type().isEmpty() && hasTerminalSequence(message.text());
    }
    return payload instanceof OpaquePayload opaque && hasTerminalSequence(opaque.text());
  }

  /** Whether colours or the like stand amid the words, which hide what they are. */
  private static boolean hasTerminalSequence(String words) {
    return words.indexOf('\u001b') >= 0 || words.contains("^[[");
  }

  /** Whether what stands behind the time is the beginning of a record that is known. */
  private boolean isKnownBeginning(Frame frame) {
    byte[] bytes = frame.text();
    int at = 0;
    for (int words = 0; words <= LONGEST_TIME; words++) {
      LineKind kind = kinds.kind(bytes, at, bytes.length);
      if (kind == LineKind.UNTIMED || (kind == LineKind.FLOW && words > 0)) {
        return !isCutBehindLink(bytes);
      }
      int word = at;
      while (at < bytes.length && isOfTime(bytes[at])) {
        at++;
      }
      if (at == word && at < bytes.length && bytes[at] != ' ') {
        return false;
      }
      while (at < bytes.length && bytes[at] == ' ') {
        at++;
      }
    }
    return false;
  }

  private static boolean isOfTime(byte b) {
    return (b >= '0' && b <= '9') || b == ':' || b == '.' || b == '-' || b == '/';
  }

  /** Whether a line ends before the frame's length, which all releases print behind the link. */
  private static boolean isCutBehindLink(byte[] bytes) {
    String lines = new String(bytes, ISO_8859_1);
    int end = lines.indexOf('\n');
    return end > 0
        && end < lines.length() - 1
        && CUT_LINK.matcher(lines.substring(0, end)).find()
        && IP_INSIDE.matcher(lines).find();
  }

  /** Whether a record that is not IP's begins with a protocol that is known. */
  private boolean isOtherProtocol(OtherRecord other, Frame frame) {
    if (!isKnownBeginning(frame)) {
      return false;
    }
    String description = other.description();
    int end = description.indexOf('\n');
    if (IP_INSIDE.matcher(end < 0 ? description : description.substring(0, end)).find()) {
      return false;
    }
    // Lines that are not indented may be the rest of one that was wrapped.
    String lines = new String(frame.text(), ISO_8859_1);
    return !UNINDENTED.matcher(lines).find() || !IP_INSIDE.matcher(lines).find();
  }
}
