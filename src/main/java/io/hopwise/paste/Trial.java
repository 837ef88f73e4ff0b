package io.hopwise.paste;

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
import io.hopwise.parser.DumpShapeReader;
import io.hopwise.parser.RecordReader;
import io.hopwise.parser.TcpdumpLineKinds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  private final TcpdumpLineKinds kinds = new TcpdumpLineKinds();
  private final RecordReader records = new RecordReader(kinds);
  private final DumpShapeReader shapes = new DumpShapeReader(kinds);

  /** Whether another program's text was met. */
  private boolean foreign;

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
    spent += length + RECORD_COST;
    Entry entry = records.tryOutAlone(record, 0, length);
    return entry instanceof Packet packet && !records.fellBack() ? packet : null;
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
    ImmutableList.Builder<Reading.Piece> pieces = ImmutableList.builder();
    spent += text.length() + RECORD_COST;
    boolean hasDump = false;
    foreign = false;
    int at = 0;
    try {
      for (Frame frame = framer.next(); frame != null; frame = framer.next()) {
        int length = frame.to() - frame.from();
        boolean isRecord = frame.content() == Frame.Content.RECORD;
        boolean dumped = frame.dumpFrom() < length;
        Reading.Grade grade = grade(frame, thoroughly);
        hasDump |= dumped && grade != Reading.Grade.LOST;
        pieces.add(new Reading.Piece(at, at + length, grade, isRecord));
        at += length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reading(pieces.build(), hasDump, foreign);
  }

  private Reading.Grade grade(Frame frame, boolean thoroughly) {
    Entry entry = thoroughly ? records.read(frame) : records.tryOut(frame);
    boolean fellBack = records.fellBack();
    while (records.nextInside() != null) {
      // Belongs to the entry.
    }
    if (entry instanceof Reject reject) {
      foreign |= reject.program().isPresent();
      return reject.program().isPresent() ? Reading.Grade.SAID : Reading.Grade.LOST;
    }
    if (entry instanceof Notice) {
      return Reading.Grade.SAID;
    }
    if (entry instanceof OtherRecord other) {
      return isOtherProtocol(other) ? Reading.Grade.PART : Reading.Grade.LOST;
    }
    boolean coloured = entry instanceof Packet packet && isColoured(packet.payload());
    return fellBack || coloured ? Reading.Grade.PART : Reading.Grade.WHOLE;
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

  /** Whether a record that is not IP's begins with a protocol that is known. */
  private static boolean isOtherProtocol(OtherRecord other) {
    String description = other.description();
    int end = description.indexOf('\n');
    return !IP_INSIDE.matcher(end < 0 ? description : description.substring(0, end)).find();
  }
}
